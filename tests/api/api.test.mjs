// The API of the real program, as other programs use it: by fetch, by the commands of the page /api,
// and by its description, which a linter reads.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { password, startProduct } from "../browser/product.mjs";
import { cookiesSet, tokenOf as makeToken } from "../cli/visitor.mjs";

const spectral = fileURLToPath(new URL("../../assets/node_modules/.bin/spectral", import.meta.url));

let product;
before(async () => {
  product = await startProduct();
});
after(async () => {
  assert.equal(await product?.stop(), 0);
});

const cookieOf = (answer) => cookiesSet(answer.headers).map((line) => line.split(";")[0]).join("; ");

/** The session of a demo account, as the cookies of a browser. */
const signedIn = async (username) => {
  const answer = await fetch(`${product.base}/sign-in`, {
    method: "POST",
    headers: { Origin: product.base },
    body: new URLSearchParams({ username, password, next: "/" }),
    redirect: "manual",
  });
  assert.equal(answer.status, 303);
  return cookieOf(answer);
};

const tokenOf = (username, scopes) => makeToken(product.base, username, password, scopes);

const api = (path, { token, headers = {}, ...options } = {}) =>
  fetch(`${product.base}/api/v1${path}`, {
    ...options,
    headers: { ...(token && { Authorization: `Bearer ${token}` }), ...headers },
  });
const send = (method, path, token, body, headers = {}) =>
  api(path, { method, token, body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } });

test("a program enters, reads, corrects and reads again only what has changed", async () => {
  const token = await tokenOf("admin", { scope_offices: "write" });
  const created = await send("POST", "/offices", token, { name_bn: "পরীক্ষা দপ্তর", level: "ministry" });
  assert.equal(created.status, 201);
  const path = created.headers.get("location").replace("/api/v1", "");
  const office = await created.json();
  assert.equal(office.label.bn, "পরীক্ষা দপ্তর");

  // fetch asks for gzip, by which the ETag is weak: it still names the version.
  const read = await api(path, { token });
  const etag = read.headers.get("etag");
  assert.deepEqual(await read.json(), office);
  // Node's fetch would take a 304 for itself without this.
  const again = await api(path, { token, headers: { "If-None-Match": etag, "Cache-Control": "no-cache" } });
  assert.equal(again.status, 304);
  const head = await api(path, { token, method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), "");

  const longer = await send("PATCH", path, token, { name_en: "Office ".repeat(20).trim() }, { "If-Match": etag });
  assert.equal(longer.status, 200);
  const weak = (await api(path, { token })).headers.get("etag");
  const patched = await send("PATCH", path, token, { name_en: "Test office" }, { "If-Match": weak });
  assert.equal(patched.status, 200);
  assert.equal((await patched.json()).name_en, "Test office");
  const late = await send("PATCH", path, token, { name_en: "Late" }, { "If-Match": etag });
  assert.equal(late.status, 412);
  assert.equal((await late.json()).type, "/api#stale");

  const page = await (await fetch(`${product.base}/offices/${office.id}`)).text();
  assert.match(page, /পরীক্ষা/, "the office is on its page");
  const read_only = await tokenOf("admin", { scope_all: "read" });
  const refused = await send("POST", "/offices", read_only, { name_bn: "ক", level: "ministry" });
  assert.equal(refused.status, 403);
  assert.match(refused.headers.get("www-authenticate"), /insufficient_scope.*offices:write/);
});

test("of many programs that correct one record at once, one wins each turn", async () => {
  const token = await tokenOf("admin", { scope_all: "write" });
  const created = await send("POST", "/offices", token, { name_bn: "ভিড়", level: "ministry" });
  const path = created.headers.get("location").replace("/api/v1", "");
  const etag = created.headers.get("etag");
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) => send("PATCH", path, token, { name_en: `Writer ${i}` }, { "If-Match": etag })),
  );
  const statuses = answers.map((answer) => answer.status).sort();
  assert.deepEqual(statuses, [200, ...Array(11).fill(412)]);
});

test("a list is walked by the addresses that it gives", async () => {
  const met = new Set();
  let next = "/offices?limit=7&sort=-changed";
  while (next) {
    const answer = await api(next);
    assert.equal(answer.status, 200);
    for (const { id } of (await answer.json()).items) {
      assert.ok(!met.has(id));
      met.add(id);
    }
    next = answer.headers.get("link").match(/<\/api\/v1([^>]+)>; rel="next"/)?.[1];
  }
  assert.equal(met.size, (await (await api("/offices?limit=1")).json()).total);
});

test("a session opens nothing here, and a token opens no page", async () => {
  const Cookie = await signedIn("admin");
  const body = JSON.stringify({ name_bn: "ক", level: "ministry" });
  const headers = { "Content-Type": "application/json", Cookie, Origin: product.base };
  const refused = await api("/offices", { method: "POST", headers, body });
  assert.equal(refused.status, 401);
  assert.equal(refused.headers.get("www-authenticate"), 'Bearer realm="udbhabon"');
  const token = await tokenOf("admin", { scope_all: "write" });
  const page = await fetch(`${product.base}/accounts`, { headers: { Authorization: `Bearer ${token}` }, redirect: "manual" });
  assert.equal(page.status, 303);
});

test("a token that was revoked opens nothing any more", async () => {
  const token = await tokenOf("secretary", { scope_posts: "read" });
  assert.equal((await api("/posts", { token })).status, 200);
  const headers = { Cookie: await signedIn("secretary"), Origin: product.base };
  const list = await (await fetch(`${product.base}/account/tokens`, { headers })).text();
  const [, action] = list.match(/action="(\/account\/tokens\/\d+\/revoke)"/);
  const csrf = list.match(/name="csrf" value="([^"]+)"/)[1];
  const revoked = await fetch(product.base + action, { method: "POST", headers, body: new URLSearchParams({ csrf }), redirect: "manual" });
  assert.equal(revoked.status, 303);
  const answer = await api("/posts", { token });
  assert.equal(answer.status, 401);
  assert.match(answer.headers.get("www-authenticate"), /invalid_token/);
});

test("what the server itself refuses is a problem in the asked language", async () => {
  const token = await tokenOf("admin", { scope_all: "write" });
  const huge = await send("POST", "/offices", token, { name_bn: "x".repeat(300_000), level: "ministry" });
  assert.equal(huge.status, 413);
  assert.equal(huge.headers.get("content-type"), "application/problem+json");
  const none = await api("/nothing", { headers: { "Accept-Language": "en" } });
  assert.equal(none.status, 404);
  assert.equal((await none.json()).title, "Not found");
  const method = await api("/offices", { method: "DELETE" });
  assert.equal(method.status, 405);
  assert.equal(method.headers.get("allow"), "GET, HEAD, POST, OPTIONS");
  assert.equal((await method.json()).title, "এই পদ্ধতিতে কাজটি করা যায় না");
  const options = await api("/offices/1", { method: "OPTIONS" });
  assert.equal(options.status, 204);
  assert.equal(options.headers.get("allow"), "GET, HEAD, PUT, PATCH, OPTIONS");
  assert.equal(options.headers.get("access-control-allow-origin"), null);
});

test("random JSON is answered by 201, 400 or 422, never by a failure", async () => {
  const token = await tokenOf("admin", { scope_all: "write" });
  let state = 5;
  const below = (n) => ((state = (state * 1103515245 + 12345) % 2147483648), state % n);
  const members = ["name_bn", "name_en", "level", "parent", "website", "valid_from", "valid_until", "successor", "x"];
  const value = (depth) =>
    [
      () => null,
      () => below(2) === 1,
      () => below(3_000_000_000) - 5,
      () => below(100) / 7,
      () => ["ministry", "agency", "2026-01-26", "2026-13-01", "", "ক".repeat(below(300)), "\u0000", "\ud800", "http://x"][below(9)],
      () => (depth > 3 ? [] : Array.from({ length: below(4) }, () => value(depth + 1))),
      () => (depth > 3 ? {} : { [members[below(9)]]: value(depth + 1) }),
    ][below(7)]();
  for (let i = 0; i < 150; ++i) {
    const body = JSON.stringify(Object.fromEntries(Array.from({ length: below(8) }, () => [members[below(9)], value(0)])));
    const cut = below(4) === 0 ? body.slice(0, below(body.length)) : body;
    const answer = await api("/offices", { method: "POST", token, headers: { "Content-Type": "application/json" }, body: cut });
    assert.ok([201, 400, 422].includes(answer.status), `${answer.status} for ${cut}`);
    if (answer.status !== 201) assert.ok((await answer.json()).detail);
  }
});

test("the commands on the page /api work as they stand", async () => {
  const token = await tokenOf("admin", { scope_offices: "write" });
  const page = await (await fetch(`${product.base}/api`)).text();
  const commands = [...page.matchAll(/<pre[^>]*><code>([^<]*)<\/code>/g)].map(([, text]) =>
    text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
  assert.equal(commands.length, 4);
  const [exported, list, enter, change] = commands;
  assert.equal(exported, "export UDB_TOKEN=udb_…");
  const run = (command) => {
    const done = spawnSync("sh", ["-e", "-c", command], { encoding: "utf8", env: { ...process.env, UDB_TOKEN: token } });
    assert.equal(done.status, 0, done.stderr);
    return done.stdout;
  };
  assert.equal(JSON.parse(run(list)).items.length, 2);
  assert.match(run(enter), /^HTTP\/1\.1 201 Created\r\n/);
  assert.equal(JSON.parse(run(change)).name_en, "Example");
});

test("the description passes the default rules of spectral, in both languages", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "udbhabon-api-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "rules.yaml"), 'extends: ["spectral:oas"]\n');
  for (const language of ["bn", "en"]) {
    const answer = await api("/openapi.json", { headers: { "Accept-Language": language } });
    assert.equal(answer.status, 200);
    const file = join(folder, `openapi.${language}.json`);
    const text = await answer.text();
    writeFileSync(file, text);
    const lint = (path) =>
      spawnSync(spectral, ["lint", "--fail-severity", "hint", "--ruleset", join(folder, "rules.yaml"), path], { encoding: "utf8" });
    const linted = lint(file);
    assert.equal(linted.status, 0, linted.stdout);
    if (language === "en") continue;
    // It would tell: the same without its servers is refused.
    const { servers, ...rest } = JSON.parse(text);
    assert.equal(servers[0].url, "/api/v1");
    const broken = join(folder, "broken.json");
    writeFileSync(broken, JSON.stringify(rest));
    assert.equal(lint(broken).status, 1);
  }
});
