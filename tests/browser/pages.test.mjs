// The pages that the journey does not come by: doubts about a number, a series of numbers, an exception,
// two people at one draft, an installation without offices, English on a phone, paper. Each is looked at
// at both widths in Bangla; axe finds nothing, nothing sticks out, no English stands in a Bangla page.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture, widths } from "./browser.mjs";
import { password, press, program, signIn, startProduct } from "./product.mjs";

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

const opened = async (t, base) => {
  const { page, context, errors } = await chrome.page({ base });
  t.after(() => context.close());
  return { page, context, errors };
};

/** English words on a Bangla page, but addresses, names of formats and the switch of the language. */
const foreign = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("script, style, code, pre, [lang=en]")) continue;
      for (const word of node.data.split(/\s+/))
        if (/[A-Za-z]{2,}/.test(word) && !/[@./]/.test(word) && !/^\(?(English|CSV|XLSX|JSON|PDF)\)?$/.test(word))
          found.push(word);
    }
    return found;
  });

const checked = async (page, name) => {
  await picture(page, `pages-${name}`);
  assert.deepEqual(await axe(page), [], name);
  assert.deepEqual(await overflow(page), [], name);
};

/** The page as it stands, at both widths. */
const look = async (page, name) => {
  for (const width of ["phone", "wide"]) {
    await page.setViewportSize(widths[width]);
    await checked(page, `${name}-${width}`);
  }
  assert.deepEqual(await foreign(page), [], name);
};

const main = async (page) => (await page.locator("main").innerText()).normalize("NFC");
const see = async (page, text) => assert.ok((await main(page)).includes(text.normalize("NFC")), `${text}\n${await main(page)}`);

const ministry = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়";

/** The number of the ministry's team or office, in the directory of either. */
const idIn = async (page, directory) => {
  await page.goto(`${directory}?q=${encodeURIComponent(ministry)}`);
  const href = await page.locator(`main a[href^='${directory}/']`, { hasText: ministry }).first().getAttribute("href");
  return href.match(/\d+/)[0];
};

test("a doubtful number is looked at again before the paper is issued", async (t) => {
  const { page } = await opened(t, product.base);
  await signIn(page, "leader");
  await page.locator("#waiting a[href^='/papers/']").first().click();
  const paper = page.url().match(/\/papers\/(\d+)/)[1];
  await press(page, "/approve");
  await page.goto(`/papers/${paper}/issue`);
  await page.fill("[name=date]", "");
  await press(page, "/issue");
  await see(page, "স্মারক নম্বর: ");
  await see(page, "জারির তারিখ: ");
  await look(page, "issue-refused");

  const doubtful = "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩/১(৫৮০)";
  await page.fill("[name=memo]", doubtful);
  await page.fill("[name=date]", new Date().toISOString().slice(0, 10));
  await press(page, "/issue");
  await see(page, "০৪.০০");
  assert.equal(await page.inputValue("[name=memo]"), doubtful, "as it was typed");
  await look(page, "issue-doubts");
  await press(page, "/issue");
  assert.match(page.url(), /\/papers\/\d+$/);
  await see(page, "০৪.০০.০০০০.৮৩২.১৮.০০১.২৩");
});

test("an office sets its own series of numbers", async (t) => {
  const { page } = await opened(t, product.base);
  await signIn(page, "leader");
  const series = `/paper-numbers/${await idIn(page, "/offices")}`;
  await page.goto(series);
  await look(page, "series");
  await page.check("[name=source][value=own]");
  await page.fill("[name=base]", "অজানা");
  await page.fill("[name=last]", "৪");
  await press(page, series);
  assert.equal(await page.inputValue("[name=base]"), "অজানা");
  await look(page, "series-refused");
  await page.fill("[name=base]", "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭");
  await press(page, series);
  assert.equal(await page.inputValue("[name=last]"), "৪");
  await look(page, "series-saved");
  await page.check("[name=source][value=dnothi]");
  await press(page, series);
});

test("an exception is recorded with its reason, and the verdict stays", async (t) => {
  const { page } = await opened(t, product.base);
  await signIn(page, "secretary");
  await page.goto(`/teams/${await idIn(page, "/teams")}/check?mandate=cabinet-2023`);
  const verdict = await page.locator(".verdict").innerText();
  await page.locator("a[href*='/exceptions/new']").first().click();
  await look(page, "exception");
  await press(page, "/exceptions");
  await look(page, "exception-refused");
  const reason = "পদটি শূন্য; নতুন পদায়ন হলে টিম পুনর্গঠন করা হবে।";
  await page.fill("[name=reason]", reason);
  await press(page, "/exceptions");
  await see(page, reason);
  assert.equal(await page.locator(".verdict").innerText(), verdict);
  await look(page, "exception-recorded");
});

test("two people at one draft: nothing that was typed is lost", async (t) => {
  const { page, context } = await opened(t, product.base);
  await signIn(page, "member-secretary");
  const draft = `/teams/${await idIn(page, "/teams")}/draft`;
  await page.goto(draft.replace("/draft", ""));
  await press(page, "/draft/begin");
  await look(page, "draft");
  await press(page, "/draft/in-force");
  await see(page, "আদেশের স্মারক নম্বর: ");
  await see(page, "আদেশের তারিখ: ");
  await look(page, "in-force-refused");

  const other = await context.newPage();
  const elsewhere = async (act) => {
    await other.goto(draft);
    await act();
  };
  const note = async (text) => {
    await other.fill("[name=note]", text);
    await press(other, draft);
  };
  await page.goto(draft);
  await elsewhere(() => note("অন্য কেউ লিখেছেন"));
  await page.fill("[name=memo]", "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৯");
  await press(page, "/draft/in-force");
  assert.equal(await page.inputValue("[name=memo]"), "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৯");
  await look(page, "in-force-overtaken");

  await page.goto(draft);
  await elsewhere(() => note("অন্য কেউ আবার লিখেছেন"));
  await page.fill("[name=note]", "আমার টীকা");
  await press(page, draft);
  assert.equal(await page.inputValue("[name=note]"), "আমার টীকা");
  await look(page, "settings-overtaken");

  // The draft itself is gone: what was typed can be copied, and there is a way back.
  await elsewhere(() => press(other, "/draft/discard"));
  await page.fill("[name=note]", "আমার দ্বিতীয় টীকা");
  await press(page, draft);
  await see(page, "আমার দ্বিতীয় টীকা");
  assert.equal(await page.locator(`main a[href='${draft}']`).count(), 1);
  await look(page, "draft-gone");
});

test("two people at one office: the second sees it, and loses nothing", async (t) => {
  const { page, context } = await opened(t, product.base);
  await signIn(page, "secretary");
  const edit = `/offices/${await idIn(page, "/offices")}/edit`;
  await page.goto(edit);
  const other = await context.newPage();
  await other.goto(edit);
  await other.fill("[name=website]", "www.mole.gov.bd/other");
  await press(other, "/edit");
  await page.fill("[name=website]", "www.mole.gov.bd/mine");
  await press(page, "/edit");
  assert.equal(await page.inputValue("[name=website]"), "www.mole.gov.bd/mine");
  await look(page, "office-overtaken");
});

test("an installation without offices tells how to begin, and its first administrator can", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "udbhabon-first-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const database = `sqlite:${join(folder, "first.db")}`;
  const first = await startProduct({ database, demo: false });
  t.after(() => first.stop());
  const { page } = await opened(t, first.base);
  for (const path of ["/", "/offices", "/people", "/teams", "/papers", "/orders", "/mandates", "/sign-in"]) {
    await page.goto(path);
    await look(page, `first${path.replaceAll("/", "-")}`);
  }
  const made = spawnSync(
    program,
    ["user", "first", "admin", "--office", "শ্রম অধিদপ্তর", "--name", "প্রথম ব্যবস্থাপক", "--database", database],
    { encoding: "utf8", input: `${password}-first\n` },
  );
  assert.equal(made.status, 0, made.stderr);
  await page.fill("[name=username]", "admin");
  await page.fill("[name=password]", `${password}-first`);
  await page.click("form[action^='/sign-in'] button");
  await look(page, "first-administrator");
  await page.goto("/offices");
  await see(page, "শ্রম অধিদপ্তর");
  await page.goto("/offices/new");
  await look(page, "first-office-form");
  await page.goto("/accounts/new");
  await look(page, "first-account-form");
  await page.goto("/teams/new");
  await look(page, "first-team");
});

test("a phone shows the pages in English as well", async (t) => {
  const { page, context } = await opened(t, product.base);
  await page.setViewportSize(widths.phone);
  await context.addCookies([{ name: "language", value: "en", url: product.base }]);
  await page.goto("/");
  await checked(page, "en-guest");
  await page.goto("/sign-in");
  await page.fill("[name=username]", "member-secretary");
  await page.fill("[name=password]", password);
  await page.click("form[action^='/sign-in'] button");
  const href = await page.locator("main a[href^='/offices/']").first().getAttribute("href");
  await page.goto("/teams");
  const team = (await page.locator("main table a[href^='/teams/']").first().getAttribute("href")).match(/\d+/)[0];
  for (const [name, path] of Object.entries({
    home: "/", teams: "/teams", team: `/teams/${team}`, check: `/teams/${team}/check?mandate=cabinet-2023`,
    beside: `/teams/${team}/check?mandate=cabinet-2023&beside=labour-2026`, desk: "/orders/new", office: href,
    papers: "/papers", paper: "/papers/new", account: "/account", missing: "/no-such-page",
  })) {
    await page.goto(path);
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await checked(page, `en-${name}`);
  }
});

test("on paper the content stands alone", async (t) => {
  const { page } = await opened(t, product.base);
  await signIn(page, "leader");
  const team = await idIn(page, "/teams");
  await page.goto("/papers");
  const paper = await page.locator("main a[href^='/papers/']", { hasText: "শোকেসিং" }).first().getAttribute("href");
  await page.emulateMedia({ media: "print" });
  for (const [name, path, words] of [
    ["team", `/teams/${team}`, "ইনোভেশন টিম"],
    ["check", `/teams/${team}/check?mandate=cabinet-2023`, "টিমের গঠনের যাচাই"],
    ["teams", "/teams", "শ্রম অধিদপ্তর"],
    ["paper", paper, "অফিস আদেশ"],
  ]) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    for (const left of [".masthead", ".mainnav", ".colophon", ".govuk-button"])
      for (const element of await page.locator(left).all()) assert.equal(await element.isVisible(), false, `${name}: ${left}`);
    const folder = process.env.UDB_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), "udbhabon-print-"));
    const file = join(folder, `print-${name}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true });
    const text = spawnSync("pdftotext", [file, "-"], { encoding: "utf8" }).stdout;
    if (!process.env.UDB_SCREENSHOTS) rmSync(folder, { recursive: true });
    assert.match(text.trim(), /\S/, name);
    await see(page, words);
  }
});
