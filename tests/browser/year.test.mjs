// An innovation team's year, from the July plan to the July report of the next year, as its people live it: the clock
// stands still at each of their days. A transfer of the leader, a missed quarter, a corrected minute, a late indicator,
// an amended plan, a holiday declared at the last moment, and the report on time.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { clockLibrary, press, signIn, startProduct } from "./product.mjs";

let chrome;
before(async () => {
  chrome = await launch();
});
after(() => chrome.close());

const plain = (text) => text.normalize("NFC");

test("a year of the team, from plan to report", { skip: !clockLibrary() && "faketime is not installed" }, async (t) => {
  const product = await startProduct({ clock: "2026-06-30T04:00:00" });
  t.after(() => product.stop());
  const { page, context, errors } = await chrome.page({ width: "wide", scripts: true, base: product.base });
  t.after(() => context.close());

  /** A day of the year (`2026-07-01`), and who sits down to work on it. */
  const on = async (day, who) => {
    product.setClock(`${day}T04:00:00`);
    await signIn(page, who);
  };
  const main = async () => plain(await page.locator("main").innerText());
  const see = async (text) => assert.ok((await main()).includes(plain(text)), `${text}\n${page.url()}\n${await main()}`);
  const look = async (what) => {
    await picture(page, `year-${what}`);
    assert.deepEqual(await overflow(page), [], what);
    assert.deepEqual(await axe(page), [], what);
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
    await press(page, "/minuted");
    return called;
  };

  const secretary = "সচিব";
  const leader = "অতিরিক্ত সচিব, প্রশাসন অনুবিভাগ";
  const programmer = "প্রোগ্রামার, আইসিটি সেল";
  let plan = "";

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
});
