// A holiday declared late: who may enter it, nothing typed lost; the meeting of that day goes to the next open
// one and says why; a due date is in time until offices are open. At both widths, with scripts and without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { press, signIn, startProduct } from "./product.mjs";

let chrome;
before(async () => {
  chrome = await launch();
});
after(() => chrome.close());

/** A Monday some weeks ahead, on which a meeting is called. */
const mondayAhead = () => {
  const date = new Date(Date.now() + 20 * 86_400_000);
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() + 1);
  return date;
};
const iso = (date, ahead = 0) => new Date(date.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);

for (const way of [
  { width: "wide", scripts: true },
  { width: "phone", scripts: false },
]) {
  const name = `${way.width}-${way.scripts ? "scripts" : "plain"}`;
  test(`a holiday declared at the last moment (${name})`, async (t) => {
    const product = await startProduct();
    t.after(() => product.stop());
    const { page, context } = await chrome.page({ ...way, base: product.base });
    t.after(() => context.close());
    const look = async (what) => {
      await picture(page, `holidays-${what}-${name}`);
      assert.deepEqual(await overflow(page), [], what);
      if (way.scripts) assert.deepEqual(await axe(page), [], what);
    };
    const see = async (text) => {
      const main = (await page.locator("main").innerText()).normalize("NFC");
      assert.ok(main.includes(text.normalize("NFC")), `${text}\n${main}`);
    };
    const monday = mondayAhead();

    // Everybody sees the list; a guest enters nothing.
    await page.goto("/holidays");
    assert.equal(await page.locator("a[href='/holidays/new']").count(), 0);
    await page.goto("/holidays/new");
    assert.match(page.url(), /sign-in/);

    await signIn(page, "member-secretary");
    await page.goto("/meetings/new");
    await page.check("[name=kind][value=team]");
    await page.fill("[name=title]", "ছুটির দিনের সভা");
    await page.fill("[name=date]", iso(monday));
    await page.fill("[name=begins]", "১৬:৩০");
    await press(page, "/meetings/new");
    const meeting = new URL(page.url()).pathname;

    await page.goto("/holidays");
    await look("list");
    await page.locator("main a[href='/holidays/new']").click();
    await page.fill("[name=first_day]", iso(monday));
    await page.fill("[name=last_day]", iso(monday, -1));
    await page.check("[name=kind][value=executive_order]");
    await page.fill("[name=name_bn]", "নির্বাহী আদেশে ছুটি");
    await page.fill("[name=name_en]", "Holiday by executive order");
    await page.fill("[name=authority]", "জনপ্রশাসন মন্ত্রণালয়");
    await page.fill("[name=memo]", "০৫.০০.০০০০.১৭৩.০৮.০০২.২৬-৯");
    await page.fill("[name=issued_on]", iso(new Date()));
    await page.fill("[name=reason]", "শেষ মুহূর্তের আদেশ");
    await press(page, "/holidays/new");
    await see("শেষ দিন প্রথম দিনের আগে হতে পারে না।");
    assert.equal(await page.inputValue("[name=authority]"), "জনপ্রশাসন মন্ত্রণালয়");
    await look("wrong");
    await page.fill("[name=last_day]", iso(monday, 1));
    await press(page, "/holidays/new");
    await see("নির্বাহী আদেশে ছুটি");
    assert.match(page.url(), /\/holidays\/\d+$/);
    await look("declared");

    await page.goto(meeting);
    await see("তারিখে হওয়ার কথা ছিল");
    await see("০৫.০০.০০০০.১৭৩.০৮.০০২.২৬-৯ নম্বর আদেশ");
    await look("moved");
    await page.goto("/holidays");
    await see("০৫.০০.০০০০.১৭৩.০৮.০০২.২৬-৯");

    // Called off: the day is a working day again, and the meeting can go back to it.
    await page.locator("main a[href='/holidays/new']").click();
    await page.fill("[name=first_day]", iso(monday));
    await page.check("[name=kind][value=working]");
    await page.fill("[name=name_bn]", "ছুটি বাতিল");
    await page.fill("[name=authority]", "জনপ্রশাসন মন্ত্রণালয়");
    await page.fill("[name=memo]", "০৫.০০.০০০০.১৭৩.০৮.০০২.২৬-১০");
    await page.fill("[name=issued_on]", iso(new Date()));
    await page.fill("[name=reason]", "আদেশ বাতিল");
    await press(page, "/holidays/new");
    await page.goto("/");
    await see("ছুটি বাতিল হয়েছে: “ছুটির দিনের সভা”");
    await page.goto(meeting);
    await see("এখন আবার কর্মদিবস");
    await look("called-off");
    await press(page, "/move-back", "button");
    await see("ছুটি বাতিল হওয়ায় সভা");
    assert.equal(await page.locator("form[action$='/move-back']").count(), 0);
    await page.goto("/language?to=en&back=" + encodeURIComponent(meeting));
    await see("as the day was declared a holiday: Holiday by executive order");
    await look("english");
  });
}
