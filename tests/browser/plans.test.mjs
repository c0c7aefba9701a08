// A yearly plan from its form to its figures: begun, edited, put up, approved by a decision of a coordination
// meeting, told by quarter, submitted, exported. At both widths, with scripts and without; axe finds nothing,
// nothing sticks out; nothing that was typed is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { press, signIn, startProduct } from "./product.mjs";

const ways = [
  { width: "wide", scripts: true },
  { width: "phone", scripts: false },
  { width: "phone", scripts: true },
  { width: "wide", scripts: false },
];

let chrome;
before(async () => {
  chrome = await launch();
});
after(() => chrome.close());

for (const way of ways) {
  const name = `${way.width}-${way.scripts ? "scripts" : "plain"}`;
  test(`from the form to the submitted quarter (${name})`, async (t) => {
    const product = await startProduct();
    t.after(() => product.stop());
    const { page, context, errors } = await chrome.page({ ...way, base: product.base });
    t.after(() => context.close());
    const look = async (what) => {
      await picture(page, `plans-${what}-${name}`);
      assert.deepEqual(await overflow(page), [], what);
      if (way.scripts) assert.deepEqual(await axe(page), [], what);
    };
    const see = async (text) => {
      const main = (await page.locator("main").innerText()).normalize("NFC");
      assert.ok(main.includes(text.normalize("NFC")), `${text}\n${main}`);
    };
    const open = async (suffix, what) => {
      await page.goto(`${plan}${suffix}`);
      await look(what);
    };
    let plan = "";

    // What is approved is public, a draft is not; nobody learns who told what.
    await page.goto("/plans");
    await look("public-list");
    assert.equal(await page.locator("main", { hasText: "গাজীপুর" }).count(), 0);
    await page.locator("main a[href^='/plans/']").first().click();
    plan = new URL(page.url()).pathname;
    await see("অনুমোদিত");
    await see("পিছিয়ে আছে");
    await look("public-plan");
    const ministry = plan;

    // Begun from the form of another year's plan; one of each.
    await signIn(page, "member-secretary");
    await page.goto("/plans");
    await look("list");
    await page.goto("/plans/new");
    await look("new");
    await page.selectOption("[name=form]", "e-governance-2021");
    await press(page, "/plans");
    await see("আগেই আছে");
    await look("new-wrong");
    await page.selectOption("[name=form]", "rti");
    await page.check("[name=start][value=form]");
    await press(page, "/plans");
    await see("খসড়া তৈরি হয়েছে");
    plan = new URL(page.url()).pathname.replace("/edit", "");
    await look("edit");

    // Its title, corrected; one that is missing is said.
    await page.goto(`${plan}/title`);
    await page.fill("[name=title_bn]", "");
    await press(page, "/title");
    await look("title-wrong");
    await page.fill("[name=title_bn]", "তথ্য অধিকার বিষয়ে মন্ত্রণালয়ের কর্মপরিকল্পনা");
    await press(page, "/title");
    await see("তথ্য অধিকার বিষয়ে মন্ত্রণালয়ের কর্মপরিকল্পনা");

    // An indicator: every fault is told, what was typed stays.
    await page.locator(`main a[href^='${plan}/indicators/']`).first().click();
    await look("indicator-form");
    await page.fill("[name=weight]", "দশ");
    await page.fill("[name=band_100]", "চার");
    await page.fill("[name=evidence_expected]", "সভার কার্যবিবরণী");
    await press(page, new URL(page.url()).pathname);
    assert.equal(await page.locator(".govuk-error-message").count(), 2);
    assert.equal(await page.inputValue("[name=evidence_expected]"), "সভার কার্যবিবরণী");
    await look("indicator-wrong");
    await page.selectOption("[name=unit]", "number");
    await page.selectOption("[name=count]", "sum");
    await page.selectOption("[name=better]", "higher");
    await page.fill("[name=weight]", "১০");
    for (const [band, value] of [["100", "৪"], ["90", "৩"], ["80", "২"], ["70", ""], ["60", ""]])
      await page.fill(`[name=band_${band}]`, value);
    await press(page, new URL(page.url()).pathname);
    await see("সংরক্ষণ করা হয়েছে");
    await page.goto(`${plan}/areas/new`);
    await page.fill("[name=name]", "অতিরিক্ত ক্ষেত্র");
    await press(page, "/areas/new");
    await see("অতিরিক্ত ক্ষেত্র");
    await page.locator("section", { hasText: "অতিরিক্ত ক্ষেত্র" }).locator("form[action$='/move'] button").first().click();
    await see("স্থান বদলানো হয়েছে");
    await page.locator("section", { hasText: "অতিরিক্ত ক্ষেত্র" }).locator("form[action$='/remove'] button").first().click();
    assert.equal(await page.locator("main h2", { hasText: "অতিরিক্ত ক্ষেত্র" }).count(), 0);

    // Put up by one, approved by another through the meeting's decision.
    await open("", "draft");
    await press(page, "/submit");
    await see("পেশ করা হয়েছে");
    await signIn(page, "secretary");
    await open("", "submitted");
    await press(page, "/approve");
    await see("কোন সিদ্ধান্তে অনুমোদিত হলো তা বেছে নিন।");
    await page.locator("[name=decision]").first().check();
    await press(page, "/approve");
    await see("সংস্করণ ১");
    await look("approved");

    // A quarter told: a value that is none is said, the others are saved.
    await signIn(page, "member-secretary");
    await page.goto(`${plan}/progress?quarter=1`);
    await look("progress");
    const values = page.locator("[name^=value_]");
    await values.nth(0).fill("১");
    await values.nth(1).fill("অনেক");
    await press(page, "/progress");
    await look("progress-wrong");
    assert.equal(await values.nth(1).inputValue(), "অনেক");
    assert.equal(await page.locator(".govuk-error-message").count(), 1);
    await values.nth(1).fill("");
    await press(page, "/progress");
    await see("অগ্রগতি সংরক্ষণ করা হয়েছে");
    assert.equal(await values.nth(0).inputValue(), "১");
    const submitting = page.locator("form[action$='/periods'] button");
    if ((await submitting.count()) > 0) {
      await submitting.first().click();
      await see("দাখিল করেছেন");
      await values.nth(0).fill("২");
      await press(page, "/progress");
      await see("কারণ লিখতে হবে");
      await page.fill("[name=reason]", "গণনায় ভুল ছিল");
      await press(page, "/progress");
      await look("submitted-quarter");
    }
    await open("", "told");
    for (const format of ["pdf", "xlsx", "csv"]) {
      const file = await page.request.get(`${plan}/table?kind=progress&format=${format}`);
      assert.equal(file.status(), 200, format);
      assert.ok((await file.body()).length > 500, format);
    }

    // Amended in a working copy; the differences are shown.
    await press(page, "/amend");
    await page.goto(`${plan}/edit`);
    await page.locator(`main a[href^='${plan}/indicators/']`).first().click();
    await page.fill("[name=weight]", "৭");
    await press(page, new URL(page.url()).pathname);
    await open("/versions", "versions");
    await see("কার্যকপি");
    await see("মান: ৭");

    // The ministry's own plan, further on in its year.
    plan = ministry;
    await open("/assessment", "assessment");
    await open("/versions", "ministry-versions");
    await page.goto(plan);
    await page.locator("main a[href^='/indicators/']").first().click();
    await look("indicator");
    await open("/evidence", "evidence");
    await see("প্রশিক্ষণ সম্পন্ন হওয়ার প্রত্যয়ন");
    await open("/evidence?view=gallery", "gallery");
    const register = await page.request.get(`${plan}/evidence?view=register`);
    assert.equal(register.headers()["content-type"], "application/pdf");

    // The year before is closed in August: what was told and assessed is read.
    await page.goto("/plans?stage=closed");
    const closed = page.locator("main tbody a[href^='/plans/']");
    if ((await closed.count()) > 0) {
      plan = await closed.first().getAttribute("href");
      await open("", "closed");
      await see("বছর সমাপ্ত");
      await open("/progress?quarter=2", "closed-progress");
      assert.equal(await page.locator("[name^=value_]").count(), 0);
      await open("/assessment?period=year", "closed-assessment");
      await see("মন্ত্রিপরিষদ বিভাগ");
    }
    plan = ministry;
    await page.goto("/plans/import");
    await look("import");
    await page.context().addCookies([{ name: "language", value: "en", url: product.base }]);
    await open("", "english");
    assert.deepEqual(errors.filter((error) => !/4(09|22)/.test(error)), []);
  });
}
