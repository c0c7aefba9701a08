// A list taken away as a file, changed, brought back, reported on and saved: at both widths, with and without
// scripts; axe finds nothing and nothing sticks out.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture, widths } from "./browser.mjs";
import { signIn, startProduct } from "./product.mjs";

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

const looked = async (page, name, scripts) => {
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size);
    await picture(page, `tables-${name}-${width}`);
    if (!scripts) continue;
    assert.deepEqual(await overflow(page), [], `${name} at ${width}`);
    assert.deepEqual(await axe(page), [], `${name} at ${width}`);
  }
  await page.setViewportSize(widths.wide);
};

const bring = async (page, name, text) => {
  await page.setInputFiles("input[type=file]", { name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.click("form[action$='/import'] button");
};

for (const scripts of [true, false])
  test(`a list goes out as a file and comes back corrected, scripts ${scripts ? "on" : "off"}`, async (t) => {
    const { page, context } = await chrome.page({ base: product.base, scripts });
    t.after(() => context.close());
    await signIn(page, "admin");

    await page.goto("/people");
    await looked(page, "list", scripts);
    const taken = page.waitForEvent("download");
    await page.click("a[href*='format=csv']");
    const file = await taken;
    assert.match(file.suggestedFilename(), /^কর্মকর্তা ২০[০-৯-]+\.csv$/);
    const text = await readFile(await file.path(), "utf8");
    assert.equal(text.charCodeAt(0), 0xfeff);
    const lines = text.trimEnd().split("\r\n");

    await page.click("a[href$='/people/import']");
    await looked(page, "import", scripts);
    await page.click("form[action$='/import'] button");
    assert.match(await page.textContent("main"), /একটি ফাইল বেছে নিন/);
    await looked(page, "no-file", scripts);

    await bring(page, "ভুল.csv", `${lines[0]},অচেনা\r\n99999${lines[1].slice(lines[1].indexOf(","))},x\r\n,\r\nক\r\n`);
    const report = await page.textContent("main");
    assert.match(report, /অচেনা/);
    assert.match(report, /99999 আইডির কোনো তথ্য নেই/);
    assert.equal(await page.locator("button:has-text('সব সংরক্ষণ করুন')").count(), 0);
    await looked(page, "mistakes", scripts);
    const told = page.waitForEvent("download");
    await page.click("a[href$='/problems']");
    assert.match(await readFile(await (await told).path(), "utf8"), /99999/);

    await page.goto("/people/import");
    await bring(page, "একই.csv", text);
    assert.match(await page.textContent("main"), /সংরক্ষণ করার কিছু নেই/);
    await looked(page, "nothing", scripts);

    const heads = lines[0].replace("\ufeff", "").split(",");
    const cells = lines[1].split(",");
    const name = heads.findIndex((head) => head.startsWith("নাম"));
    const changed = cells.map((cell, column) => (column === name ? `${cell} ${scripts ? "ক" : "খ"}` : cell));
    await page.goto("/people/import");
    await bring(page, "সংশোধিত.csv", `${lines[0]}\r\n${changed.join(",")}\r\n`);
    await looked(page, "report", scripts);
    await page.click("button:has-text('সব সংরক্ষণ করুন')");
    assert.match(await page.textContent("body"), /ফাইলের সব তথ্য সংরক্ষিত হয়েছে/);
    await page.goto(`/people/${cells[0]}`);
    assert.ok((await page.textContent("main")).includes(changed[name]));
  });
