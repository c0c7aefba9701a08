// The gallery and the sample pages in the browser: axe finds nothing, nothing sticks out at 360 px,
// the keyboard reaches everything, and the weight stays small.
// UDB_LOOK_SAMPLES names the program that writes the pages.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture, serve, widths } from "./browser.mjs";

const folder = mkdtempSync(join(tmpdir(), "udbhabon-look-"));
execFileSync(process.env.UDB_LOOK_SAMPLES, [folder]);
const names = readdirSync(folder).filter((file) => file.endsWith(".html")).map((file) => file.slice(0, -5));

let chrome;
let server;
before(async () => {
  chrome = await launch();
  server = await serve(folder);
});
after(async () => {
  await chrome.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

for (const name of names)
  for (const width of Object.keys(widths))
    test(`${name} is accessible and fits at ${widths[width].width} px`, async () => {
      const { page, context, errors } = await chrome.page({ width, base: server.base });
      await page.goto(`/${name}.html`);
      await page.evaluate(() => document.fonts.ready);
      await picture(page, `${name}-${width}`);
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await overflow(page), []);
      assert.deepEqual(errors, []);
      await context.close();
    });

test("a page looks the same without scripts", async () => {
  const pictures = [];
  for (const scripts of [true, false]) {
    const { page, context } = await chrome.page({ scripts, base: server.base });
    await page.goto("/team.html");
    pictures.push((await page.screenshot()).length);
    await context.close();
  }
  assert.ok(Math.abs(pictures[0] - pictures[1]) < pictures[0] / 50, `${pictures}`);
});

test("the first press of Tab offers the way to the main part, and every stop can be seen", async () => {
  const { page, context } = await chrome.page({ base: server.base });
  await page.goto("/team.html");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  for (let stop = 0; stop < 12; ++stop) {
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    assert.ok(ring, await page.evaluate(() => document.activeElement.outerHTML));
  }
  await context.close();
});

test("an error summary takes the focus and leads to its field", async () => {
  const { page, context } = await chrome.page({ base: server.base });
  await page.goto("/form.html");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".govuk-error-summary")));
  await page.click('.govuk-error-summary a[href="#comes"]');
  assert.equal(await page.evaluate(() => document.activeElement.id), "comes");
  await context.close();
});

test("levels of the tree open without scripts", async () => {
  const { page, context } = await chrome.page({ scripts: false, base: server.base });
  await page.goto("/offices.html");
  const below = page.getByText("১৭টি উপজেলা দেখুন");
  assert.equal(await below.isVisible(), false);
  await page.locator("summary", { hasText: "কুমিল্লা" }).click();
  assert.equal(await below.isVisible(), true);
  await context.close();
});

test("touch targets of the phone are at least 24 px, buttons and fields 44 px", async () => {
  const { page, context } = await chrome.page({ width: "phone", base: server.base });
  for (const name of ["team", "form", "offices"]) {
    await page.goto(`/${name}.html`);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, .govuk-button, .govuk-input, .govuk-select, .pager li a")]
        .filter((element) => element.getBoundingClientRect().height < 43.5)
        .map((element) => element.outerHTML.slice(0, 100)));
    assert.deepEqual(small, []);
  }
  await context.close();
});

test("a first page weighs less than 100 KB without fonts, uncompressed", () => {
  const html = readFileSync(join(folder, "home.html"), "utf8");
  const parts = [...html.matchAll(/(?:href|src)="\/assets\/0(\/[^"]+)"/g)].map((match) => match[1]);
  const bytes = new Set(parts);
  const sum = [...bytes].reduce((total, path) => total + statSync(join(folder, "assets", path)).size, html.length);
  assert.ok(sum < 100_000, `${sum} bytes`);
});
