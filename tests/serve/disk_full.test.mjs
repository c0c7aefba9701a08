// A disk that is truly full under the server, and then has room again: what cannot be saved is refused in so many
// words, reading goes on, nothing acknowledged is lost, and nobody starts the server again.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, fstatSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { programs, startCluster } from "../browser/postgres.mjs";
import { password, startProduct } from "../browser/product.mjs";
import { run } from "../cli/program.mjs";
import { tokenOf, Visitor } from "../cli/visitor.mjs";
import { enter, holds, journal } from "./client.mjs";

const unmount = (folder) => spawnSync("umount", ["--lazy", folder]);

/** A disk of 24 MB in memory; undefined where we may not mount one. */
const smallDisk = (t) => {
    const folder = mkdtempSync(join(tmpdir(), "udbhabon-full-"));
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", folder]).status === 0;
    t.after(() => {
        if (mounted) unmount(folder);
        rmSync(folder, { recursive: true, force: true });
    });
    if (!mounted) t.skip("only root may mount a disk");
    return mounted ? folder : undefined;
};

/** Writes until not a byte more goes on the disk, or only so many. */
const fill = (folder, spare = 0) => {
    const file = openSync(join(folder, "filler"), "a");
    for (const size of [1 << 16, 1])
        assert.throws(
            () => {
                for (;;) writeSync(file, Buffer.alloc(size));
            },
            { code: "ENOSPC" },
        );
    ftruncateSync(file, fstatSync(file).size - spare);
    closeSync(file);
};
const makeRoom = (folder) => rmSync(join(folder, "filler"));

/** Enters offices, eight at a time, until one of eight is refused; gives that answer. */
const enterUntilRefused = async (base, token, acknowledged) => {
    for (let turn = 0; turn < 200; ++turn) {
        const names = Array.from({ length: 8 }, (_, i) => `পূর্ণ ${turn}-${i} ${"ক".repeat(150)}`);
        const answers = await Promise.all(names.map((name) => enter(base, token, name)));
        answers.forEach(({ status, said }, i) => status === 201 && acknowledged.set(said.id, names[i]));
        const refused = answers.find(({ status }) => status !== 201 && status !== 429);
        if (refused) return refused;
        if (answers.some(({ status }) => status === 429)) await new Promise((done) => setTimeout(done, 300));
    }
    return assert.fail("nothing was refused");
};

const fillAndMakeRoom = async (t, folder, database) => {
    const product = await startProduct({ database, log: "off" });
    t.after(() => product.stop());
    const { base } = product;
    const token = await tokenOf(base, "admin", password, { scope_offices: "write" });
    const admin = new Visitor(base);
    await admin.signIn("admin", password);
    const entries = journal(database);
    const acknowledged = new Map();
    const entered = async (name) => {
        const { status, said } = await enter(base, token, name);
        if (status === 201) acknowledged.set(said.id, name);
        return status;
    };
    assert.equal(await entered("আগের দপ্তর"), 201);

    for (let turn = 0; turn < 2; ++turn) {
        fill(folder, 1_000_000 * turn);
        const refused = await enterUntilRefused(base, token, acknowledged);
        assert.equal(refused.status, 503);
        assert.match(refused.said.detail, /ডিস্কে জায়গা নেই; কিছুই সংরক্ষণ করা হয়নি/);

        assert.equal((await admin.get("/offices/new")).status, 200);
        const name = `ফরমের দপ্তর ${"খ".repeat(150)}`;
        let page;
        for (let i = 0; i < 200 && page?.status !== 503; ++i)
            page = await admin.post("/offices/new", { name_bn: name, level: "ministry" });
        assert.equal(page.status, 503);
        assert.match(page.page, /lang="bn"/);
        assert.match(page.page, /ডিস্কে জায়গা নেই; কিছুই সংরক্ষণ করা হয়নি/);
        assert.ok(page.page.includes(name), "what was typed is shown");

        for (const path of ["/offices", "/", "/search?q=%E0%A6%86%E0%A6%97%E0%A7%87%E0%A6%B0", "/readyz", "/api/v1/offices"])
            assert.equal((await admin.get(path)).status, 200, `${path} is read`);
        const backup = join(folder, "whole.backup");
        const backedUp = run(["backup", backup, "--database", database]);
        assert.equal(backedUp.code, 1);
        assert.match(backedUp.err, /\p{Script=Bengali}/u);
        assert.ok(!existsSync(backup), "half a backup is none");

        makeRoom(folder);
        assert.equal(await entered(`পরের দপ্তর ${turn}`), 201, "there is room again");
    }
    await holds(base, database, acknowledged, entries);
    t.diagnostic(`${acknowledged.size} acknowledged, all there`);

    // SQLite cannot be opened without room for its log; it says so, and opens when there is.
    assert.equal(await product.stop(), 0);
    fill(folder);
    const tried = run(["migrate", "--database", database]);
    if (database.startsWith("sqlite:")) assert.match(tried.err, /ডিস্কে জায়গা নেই/);
    else assert.equal(tried.code, 0, tried.err);
    makeRoom(folder);
    const late = await startProduct({ database, demo: false });
    t.after(() => late.stop());
    await holds(late.base, database, acknowledged, entries);
};

test("a full disk is told, read from, and written when there is room, on SQLite", async (t) => {
    const folder = smallDisk(t);
    if (folder) await fillAndMakeRoom(t, folder, `sqlite:${join(folder, "served.db")}`);
});

test("a full disk is told, read from, and written when there is room, on PostgreSQL", async (t) => {
    if (!programs()) return t.skip("PostgreSQL is not installed");
    const folder = smallDisk(t);
    if (!folder) return;
    const cluster = await startCluster();
    t.after(() => cluster.stop());
    const place = join(folder, "tables");
    mkdirSync(place);
    await fillAndMakeRoom(t, folder, cluster.database("narrow", place));
});
