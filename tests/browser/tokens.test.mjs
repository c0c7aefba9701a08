// A person makes a token for a program, sees it once, and revokes it; and reads how programs use it.
// At both widths, without scripts on the phone; axe finds nothing, nothing sticks out.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { press, signIn, startProduct } from "./product.mjs";

let chrome;
let product;
before(async () => {
  chrome = await launch();
  product = await startProduct();
});
after(async () => {
  await chrome.close();
  await product.stop();
});

for (const width of ["wide", "phone"])
  test(`a token is made, shown once and revoked (${width})`, async (t) => {
    const { page, context, errors } = await chrome.page({ width, scripts: width === "wide", base: product.base });
    t.after(() => context.close());
    const look = async (name) => {
      await picture(page, `tokens-${name}-${width}`);
      assert.deepEqual(await overflow(page), [], name);
      if (width === "wide") assert.deepEqual(await axe(page), [], name);
    };
    const main = async () => (await page.locator("main").innerText()).normalize("NFC");
    const see = async (text) => assert.ok((await main()).includes(text.normalize("NFC")), `${text}\n${await main()}`);

    await signIn(page, width === "wide" ? "secretary" : "leader");
    await page.goto("/account");
    await page.click("a[href='/account/tokens']");
    await see("এখনো কোনো টোকেন নেই।");
    await look("none");
    await page.click("a[href='/account/tokens/new']");
    await look("new");
    await page.check("[name=lives][value='365']");
    await page.selectOption("[name=scope_posts]", "write");
    await press(page, "/account/tokens/new");
    await see("টোকেনের নাম: এই ঘরটি পূরণ করুন।");
    assert.equal(await page.locator("[name=lives]:checked").getAttribute("value"), "365", "what was chosen stays");
    assert.equal(await page.locator("[name=scope_posts]").inputValue(), "write");
    await look("wrong");
    await page.fill("[name=name]", "হিসাব শাখার সফটওয়্যার");
    await press(page, "/account/tokens/new");
    const secret = await page.locator("#secret").innerText();
    assert.match(secret, /^udb_[\w-]{43}$/);
    await look("made");
    const read = await fetch(`${product.base}/api/v1/posts?limit=1`, { headers: { Authorization: `Bearer ${secret}` } });
    assert.equal(read.status, 200);
    await page.goto("/account/tokens");
    await see("পদ: পড়া ও লেখা");
    assert.ok(!(await page.content()).includes(secret));
    await look("list");
    await press(page, "/revoke");
    await see("বাতিল");
    await look("revoked");
    await page.goto("/api");
    await look("api");
    assert.deepEqual(errors.filter((error) => !error.includes("422")), []);
  });
