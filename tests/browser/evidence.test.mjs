// Evidence: a file is brought, by itself or piece by piece over a line that is cut; shown, linked, found again when it
// comes twice, replaced; the gallery and the printed register. At both widths, with scripts and without, in both
// languages; axe finds nothing, nothing sticks out.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { press, signIn, startProduct } from "./product.mjs";

const ways = [
  { width: "wide", scripts: true, language: "bn" },
  { width: "phone", scripts: false, language: "bn" },
  { width: "wide", scripts: false, language: "en" },
  { width: "phone", scripts: true, language: "en" },
];

const pdf = (text) => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** So long that it comes in several pieces. */
const long = (megabytes) => Buffer.concat([pdf("long"), Buffer.alloc(megabytes * 1024 * 1024, 0x20), Buffer.from("\n%%EOF\n")]);

let chrome;
before(async () => {
  chrome = await launch();
});
after(() => chrome.close());

const number = (page) => Number(new URL(page.url()).pathname.split("/")[2]);
const main = (page) => page.locator("main").innerText();

for (const way of ways) {
  test(`evidence is entered, shown, linked, replaced (${way.width}, ${way.language}, ${way.scripts ? "scripts" : "no scripts"})`, async (t) => {
    const product = await startProduct();
    t.after(() => product.stop());
    const { page, context, errors } = await chrome.page({ ...way, base: product.base });
    t.after(() => context.close());
    const look = async (what) => {
      await picture(page, `evidence-${what}-${way.width}-${way.language}`);
      assert.deepEqual(await overflow(page), [], what);
      if (way.scripts) assert.deepEqual(await axe(page), [], what);
    };
    await signIn(page, "member-secretary");
    await page.goto(`/language?to=${way.language}&back=/evidence`);
    await look("list");
    await page.goto("/evidence/gallery");
    assert.ok((await page.locator(".gallery img").count()) >= 2);
    await look("gallery");
    const printed = await page.request.get("/evidence/register.pdf");
    assert.equal((await printed.body()).subarray(0, 5).toString(), "%PDF-");

    // Without a title nothing that came is lost, the file neither.
    const scan = { name: "হাজিরা.pdf", mimeType: "application/pdf", buffer: pdf(way.language) };
    const arrived = async () => {
      if (way.scripts) await page.waitForSelector('input[name="upload"]', { state: "attached" });
    };
    await page.goto("/evidence/new");
    await look("new");
    await page.fill("[name=happened_on]", "১০-০৭-২০২৬");
    // A quarter once chosen can be left to the date again; the years are those around today.
    await page.check("[name=quarter][value=q4]");
    await page.check("[name=quarter][value='']");
    assert.equal(await page.locator("[name=year] option").count(), 7);
    await page.setInputFiles("#file", scan);
    await arrived();
    await press(page, "/evidence/new");
    assert.ok((await main(page)).includes("হাজিরা.pdf"));
    await look("new-wrong");
    await page.fill("[name=title_bn]", "জুলাই মাসের সভার হাজিরা");
    await page.fill("[name=proves]", "মাসিক সভা হয়েছে");
    await press(page, "/evidence/new");
    const first = number(page);
    assert.ok(first > 0, page.url());
    assert.ok((await main(page)).includes(sha256(scan.buffer)));
    await look("piece");
    const file = await page.request.get(`/evidence/${first}/file`);
    assert.deepEqual(await file.body(), scan.buffer);
    const part = await page.request.get(`/evidence/${first}/file`, { headers: { Range: "bytes=1-3" } });
    assert.equal(part.status(), 206);
    assert.equal((await part.body()).toString(), "PDF");

    // Linked to a function of the mandate, found again when the same file comes.
    await page.goto(`/evidence/${first}?q=`);
    await page.selectOption("[name=function]", "cabinet-2023:3");
    await press(page, "/links");
    assert.ok((await page.locator("#links .linked li").count()) === 1);
    await look("linked");
    await page.goto("/evidence/new?function=cabinet-2023:5");
    await page.fill("[name=title_bn]", "একই ফাইল");
    await page.fill("[name=happened_on]", "১০-০৭-২০২৬");
    await page.setInputFiles("#file", scan);
    await arrived();
    await press(page, "/evidence/new");
    await look("known");
    await press(page, `/evidence/${first}/links`);
    assert.equal(number(page), first);
    assert.equal(await page.locator("#links .linked li").count(), 2);
    await press(page, "/unlink");
    assert.equal(await page.locator("#links .linked li").count(), 1);

    // A newer version with a reason; the former stays.
    await page.goto(`/evidence/${first}/replace`);
    await page.fill("[name=why]", "প্রথম কপি অস্পষ্ট ছিল");
    await page.setInputFiles("#file", { ...scan, buffer: pdf("clearer") });
    await arrived();
    await look("replace");
    await press(page, "/replace");
    const second = number(page);
    assert.notEqual(second, first);
    await page.goto(`/evidence/${first}`);
    await look("former");
    assert.deepEqual(await (await page.request.get(`/evidence/${first}/file`)).body(), scan.buffer);

    // A statement under one's own name.
    await page.goto("/evidence/new?kind=statement");
    await page.fill("[name=title_bn]", "প্রত্যয়ন");
    await page.fill("[name=statement]", "সভা যথাসময়ে হয়েছে।");
    await page.fill("[name=happened_on]", "১০-০৭-২০২৬");
    await look("statement");
    await page.check("[name=attest]");
    await press(page, "/evidence/new");
    assert.ok(number(page) > second);
    await look("attested");
    assert.deepEqual(errors.filter((e) => !e.includes("422") && !e.includes("409")), []);
  });
}

test("a file goes on where the line was cut, and after the page was closed", async (t) => {
  const product = await startProduct();
  t.after(() => product.stop());
  const { page, context } = await chrome.page({ width: "wide", scripts: true, base: product.base });
  t.after(() => context.close());
  await signIn(page, "member-secretary");
  const bytes = long(6);
  const scan = { name: "বড় ফাইল.pdf", mimeType: "application/pdf", buffer: bytes };
  // Playwright gives files made here the time of now: the same file is the same name, size and time.
  const { mkdtempSync, rmSync, writeFileSync } = await import("node:fs");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const folder = mkdtempSync(join(tmpdir(), "udbhabon-evidence-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, scan.name);
  writeFileSync(path, bytes);

  let pieces = 0;
  let cut = 2; // the third piece does not get through, nor does anything after it
  const offsets = [];
  await page.route("**/evidence/uploads/*", async (route) => {
    const request = route.request();
    if (request.method() !== "PATCH") return cut >= 0 && pieces > cut ? route.abort() : route.continue();
    pieces += 1;
    if (cut >= 0 && pieces > cut) return route.abort();
    offsets.push(Number(request.headers()["upload-offset"]));
    return route.continue();
  });
  await page.goto("/evidence/new");
  await page.setInputFiles("#file", path);
  await page.waitForFunction(() => document.querySelector(".resumable [role=status]").textContent.includes("লাইন কেটে গেছে"));
  await picture(page, "evidence-cut");
  assert.deepEqual(await axe(page), []);
  assert.equal(offsets.length, 2);

  // The page is opened anew, and the same file chosen: it goes on from what has come.
  await page.goto("/evidence/new");
  cut = -1;
  await page.setInputFiles("#file", path);
  await page.waitForSelector('input[name="upload"]', { state: "attached" });
  assert.ok(offsets[2] > 0, "not from the beginning");
  for (let at = 1; at < offsets.length; ++at) assert.ok(offsets[at] > offsets[at - 1], "each piece once");
  await page.fill("[name=title_bn]", "বড় ফাইল");
  await page.fill("[name=happened_on]", "১০-০৭-২০২৬");
  await press(page, "/evidence/new");
  const kept = await page.request.get(`/evidence/${number(page)}/file`);
  assert.equal(sha256(await kept.body()), sha256(bytes));
});

test("what is too large is told before it is sent, by the page and by the server", async (t) => {
  const product = await startProduct();
  t.after(() => product.stop());
  const { page, context } = await chrome.page({ width: "wide", scripts: true, base: product.base });
  t.after(() => context.close());
  await signIn(page, "member-secretary");
  await page.goto("/evidence/new");
  const said = await page.evaluate(async () => {
    const ask = (method, headers) =>
      fetch("/evidence/uploads", {
        method,
        headers: { "X-CSRF-Token": document.querySelector("[name=csrf]").value, "Tus-Resumable": "1.0.0", ...headers },
      });
    const huge = await ask("POST", { "Upload-Length": String(4 * 1024 ** 3), "Upload-Metadata": "filename Zg==" });
    const old = await ask("POST", { "Upload-Length": "1", "Tus-Resumable": "0.2.0" });
    const able = await ask("OPTIONS", {});
    const none = await ask("POST", {});
    return {
      huge: [huge.status, huge.headers.get("Tus-Max-Size"), await huge.text()],
      old: old.status,
      able: [able.status, able.headers.get("Tus-Extension")],
      none: none.status,
    };
  });
  assert.equal(said.huge[0], 413);
  assert.equal(said.huge[1], String(100 * 1024 * 1024));
  assert.ok(said.huge[2].includes("১০০ মেগাবাইট"), said.huge[2]);
  assert.equal(said.old, 412);
  assert.equal(said.able[0], 204);
  assert.ok(said.able[1].includes("checksum"));
  assert.equal(said.none, 400);
});
