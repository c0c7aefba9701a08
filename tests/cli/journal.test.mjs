// The journal, its heads and the backup at a shell; and a server whose database another program locks.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { password, startProduct } from "../browser/product.mjs";
import { folder, run, shell, sqlite } from "./program.mjs";

test("a journal is verified, its head signed, and what was done to it found", (t) => {
    const here = folder(t);
    const file = join(here, "a.db");
    const at = (name) => join(here, name);
    const on = (...args) => run([...args, "--database", `sqlite:${file}`, "--language", "en"]);
    assert.equal(on("demo").code, 0);

    const whole = on("journal", "verify", "--json");
    assert.equal(whole.code, 0);
    const { entries, problems, heads } = JSON.parse(whole.out);
    assert.ok(entries > 100);
    assert.deepEqual(problems, []);
    assert.equal(heads.length, 1);
    assert.equal(heads[0].number, entries);

    assert.equal(on("journal", "key", "-o", at("key")).code, 0);
    assert.equal(statSync(at("key")).mode & 0o777, 0o600);
    assert.equal(on("journal", "key", "-o", at("key")).code, 1, "a key is not overwritten");
    assert.equal(on("journal", "head", "-o", at("head"), "--sign", at("key")).code, 0);
    const verify = (...args) => on("journal", "verify", ...args);
    assert.equal(verify("--head", at("head"), "--key", at("key.pub")).code, 0);

    // A head that someone has changed, and a key that is not the one.
    writeFileSync(at("forged"), readFileSync(at("head"), "utf8").replace(/"number":\d+/, '"number":1'));
    assert.equal(verify("--head", at("forged"), "--key", at("key.pub")).code, 1);
    assert.equal(on("journal", "key", "-o", at("other")).code, 0);
    assert.match(verify("--head", at("head"), "--key", at("other.pub")).err, /not signed with this key/);

    // The last entry cut off: only the head knows.
    const backup = at("whole.backup");
    assert.equal(on("backup", backup).code, 0);
    sqlite(file, `drop trigger events_stay; delete from events where number = ${entries}`);
    assert.equal(verify().code, 0);
    const cut = verify("--head", at("head"), "--key", at("key.pub"), "--json");
    assert.equal(cut.code, 1);
    assert.deepEqual(JSON.parse(cut.out).problems.map((p) => [p.problem, p.number]), [["cut", entries]]);

    sqlite(file, "drop trigger events_stay_unchanged; update events set who_en = 'Someone' where number = 7");
    const altered = verify();
    assert.equal(altered.code, 1);
    assert.match(altered.out, /Altered: strand 1, entry 7 /);
    assert.equal(on("backup", at("broken.backup")).code, 1, "a backup of a broken journal says so");
    assert.ok(existsSync(at("broken.backup")), "and is kept");

    const again = join(here, "b.db");
    assert.equal(run(["restore", backup, "--database", `sqlite:${again}`]).code, 0);
    const restored = run(["journal", "verify", "--head", at("head"), "--key", at("key.pub"), "--database", `sqlite:${again}`]);
    assert.equal(restored.code, 0, restored.out + restored.err);
    assert.equal(run(["journal", "verify", "--database", `sqlite:${join(here, "none.db")}`]).code, 1);
    assert.ok(!existsSync(join(here, "none.db")), "nothing is made where nothing was");
});

test("while another program holds the database the page says so, and then goes on by itself", async (t) => {
    const file = join(folder(t), "served.db");
    const product = await startProduct({ database: `sqlite:${file}` });
    t.after(() => product.stop());
    const signIn = () =>
        fetch(`${product.base}/sign-in`, {
            method: "POST",
            redirect: "manual",
            headers: { origin: product.base, "sec-fetch-site": "same-origin" },
            body: new URLSearchParams({ username: "leader", password }),
        });
    assert.equal((await signIn()).status, 303);

    const holder = spawn("sqlite3", shell(file), { stdio: ["pipe", "pipe", "inherit"] });
    const held = new Promise((done) => holder.stdout.once("data", done));
    holder.stdin.write("begin immediate;\nselect 'held';\n");
    await held;
    const refused = await signIn();
    const page = await refused.text();
    assert.equal(refused.status, 503);
    assert.ok(refused.headers.get("retry-after"));
    assert.match(page, /lang="bn"/);
    assert.match(page, /কিছুই সংরক্ষণ করা হয়নি/);
    assert.ok(page.includes("leader"), "what was typed is shown");
    assert.ok(!page.includes(password), "but no secret");
    assert.equal((await fetch(`${product.base}/sign-in`)).status, 200, "reading goes on");

    const ended = new Promise((done) => holder.once("exit", done));
    holder.stdin.end("rollback;\n");
    await ended;
    assert.equal((await signIn()).status, 303);
});
