// An innovation team's year, from the July plan to the July report of the next year, as its people live it: the clock
// stands still at each of their days. A transfer of the leader, a missed quarter, a corrected minute, a late indicator,
// an amended plan, a holiday declared at the last moment, and the report on time. At a desk on SQLite; and on a phone without
// JavaScript, on PostgreSQL.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { programs, startCluster } from "./postgres.mjs";
import { clockLibrary, press, signIn, startProduct } from "./product.mjs";

// Another database was asked for, or there is no PostgreSQL here: then on one database only.
const onBoth = !process.env.UDB_JOURNEY_DATABASE && programs() !== undefined;

let chrome;
let cluster;
before(async () => {
  chrome = await launch();
  if (onBoth) cluster = await startCluster();
});
after(async () => {
  await chrome.close();
  await cluster?.stop();
});

const plain = (text) => text.normalize("NFC");
/** Beside the pictures, where these are asked for. */
const keep = async (name, bytes) => process.env.UDB_SCREENSHOTS && writeFile(`${process.env.UDB_SCREENSHOTS}/${name}`, bytes);

/** The whole year, at a desk or on a `phone`. */
const year = async (t, { database, ...way }) => {
  const product = await startProduct({ clock: "2026-06-30T04:00:00", database });
  t.after(() => product.stop());
  const { page, context, errors } = await chrome.page({ ...way, base: product.base });
  t.after(() => context.close());

  /** A day of the year (`2026-07-01`), and who sits down to work on it. */
  const on = async (day, who) => {
    product.setClock(`${day}T04:00:00`);
    await signIn(page, who);
  };
  const main = async () => plain(await page.locator("main").innerText());
  const see = async (text) => assert.ok((await main()).includes(plain(text)), `${text}\n${page.url()}\n${await main()}`);
  const look = async (what) => {
    await picture(page, `year-${way.width}-${what}`);
    assert.deepEqual(await overflow(page), [], what);
    if (way.scripts) assert.deepEqual(await axe(page), [], what);
  };
  const path = () => new URL(page.url()).pathname;
  const row = (text) => page.locator("main tr", { hasText: text });

  /** Called, held, and minuted with these decisions; gives the meeting's path. */
  const meeting = async ({ kind, title, date, decisions }) => {
    await page.goto("/meetings/new");
    await page.check(`[name=kind][value=${kind}]`);
    await page.fill("[name=title]", title);
    await page.fill("[name=date]", date);
    await page.fill("[name=agenda]", decisions.map((d) => d.about).join("\n"));
    await press(page, "/meetings/new");
    const called = path();
    await page.goto(`${called}/attendance`);
    await press(page, "/attendance");
    for (const decision of decisions) {
      await page.goto(called);
      await page.locator("main a[href*='/items/']", { hasText: decision.about }).first().click();
      const item = path();
      await page.fill("[name=discussion]", `${decision.about} বিষয়ে আলোচনা হয়।`);
      await press(page, item);
      await page.fill("[name=text]", decision.text);
      await page.locator("[name=responsible]").selectOption({ label: decision.responsible });
      await page.fill("[name=due]", decision.due);
      await press(page, "/decisions");
    }
    // Whatever else is on the agenda was spoken of too.
    await page.goto(called);
    const items = await page.locator("a[href*='/items/']").evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute("href")))]);
    for (const item of items) {
      await page.goto(item);
      if ((await page.inputValue("[name=discussion]")) !== "") continue;
      await page.fill("[name=discussion]", "সভাকে অবহিত করা হয়।");
      await press(page, item);
    }
    await page.goto(called);
    if (kind === "team") await page.check("[name=reviewed_plan]");
    await press(page, "/minuted");
    if (kind === "coordination") {
      await press(page, "/brief");
    } else {
      await page.goto(`${called}/inform`);
      await page.fill("[name=on]", date);
      await page.setInputFiles("[name=proof]", { name: "informed.txt", mimeType: "text/plain", buffer: Buffer.from(`${title}: অবহিত`) });
      await press(page, "/inform");
    }
    return called;
  };

  const leader = "অতিরিক্ত সচিব, প্রশাসন অনুবিভাগ";
  const programmer = "প্রোগ্রামার, আইসিটি সেল";
  let plan = "";

  /** What is counted is told for a quarter, what has a day is not yet done; and it is submitted, with what ends by it. */
  const tell = async (quarter) => {
    await page.goto(`${plan}/progress?quarter=${quarter}`);
    for (const value of await page.locator("[name^=value_]").all()) {
      const about = await value.evaluate((field) => field.closest("fieldset, tr, .govuk-form-group").innerText);
      if (!about.includes("তারিখ")) await value.fill("১");
    }
    await press(page, "/progress");
    await see("অগ্রগতি সংরক্ষণ করা হয়েছে");
    const submitting = page.locator("form[action$='/periods'] button");
    assert.ok((await submitting.count()) > 0);
    for (let left = await submitting.count(); left > 0; --left) await submitting.first().click();
    assert.equal(await submitting.count(), 0);
  };

  await t.test("1 July: last year is not done with, and the new plan is begun from it", async () => {
    await on("2026-07-01", "member-secretary");
    await page.goto("/");
    await see("বার্ষিক প্রতিবেদন দাখিল করুন");
    await page.goto("/plans/new");
    await page.selectOption("[name=year]", { label: "২০২৬-২৭" });
    await page.selectOption("[name=form]", "e-governance-2021");
    await page.check("[name=start][value=last]");
    await press(page, "/plans");
    plan = path().replace("/edit", "");
    await look("plan-draft");
    await page.goto(plan);
    await press(page, "/submit");
    await see("পেশ করা হয়েছে");
  });

  await t.test("12 July: the coordination meeting decides, and the plan is approved by its decision", async () => {
    await on("2026-07-12", "secretary");
    await meeting({
      kind: "coordination",
      title: "জুলাই মাসের সমন্বয় সভা",
      date: "2026-07-12",
      decisions: [
        { about: "কর্মপরিকল্পনা অনুমোদন", text: "২০২৬-২৭ অর্থবছরের কর্মপরিকল্পনা অনুমোদন করা হলো।", responsible: programmer, due: "2026-07-20" },
      ],
    });
    await page.goto(plan);
    await page.locator("label", { hasText: "২০২৬-২৭ অর্থবছরের কর্মপরিকল্পনা অনুমোদন" }).first().click();
    await press(page, "/approve");
    await see("সংস্করণ ১");
    await look("plan-approved");
    await page.goto("/duties");
    await look("duties-july");
  });
  let august = "";
  await t.test("20 August: the first quarter's meeting, with a decision for the leader", async () => {
    await on("2026-08-20", "member-secretary");
    august = await meeting({
      kind: "team",
      title: "প্রথম ত্রৈমাসিকের সভা",
      date: "2026-08-20",
      decisions: [
        { about: "সেবা সহজিকরণ", text: "ছুটির আবেদন নিষ্পত্তির ধাপ কমাতে হবে।", responsible: leader, due: "2026-12-15" },
        { about: "প্রশিক্ষণ", text: "দুই দিনের প্রশিক্ষণ আয়োজন করতে হবে।", responsible: programmer, due: "2026-10-31" },
      ],
    });
    await look("minutes-august");
  });

  await t.test("10 October: the first quarter is told, an indicator that is late is shown as such", async () => {
    await on("2026-10-10", "member-secretary");
    await tell(1);
    await see("দাখিল করেছেন");
    await page.goto(plan);
    await see("পিছিয়ে আছে");
    await look("plan-october");
  });

  await t.test("1 November: the leader is transferred, and what was given to the post is the newcomer's", async () => {
    await on("2026-11-01", "secretary");
    await page.goto("/offices?q=শ্রম ও কর্মসংস্থান মন্ত্রণালয়");
    await page.locator("main a[href^='/offices/']", { hasText: "শ্রম ও কর্মসংস্থান মন্ত্রণালয়" }).first().click();
    await row("প্রশাসন অনুবিভাগ").filter({ hasText: "অতিরিক্ত সচিব" }).locator("a[href^='/posts/']").click();
    await page.locator("a[href$='/transfer']").first().click();
    await page.check("[name=who][value=new]");
    await page.fill("[name=name_bn]", "ড. নাজনীন সুলতানা");
    await page.fill("[name=name_en]", "Dr. Nazneen Sultana");
    await page.fill("[name=from]", "2026-11-01");
    await page.fill("[name=memo]", "০৫.০০.০০০০.১৩২.১৯.০০১.২৬-৪৫");
    await press(page, "/transfer");
    await see("নাজনীন সুলতানা");
    await page.goto("/decisions");
    await page.locator("main a[href^='/decisions/']", { hasText: "ছুটির আবেদন" }).first().click();
    await see("নাজনীন সুলতানা");
    await look("decision-of-the-newcomer");
  });

  await t.test("25 November: the next meeting confirms the minutes, with a correction", async () => {
    await on("2026-11-25", "member-secretary");
    await meeting({
      kind: "team",
      title: "দ্বিতীয় ত্রৈমাসিকের সভা",
      date: "2026-11-25",
      decisions: [{ about: "উদ্ভাবনী ধারণা", text: "দুটি ধারণা পাইলট করা হবে।", responsible: programmer, due: "2027-02-28" }],
    });
    await page.goto(`${august}/confirm`);
    await page.fill("[name=corrections]", "সেবা সহজিকরণের আলোচনা সংশোধন");
    await page.locator("textarea[name^=discussion_]", { hasText: "সেবা সহজিকরণ" }).fill("ছুটির আবেদনের সাতটি ধাপ চারটিতে নামানো নিয়ে আলোচনা হয়।");
    await press(page, "/confirm");
    await see("কার্যবিবরণী দৃঢ়ীকৃত");
    await see("সাতটি ধাপ চারটিতে");
    await look("minutes-corrected");
  });

  await t.test("12 January: half the year told; the plan amended by a decision", async () => {
    await on("2027-01-12", "member-secretary");
    await tell(2);
    await page.goto(plan);
    await press(page, "/amend");
    await page.goto(`${plan}/edit`);
    await page.locator(`main a[href^='${plan}/indicators/']`).first().click();
    await page.fill("[name=weight]", "৭");
    await press(page, path());
    await page.goto(plan);
    await press(page, "/submit");
    await on("2027-01-12", "secretary");
    await meeting({
      kind: "coordination",
      title: "জানুয়ারি মাসের সমন্বয় সভা",
      date: "2027-01-12",
      decisions: [{ about: "কর্মপরিকল্পনা সংশোধন", text: "সংশোধিত কর্মপরিকল্পনা অনুমোদন করা হলো।", responsible: programmer, due: "2027-01-20" }],
    });
    await page.goto(plan);
    await page.locator("label", { hasText: "সংশোধিত কর্মপরিকল্পনা অনুমোদন" }).first().click();
    await press(page, "/approve");
    await see("সংস্করণ ২");
    await page.goto(`${plan}/versions`);
    await see("মান: ৭");
    await look("plan-amended");
  });

  await t.test("5 April: the third quarter had no meeting, and it stays to be seen", async () => {
    await on("2027-04-05", "leader");
    await page.goto("/meetings");
    await see("এখানে এখনো কোনো সভা নেই।"); // whoever was transferred has no part in it any more
    await on("2027-04-05", "secretary");
    await page.goto("/meetings");
    await see("যেসব সভা হয়নি");
    assert.match(plain(await row("৩ নং ত্রৈমাসিক").first().innerText()), /হয়নি/);
    await look("quarter-missed");
  });

  await t.test("20 May: the fourth quarter's meeting", async () => {
    await on("2027-05-20", "member-secretary");
    await meeting({
      kind: "team",
      title: "চতুর্থ ত্রৈমাসিকের সভা",
      date: "2027-05-20",
      decisions: [{ about: "বার্ষিক প্রতিবেদন", text: "বার্ষিক প্রতিবেদনের খসড়া জুলাইয়ের প্রথম সপ্তাহে তৈরি হবে।", responsible: programmer, due: "2027-07-08" }],
    });
  });

  let report = "";
  await t.test("6 July: the report is begun from the records of the year, and written", async () => {
    await on("2027-07-06", "member-secretary");
    await page.goto("/");
    await see("২০২৬-২৭");
    await page.goto("/reports/new?kind=annual&year=2026");
    await press(page, "/reports");
    await see("প্রতিবেদনটি শুরু হয়েছে");
    report = path();
    await see("ছুটির আবেদন নিষ্পত্তির ধাপ কমাতে হবে।");
    await see("নাজনীন সুলতানা");
    await page.goto(`${report}/chapters/challenges`);
    await page.fill("[name=body]", "তৃতীয় ত্রৈমাসিকে নির্বাচনী দায়িত্বের কারণে সভা হয়নি।\n- আগামী বছরের সভার তারিখ জুলাইয়েই ঠিক করা হবে");
    await press(page, "/chapters/challenges", "button");
    await look("report-draft");
  });

  await t.test("14 July: tomorrow is declared a holiday; what was due then is due on the next open day, and says why", async () => {
    await on("2027-07-14", "secretary");
    await page.goto("/duties?year=2026");
    await look("duties-before-holiday");
    await page.goto("/holidays/new");
    await page.fill("[name=first_day]", "2027-07-15");
    await page.check("[name=kind][value=executive_order]");
    await page.fill("[name=name_bn]", "নির্বাহী আদেশে ছুটি");
    await page.fill("[name=authority]", "জনপ্রশাসন মন্ত্রণালয়");
    await page.fill("[name=memo]", "০৫.০০.০০০০.১৭৩.০৮.০১৪.২৭-১১২");
    await page.fill("[name=issued_on]", "2027-07-14");
    await page.fill("[name=reason]", "জাতীয় শোক");
    await press(page, "/holidays/new");
    await look("holiday");
    await page.goto("/duties?year=2026");
    await see("দপ্তর বন্ধ থাকায় ১৮ জুলাই ২০২৭ পর্যন্ত");
    await page.locator("main summary", { hasText: "১৮ জুলাই ২০২৭" }).first().click();
    await see("১৫ জুলাই ২০২৭: নির্বাহী আদেশে ছুটি");
    await see("০৫.০০.০০০০.১৭৩.০৮.০১৪.২৭-১১২ নম্বর আদেশ");
    await look("duties-after-holiday");
  });

  await t.test("18 July: the year is told on the day to which the holiday moved it", async () => {
    await on("2027-07-18", "member-secretary");
    await tell(4);
    await page.goto(report);
    await press(page, "/submit", "button");
    await see("অনুমোদনের অপেক্ষায়");
    await on("2027-07-18", "secretary");
    await page.goto(report);
    await press(page, "/approve", "button");
    await see("অনুমোদিত ও স্থির হয়েছে");
  });

  await t.test("25 July: the report is sent and published, in time", async () => {
    await on("2027-07-25", "member-secretary");
    await page.goto(report);
    const unfold = async (action) => {
      const folded = page.locator(`details:has(form[action$='${action}'])`);
      if (!(await folded.getAttribute("open"))) await folded.locator("summary").click();
    };
    await unfold("/send");
    await page.check("form[action$='/send'] [value=email]");
    await page.setInputFiles("form[action$='/send'] [name=proof]", { name: "sent.txt", mimeType: "text/plain", buffer: Buffer.from("প্রেরিত") });
    await press(page, "/send", "button");
    await see("প্রেরণ লেখা হয়েছে");
    await press(page, "/publish", "button");
    await see("প্রকাশিত হয়েছে");
    await see("সময়মতো");
    await look("report-published");
    const pdf = await (await page.request.get(`${report}/editions/1/pdf`)).body();
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await keep("report-2026-27.pdf", pdf);
    const data = await (await page.request.get(`${report}/editions/1/json`)).json();
    assert.ok(plain(JSON.stringify(data)).includes(plain("সাতটি ধাপ চারটিতে")) || plain(JSON.stringify(data)).includes(plain("ছুটির আবেদন")));
    const guest = await chrome.page({ width: "phone", scripts: false, base: product.base });
    t.after(() => guest.context.close());
    await guest.page.goto(report);
    assert.ok(plain(await guest.page.locator("main").innerText()).includes(plain("নির্বাচনী দায়িত্বের কারণে সভা হয়নি")));
  });

  await t.test("31 July: for each function, whether it is met and on what evidence", async () => {
    await on("2027-07-31", "secretary");
    await page.goto("/duties?year=2026");
    await look("duties-at-the-end");
    const own = path();
    const state = async (no) => {
      await page.goto(`${own}/labour-2026/${no}?year=2026`);
      return plain(await page.locator("main .status").first().innerText());
    };
    assert.equal(await state(2), plain("পালিত"));
    assert.equal(await state(3), plain("আংশিক পালিত"), "the third quarter had no meeting");
    await see("৪টি মেয়াদের ৩টিতে পালিত");
    await look("function-quarters");
    assert.equal(await state(5), plain("পালিত"));
    await look("function-report");
    // The same page for the day before the report was sent.
    await page.goto(`${own}?year=2026&on=2027-07-24`);
    await see("প্রেরণ, প্রকাশ");
    assert.deepEqual(errors, []);
  });
};

const skip = !clockLibrary() && "faketime is not installed";
test("a year of the team, from plan to report: at a desk", { skip }, (t) => year(t, { width: "wide", scripts: true }));
test("a year of the team: on a phone without JavaScript, on PostgreSQL", { skip: skip || (!onBoth && "no PostgreSQL") }, (t) =>
  year(t, { width: "phone", scripts: false, database: cluster.database("year") }));
