// Duties: a leader looks at what the office met and what is left, at a past day, at a function and its records; attests
// what no record tells of, and takes it back; the Cabinet Division looks at all offices. At both widths, with scripts
// and without, in both languages; axe finds nothing, nothing sticks out.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { press, signIn, startProduct } from "./product.mjs";

const ways = [
  { width: "wide", scripts: true, language: "bn" },
  { width: "phone", scripts: false, language: "bn" },
  { width: "wide", scripts: false, language: "en" },
  { width: "phone", scripts: true, language: "en" },
];

let chrome;
before(async () => {
  chrome = await launch();
});
after(() => chrome.close());

const main = async (page) => (await page.locator("main").innerText()).normalize("NFC");
const said = {
  bn: { met: "পালিত", attested: "সাইবার নিরাপত্তা", pick: "একটি প্রমাণক বেছে নিন", withdrawn: "প্রত্যাহৃত" },
  en: { met: "Met", attested: "cyber security", pick: "Choose a piece of evidence", withdrawn: "Withdrawn" },
};

for (const way of ways) {
  test(`what is met, on what evidence (${way.width}, ${way.language}, ${way.scripts ? "scripts" : "no scripts"})`, async (t) => {
    const product = await startProduct();
    t.after(() => product.stop());
    const { page, context, errors } = await chrome.page({ ...way, base: product.base });
    t.after(() => context.close());
    const words = said[way.language];
    const look = async (what) => {
      await picture(page, `duties-${what}-${way.width}-${way.language}`);
      assert.deepEqual(await overflow(page), [], what);
      if (way.scripts) assert.deepEqual(await axe(page), [], what);
    };
    await signIn(page, "leader");
    await page.goto(`/language?to=${way.language}&back=/duties/mine`);
    await look("mine");
    assert.ok((await page.locator("#office tbody tr").count()) >= 3);
    await page.locator("#letters input[value=never]").check();
    await press(page, "/duties/mine/letters");
    assert.ok(await page.locator("#letters input[value=never]").isChecked());
    await look("mine-saved");

    // The groups of the navigation open by keyboard, and lead on.
    const group = page.locator(".mainnav summary").first();
    await group.focus();
    await page.keyboard.press("Enter");
    await look("navigation");
    await page.locator(".mainnav details[open] a[href='/duties']").click();
    await look("own");
    const own = new URL(page.url()).pathname;
    assert.match(own, /^\/duties\/\d+$/);

    // On a day before anything was recorded nothing is met.
    await page.fill("[name=on]", "১ জুলাই ২০২৬");
    await page.locator("main form button").first().click();
    assert.match(page.url(), /on=/);
    await look("past");
    await page.fill("[name=on]", "কাল");
    await page.locator("main form button").first().click();
    assert.equal(await page.locator(".govuk-error-message").count(), 1);
    await look("past-wrong");

    // What one contributed: the page, the certificate, and its draft for the office to issue.
    await page.goto("/duties/record");
    await look("record");
    assert.ok((await page.locator("main section[id^=group-]").count()) >= 1);
    const certificate = await page.request.get(await page.locator("main a[href*='/certificate']").getAttribute("href"));
    assert.equal(certificate.headers()["content-type"], "application/pdf");
    assert.equal((await certificate.body()).subarray(0, 5).toString(), "%PDF-");
    await page.fill("[name=until]", "১ জানুয়ারি ২০২০");
    await page.locator("main form button").first().click();
    assert.equal(await page.locator(".govuk-error-message").count(), 1);
    await look("record-wrong");
    await page.goto("/duties/record");
    await page.locator("form[action*='/duties/record/'][method=post] button").click();
    assert.match(page.url(), /\/papers\/\d+/);

    await page.goto(`${own}/labour-2026/3`);
    assert.ok((await page.locator("main section[id^=period-]").count()) >= 1);
    assert.ok((await page.locator("main a[href^='/meetings/']").count()) >= 1);
    await look("function");

    // A function that no record tells of: cyber security, paragraph 2(18).
    await page.goto(`${own}/labour-2026/18`);
    await page.locator("#attestation a").click();
    await look("attest");
    await page.fill("[name=statement]", "সাইবার নিরাপত্তা নিরীক্ষা হয়েছে।");
    await press(page, "/attest?year=" + new URL(page.url()).searchParams.get("year"));
    assert.ok((await main(page)).includes(words.pick.normalize("NFC")));
    assert.equal(await page.inputValue("[name=statement]"), "সাইবার নিরাপত্তা নিরীক্ষা হয়েছে।");
    await look("attest-wrong");
    await page.selectOption("[name=evidence]", { index: 1 });
    await page.locator("main form[action*='/attest'] button").last().click();
    assert.match(page.url(), /\/attestations\/\d+/);
    await look("attestation");
    const statement = page.url();
    await page.goto(`${own}/labour-2026/18`);
    assert.ok((await page.locator(".heading .status, .page-heading .status, main .status").first().innerText()).normalize("NFC").includes(words.met.normalize("NFC")));
    await page.goto(statement);
    await page.fill("[name=reason]", "ভুল প্রমাণক");
    await press(page, "/withdraw");
    assert.ok((await main(page)).includes(words.withdrawn.normalize("NFC")));
    await look("withdrawn");

    await signIn(page, "cabinet");
    await page.goto(`/language?to=${way.language}&back=/duties/matrix`);
    await look("matrix");
    // A sign of the grid leads to the function of that office.
    assert.ok((await page.locator(".states-grid tbody tr").count()) >= 10);
    await page.locator(".states-grid tbody .state").first().click();
    assert.match(new URL(page.url()).pathname, /^\/duties\/\d+\/[\w-]+\/1$/);
    await page.goBack();
    const figure = page.locator("main a[href*='state=not_met']").first();
    const count = await figure.innerText();
    await figure.click();
    await look("matrix-narrowed");
    const digits = (text) => Number(text.match(/[০-৯0-9]+/)[0].replace(/[০-৯]/g, (d) => "০১২৩৪৫৬৭৮৯".indexOf(d)));
    assert.equal(await page.locator("#offices tbody tr").count(), Math.min(50, digits(count)));
    await page.locator("#offices tbody a").first().click();
    assert.match(new URL(page.url()).pathname, /^\/duties\/\d+\/[\w-]+\/\d+$/);
    assert.ok((await page.locator("main section[id^=period-]").count()) >= 1);
    await look("drilled");
    // A mail program posts there without a form of ours: it is asked for its secret only (RFC 8058).
    const stop = await fetch(`${product.base}/duties/stop/guessed`, { method: "POST", body: new URLSearchParams("List-Unsubscribe=One-Click") });
    assert.equal(stop.status, 404);

    // The browser itself notes the two answers that are errors.
    assert.deepEqual(errors.filter((error) => !error.includes("422")), []);
  });
}
