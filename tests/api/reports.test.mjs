// Reports and declared holidays as other programs read them: who sees which, by token and without; what has changed;
// the tables, with cells that a spreadsheet would reckon; the files of an edition.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { password, startProduct } from "../browser/product.mjs";
import { tokenOf as makeToken, Visitor } from "../cli/visitor.mjs";

let product;
before(async () => {
  product = await startProduct();
});
after(async () => {
  assert.equal(await product?.stop(), 0);
});

const tokenOf = (username, scopes) => makeToken(product.base, username, password, scopes);
const api = (path, { token, headers = {}, ...options } = {}) =>
  fetch(`${product.base}/api/v1${path}`, { ...options, headers: { ...(token && { Authorization: `Bearer ${token}` }), ...headers } });
const send = (method, path, token, body, headers = {}) =>
  api(path, { method, token, body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } });
const items = async (answer) => (await answer.json()).items;
const officer = async (username) => {
  const visitor = new Visitor(product.base);
  await visitor.signIn(username, password);
  return visitor;
};
/** As `post` of the visitor, with the version that the page has. */
const press = async (visitor, page, way, fields = {}) => {
  const version = (await visitor.get(page)).page.match(/name="version" value="(\d+)"/)[1];
  const answer = await visitor.post(way, { version, ...fields });
  assert.equal(answer.status, 303, answer.page);
};

/** Rows of a CSV, each an array of cells. */
const rowsOf = (csv) => {
  const rows = [[]];
  for (const [, quoted, plain, end] of csv.replace(/^\ufeff/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end.includes("\n")) rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ""));
};

/** A Monday some weeks ahead, or so many days after it. */
const monday = (after = 0) => {
  const date = new Date(Date.now() + 20 * 86_400_000);
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() + 1);
  date.setUTCDate(date.getUTCDate() + after);
  return date.toISOString().slice(0, 10);
};

const formulas = ["=1+1", "+880-2-9514", "-দশ", "@SUM(A1)", '=HYPERLINK("http://x","ক")', "\t=1"];
const order = (memo, name, more = {}) => ({
  first_day: monday(), kind: "executive_order", name_bn: name, authority: "জনপ্রশাসন মন্ত্রণালয়", memo, issued_on: "2026-01-05", reason: "পরীক্ষা", ...more,
});

test("a draft is for its office and those above, a published report for everybody; by the API as by the pages", async () => {
  const stages = async (token) => (await items(await api("/reports", { token }))).map((one) => one.stage).sort();
  assert.deepEqual(await stages(), ["published"]);
  assert.deepEqual(await stages(await tokenOf("member-secretary", { scope_reports: "read" })), ["draft", "published"]);
  assert.deepEqual(await stages(await tokenOf("dc-gazipur", { scope_all: "read" })), ["published"]);
  assert.deepEqual(await stages(await tokenOf("cabinet", { scope_all: "read" })), ["draft", "published"]);
  const clerk = await tokenOf("member-secretary", { scope_reports: "read" });
  const draft = (await items(await api("/reports", { token: clerk }))).find((one) => one.stage === "draft");
  const hidden = await api(`/reports/${draft.id}`);
  assert.equal(hidden.status, 404);
  assert.deepEqual(await hidden.json(), await (await api("/reports/999999")).json(), "a draft is as if it were not there");
  assert.equal((await (await api("/reports?limit=1")).json()).total, 1, "nor is it counted");
  for (const path of ["draft.pdf", "editions/1/pdf", "chapters/plan"])
    assert.notEqual((await fetch(`${product.base}/reports/${draft.id}/${path}`, { redirect: "manual" })).status, 200, path);
  for (const file of ["csv", "xlsx"]) {
    const table = Buffer.from(await (await fetch(`${product.base}/reports/export?format=${file}`)).arrayBuffer());
    if (file === "csv") assert.ok(!table.toString().includes("২০২৬-২৭") && table.toString().includes("২০২৫-২৬"));
    assert.ok(table.length > 100);
  }
  assert.equal((await send("POST", "/reports", clerk, { year: "2026-27" })).status, 405, "reports are written by their verbs alone");
});

test("a program reads again only what has changed, and walks a list by its cursors", async () => {
  const token = await tokenOf("member-secretary", { scope_reports: "read" });
  const draft = (await items(await api("/reports", { token }))).find((one) => one.stage === "draft");
  const etag = (await api(`/reports/${draft.id}`, { token })).headers.get("etag");
  const again = () => api(`/reports/${draft.id}`, { token, headers: { "If-None-Match": etag, "Cache-Control": "no-cache" } });
  assert.equal((await again()).status, 304);
  const page = `/reports/${draft.id}/chapters/challenges`;
  await press(await officer("member-secretary"), page, page, { body: "=2+2 এর মতো লেখা\n+৮৮০ দিয়ে শুরু" });
  const changed = await again();
  assert.equal(changed.status, 200);
  assert.ok((await changed.json()).version > draft.version);
  const met = [];
  for (let next = "/reports?limit=1"; next; ) {
    const answer = await api(next, { token });
    met.push(...(await items(answer)).map((one) => one.id));
    next = answer.headers.get("link")?.match(/<\/api\/v1([^>]+)>; rel="next"/)?.[1];
  }
  assert.equal(met.length, 2);
  assert.equal(new Set(met).size, 2);
  const damaged = await api("/reports?limit=1&after=%E0%A6%95", { token });
  assert.ok([400, 422].includes(damaged.status), String(damaged.status));
});

test("an order that declares a holiday comes by the API with the right scope, once, and meetings give way to it", async () => {
  const reading = await tokenOf("admin", { scope_holidays: "read", scope_offices: "write" });
  const refused = await send("POST", "/holidays", reading, order("১", "ছুটি"));
  assert.equal(refused.status, 403);
  assert.match(refused.headers.get("www-authenticate"), /insufficient_scope.*holidays:write/);
  const member = await tokenOf("dc-gazipur", { scope_all: "write" });
  assert.equal((await send("POST", "/holidays", member, order("১", "ছুটি"))).status, 403, "for every office: not theirs to say");
  assert.equal((await send("POST", "/holidays", undefined, order("১", "ছুটি"))).status, 401);

  const token = await tokenOf("admin", { scope_holidays: "write" });
  const clerk = await officer("member-secretary");
  const chair = (await clerk.get("/meetings/new")).page.match(/<option value="(\d+)"/)[1];
  const called = await clerk.post("/meetings/new", { kind: "team", title: "ছুটির দিনের সভা", date: monday(), begins: "১৬:৩০", lasts: "৬০", place: "সভাকক্ষ", chair, agenda: "বিবিধ" });
  assert.equal(called.status, 303, called.page);
  const made = await send("POST", "/holidays", token, order("০৫.০০.১", "বিশেষ ছুটি"));
  assert.equal(made.status, 201, await made.clone().text());
  const twice = await send("POST", "/holidays", token, order("০৫.০০.১", "বিশেষ ছুটি"));
  assert.equal(twice.status, 409);
  const wrong = await send("POST", "/holidays", token, order("২", "ছুটি", { last_day: monday(-1), issued_on: "2199-01-01" }));
  assert.equal(wrong.status, 422);
  const own = await made.json();
  assert.equal(own.first_day, monday());
  const meeting = (await clerk.get(called.location.split("?")[0])).page.normalize("NFC");
  assert.ok(meeting.includes("তারিখে হওয়ার কথা ছিল".normalize("NFC")) && meeting.includes("০৫.০০.১"), "it gave way, and says to what");
  const patched = await send("PATCH", `/holidays/${own.id}`, token, { first_day: monday(1) }, { "If-Match": made.headers.get("etag") });
  assert.notEqual(patched.status, 200, "its days stay");
  const page = await (await fetch(`${product.base}/holidays`)).text();
  assert.ok(page.normalize("NFC").includes("বিশেষ ছুটি".normalize("NFC")));
});

test("what a spreadsheet would reckon comes out as text, in every table and in both kinds of file", async () => {
  const token = await tokenOf("admin", { scope_holidays: "write" });
  for (const [i, formula] of formulas.entries()) {
    const made = await send("POST", "/holidays", token, order(`F-${i}`, formula, { name_en: formula, first_day: monday(7 + i), reason: formula }));
    assert.equal(made.status, 201, await made.clone().text());
  }
  const names = formulas.map((formula) => formula.trim().normalize("NFC"));
  const csv = await (await fetch(`${product.base}/holidays/export?format=csv`)).text();
  const rows = rowsOf(csv.normalize("NFC"));
  const column = rows[0].indexOf("ছুটির নাম (বাংলা)".normalize("NFC"));
  const cells = rows.slice(1).map((row) => row[column]);
  for (const name of names) assert.ok(cells.includes(`'${name}`), `${name}: ${cells}`);
  for (const row of rows) for (const cell of row) assert.doesNotMatch(cell, /^[=+@\t\r]|^-\D/, cell);

  const place = mkdtempSync(join(tmpdir(), "udbhabon-"));
  try {
    const file = join(place, "holidays.xlsx");
    writeFileSync(file, Buffer.from(await (await fetch(`${product.base}/holidays/export?format=xlsx`)).arrayBuffer()));
    const unzipped = spawnSync("unzip", ["-p", file, "xl/worksheets/sheet1.xml"], { encoding: "utf8" });
    assert.equal(unzipped.status, 0, unzipped.stderr);
    assert.doesNotMatch(unzipped.stdout, /<f[ >]/, "no formula");
    // Read by a program that is not ours: LibreOffice shows each as it was written.
    if (spawnSync("soffice", ["--version"]).status === 0) {
      const done = spawnSync(
        "soffice",
        [`-env:UserInstallation=file://${join(place, "profile")}`, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "--outdir", place, file],
        { encoding: "utf8", timeout: 180_000 },
      );
      assert.equal(done.status, 0, done.stderr);
      const out = rowsOf(readFileSync(join(place, "holidays.csv"), "utf8").normalize("NFC"));
      const seen = out.slice(1).map((row) => row[column].replace(/^'/, ""));
      for (const name of names) assert.ok(seen.includes(name), `${name}: ${seen}`);
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});

test("the files of an edition: JSON as its pages say, CSV that reckons nothing, all by their hashes", async () => {
  const clerk = await officer("member-secretary");
  const begun = await (async () => {
    const { page } = await clerk.get("/reports/new?kind=q1&year=2026");
    const office = page.match(/<option value="(\d+)"/)[1];
    return clerk.post("/reports", { office, year: "2026", kind: "q1" });
  })();
  assert.equal(begun.status, 303, begun.page);
  const report = begun.location.split("?")[0];
  const chapter = `${report}/chapters/challenges`;
  const written = formulas.map((formula) => formula.trim());
  await press(clerk, chapter, chapter, { body: written.join("\n") });
  await press(clerk, report, `${report}/submit`);
  await press(await officer("leader"), report, `${report}/approve`);
  assert.equal((await fetch(`${product.base}${report}/editions/1/json`)).status, 404, "approved is not yet published");
  const { page } = await clerk.get(report);
  await press(clerk, report, `${report}/publish`);
  const bytes = {};
  for (const format of ["pdf", "html", "json", "csv"]) {
    const answer = await fetch(`${product.base}${report}/editions/1/${format}`);
    assert.equal(answer.status, 200, format);
    bytes[format] = Buffer.from(await answer.arrayBuffer());
    const hash = createHash("sha256").update(bytes[format]).digest("hex");
    assert.ok(page.includes(hash), format);
    assert.ok((answer.headers.get("etag") ?? "").includes(hash.slice(0, 8)), format);
    assert.match(answer.headers.get("content-disposition"), /filename="report-2026-27-q1-\d+\.\w+"/);
  }
  const data = JSON.parse(bytes.json);
  assert.equal(data.format, "udbhabon-report-1");
  assert.equal(data.kind, "q1");
  assert.equal(data.fiscal_year, "2026-27");
  assert.equal(data.chapters.find((one) => one.id === "challenges").text.normalize("NFC"), written.join("\n").normalize("NFC"));
  for (const one of data.chapters)
    for (const part of one.told) {
      assert.ok(["paragraph", "heading", "list", "table", "chart", "picture"].includes(part.type ?? part.kind), JSON.stringify(part).slice(0, 200));
      for (const row of part.rows ?? [])
        for (const cell of row) if (typeof cell === "object" && "value" in cell) assert.equal(typeof cell.value, "number");
    }
  const rows = rowsOf(bytes.csv.toString());
  assert.deepEqual(rows[0], ["chapter", "chapter_title", "part", "kind", "title", "row", "column", "text", "value"]);
  for (const row of rows) {
    assert.equal(row.length, 9, row.join("|"));
    for (const cell of row) assert.doesNotMatch(cell, /^[=+@\t\r]|^-\D/, cell);
  }
  const texts = rows.map((row) => row[7].normalize("NFC"));
  for (const text of written) assert.ok(texts.includes(`'${text.normalize("NFC")}`) || texts.includes(text.replace(/^-/, "").trim().normalize("NFC")), text);
  const html = bytes.html.toString();
  assert.doesNotMatch(html, /<script|src="(?!data:)|href="http/);
});
