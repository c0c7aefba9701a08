// From an order to a lawful team, as its people do it: read the order, form the team, see the verdict,
// transfer an officer, issue the re-forming order, download it. At both widths, with and without JavaScript,
// and on both databases.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { programs, startCluster } from "./postgres.mjs";
import { press, signIn, startProduct } from "./product.mjs";

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

const order = (no) => `গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
শ্রম ও কর্মসংস্থান মন্ত্রণালয়
আইসিটি সেল
www.mole.gov.bd

নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.${no}

তারিখ: ২ চৈত্র ১৪৩২ বঙ্গাব্দ
১৬ মার্চ ২০২৬ খ্রিস্টাব্দ

অফিস আদেশ

মন্ত্রিপরিষদ বিভাগের স্মারক নং ০৪.০০.০০০০.৮৩৩.৩৩.০০২.২০-১০০ তারিখ: ০৬.১১.২০২৫-এর প্রজ্ঞাপনের আলোকে ইনোভেশন টিম নিম্নবর্ণিত কর্মকর্তাদের সমন্বয়ে পুনর্গঠন করা হলো:

০১. অতিরিক্ত সচিব (প্রশাসন) -- চিফ ইনোভেশন অফিসার
০২. যুগ্মসচিব/উপসচিব (পরিচালনা অধিশাখা) -- সদস্য
০৩. যুগ্মসচিব/উপসচিব (বাজেট অধিশাখা) -- সদস্য
০৪. সিস্টেম এনালিস্ট (আইসিটি সেল) -- সদস্য
০৫. প্রোগ্রামার (আইসিটি সেল) -- সদস্য সচিব

২। এ আদেশ অবিলম্বে কার্যকর হবে এবং ইতঃপূর্বে জারিকৃত এ সংক্রান্ত আদেশ বাতিল বলে গণ্য হবে।

১৬-০৩-২০২৬

নমুনা কর্মকর্তা
প্রোগ্রামার

নম্বর: ৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.${no}/১(৩)

অনুলিপি অবগতির জন্য প্রেরণ করা হলো (জ্যেষ্ঠতার ক্রমানুসারে নয়):

১। যুগ্মসচিব, পরিকল্পনা অধিশাখা, শ্রম ও কর্মসংস্থান মন্ত্রণালয়।
২। যুগ্মসচিব, বাজেট অধিশাখা, শ্রম ও কর্মসংস্থান মন্ত্রণালয়।
৩। সিস্টেম এনালিস্ট, আইসিটি সেল, শ্রম ও কর্মসংস্থান মন্ত্রণালয়।
`;

const ways = [
  { width: "wide", scripts: true },
  { width: "wide", scripts: false },
  { width: "phone", scripts: true },
  { width: "phone", scripts: false },
  ...(onBoth ? [{ width: "wide", scripts: true, postgres: true }, { width: "phone", scripts: false, postgres: true }] : []),
];

for (const way of ways)
  test(`from an order to an issued paper: ${way.width}, ${way.scripts ? "with" : "without"} JavaScript${way.postgres ? ", on PostgreSQL" : ""}`, async (t) => {
    const label = `${way.width}-${way.scripts ? "js" : "plain"}${way.postgres ? "-postgres" : ""}`;
    const product = await startProduct({ database: way.postgres ? cluster.database(label.replaceAll("-", "_")) : undefined });
    t.after(async () => assert.equal(await product.stop(), 0, "SIGTERM ends it in order"));
    const { page, context, errors } = await chrome.page({ ...way, base: product.base });
    t.after(() => context.close());

    /** Every page on the way: nothing sticks out, and where scripts run axe finds nothing. */
    const look = async (name) => {
      await picture(page, `journey-${label}-${name}`);
      if (!way.scripts) return;
      assert.deepEqual(await axe(page), [], name);
      assert.deepEqual(await overflow(page), [], name);
    };
    const see = async (text) => assert.ok((await page.locator("main").innerText()).normalize("NFC").includes(text.normalize("NFC")), text);

    await page.goto("/");
    await look("first-page");
    await signIn(page, "member-secretary");
    await look("home");

    // Read the order.
    await page.goto("/orders/new");
    await look("desk");
    await page.fill("[name=text]", order("৭"));
    await press(page, "/orders/read");
    await see("পরিকল্পনা অধিশাখা");
    await look("proposal");
    const proposals = page.locator("form[action$='/orders'] input[type=checkbox][name^=accept]");
    for (const box of await proposals.all()) await box.check();
    await press(page, "/orders", "button[type=submit]:not([name])");
    assert.match(page.url(), /\/orders\/\d+$/);
    await see("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৭");
    await look("order");

    // Form the team from it: a draft, with its verdict.
    await page.locator("a[href*='/teams/new?order=']").first().click();
    await look("form-team");
    await press(page, "/teams/new", "button:not([name])");
    assert.match(page.url(), /\/teams\/\d+\/draft/);
    await look("draft");
    const team = page.url().match(/\/teams\/(\d+)/)[1];

    // The verdict, under either mandate.
    await page.goto(`/teams/${team}/check?mandate=cabinet-2023`);
    await look("check-c23");
    await page.goto(`/teams/${team}/check?mandate=labour-2026`);
    await look("check-l26");

    // A transfer: the seat is the newcomer's.
    await signIn(page, "secretary");
    await page.goto("/offices?q=শ্রম ও কর্মসংস্থান মন্ত্রণালয়");
    await page.locator("main a[href^='/offices/']", { hasText: "শ্রম ও কর্মসংস্থান মন্ত্রণালয়" }).first().click();
    await look("office");
    await page.locator("main a[href^='/posts/']", { hasText: "সিস্টেম এনালিস্ট" }).first().click();
    await look("post");
    await page.locator("a[href$='/transfer']").first().click();
    await look("transfer");
    await page.check("[name=who][value=new]");
    await page.fill("[name=name_bn]", "নাজনীন সুলতানা");
    await page.fill("[name=name_en]", "Nazneen Sultana");
    await page.fill("[name=from]", "৩১ ফেব্রুয়ারি ২০২৬");
    await press(page, "/transfer");
    await look("transfer-refused");
    assert.equal(await page.inputValue("[name=name_bn]"), "নাজনীন সুলতানা", "nothing typed is lost");
    await page.fill("[name=from]", new Date().toISOString().slice(0, 10));
    await page.fill("[name=memo]", "০৫.০০.০০০০.১৩২.১৯.০০১.২৬-৪৫");
    await press(page, "/transfer");
    await see("নাজনীন সুলতানা");
    await page.goto(`/teams/${team}`);
    await see("নাজনীন সুলতানা");
    await look("team");

    // The order, drafted from the difference, by one person …
    await signIn(page, "member-secretary");
    await page.goto(`/teams/${team}/draft`);
    await page.locator("a[href*='/papers/new']").first().click();
    await look("new-paper");
    await press(page, "/papers");
    assert.match(page.url(), /\/papers\/\d+\/edit/);
    await look("edit-paper");
    await page.locator("button[name=act][value=see]").click();
    await look("draft-paper");
    const paper = page.url().match(/\/papers\/(\d+)/)[1];
    await press(page, "/submit");
    await page.goto(`/papers/${paper}`);
    assert.equal(await page.locator("form[action$='/approve']").count(), 0, "who drafted does not approve");

    // … approved and issued by another.
    await signIn(page, "leader");
    await page.goto("/");
    await look("home-leader");
    await page.goto(`/papers/${paper}`);
    await press(page, "/approve");
    await page.goto(`/papers/${paper}/issue`);
    await look("issue");
    await page.fill("[name=memo]", "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৮");
    await press(page, "/issue");
    await see("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৮");
    await look("issued");
    await page.goto(`/papers/${paper}/text`);
    await look("paste");
    await page.goto(`/papers/${paper}`);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`a[href$='/papers/${paper}/pdf']`).first().click(),
    ]);
    const file = await download.path();
    if (process.env.UDB_SCREENSHOTS) await download.saveAs(`${process.env.UDB_SCREENSHOTS}/journey-${label}.pdf`);
    assert.equal(readFileSync(file).subarray(0, 5).toString(), "%PDF-");
    const text = spawnSync("pdftotext", [file, "-"], { encoding: "utf8" }).stdout.normalize("NFC");
    for (const words of ["অফিস আদেশ", "পরিকল্পনা অধিশাখা", "সদস্য সচিব", "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৮"])
      assert.ok(text.includes(words.normalize("NFC")), words);

    // The team stands as the order says.
    await page.goto(`/teams/${team}`);
    await see("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৮");
    await look("team-reformed");
    // Left early by us (a picture, a download), or the refusal that we asked for.
    assert.deepEqual(errors.filter((error) => !/ERR_ABORTED|status of 422/.test(error)), []);
  });
