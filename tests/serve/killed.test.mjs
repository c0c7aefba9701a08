// The server itself, killed at moments that nobody chose while programs write: whatever it acknowledged is there
// when it is started again, and the journal is sound. UDB_KILLS says how often, on each database.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { programs, startCluster } from "../browser/postgres.mjs";
import { password, startProduct } from "../browser/product.mjs";
import { tokenOf } from "../cli/visitor.mjs";
import { enter, holds, journal, pause } from "./client.mjs";

const kills = Number(process.env.UDB_KILLS ?? 5);
const writers = 8;

/** Writes without end, until the server is gone. */
const write = async (base, token, prefix, acknowledged) => {
    for (let i = 0; ; ++i) {
        const name = `${prefix}-${i}`;
        let answer;
        try {
            answer = await enter(base, token, name);
        } catch {
            return; // Nothing was said of this one: it may be there or not.
        }
        if (answer.status === 201) acknowledged.set(answer.said.id, name);
        // Too many at once: whoever asked was told so.
        else assert.ok([429, 503].includes(answer.status), `${answer.status}: ${JSON.stringify(answer.said)}`);
    }
};

const killAndLook = async (t, database) => {
    let product = await startProduct({ database });
    t.after(() => product.stop());
    const tokens = [];
    for (let i = 0; i < writers; ++i)
        tokens.push(await tokenOf(product.base, "admin", password, { scope_offices: "write" }));
    const entries = journal(database);
    const acknowledged = new Map();
    for (let round = 0; round < kills; ++round) {
        const due = acknowledged.size + Math.floor(Math.random() * 100);
        const { base } = product;
        const all = tokens.map((token, i) => write(base, token, `দপ্তর ${round}-${i}`, acknowledged));
        for (const until = Date.now() + 60_000; acknowledged.size <= due; ) {
            assert.ok(Date.now() < until, "writes are acknowledged");
            await pause(1);
        }
        await pause(Math.random() * 20);
        assert.equal(await product.kill(), "SIGKILL");
        await Promise.all(all);
        product = await startProduct({ database });
        await holds(product.base, database, acknowledged, entries);
    }
    t.diagnostic(`${acknowledged.size} acknowledged over ${kills} kills, all there`);
    assert.ok(acknowledged.size > kills);
};

test("a killed server loses nothing that it acknowledged, on SQLite", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "udbhabon-killed-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    await killAndLook(t, `sqlite:${join(folder, "served.db")}`);
});

test("a killed server loses nothing that it acknowledged, on PostgreSQL", { skip: programs() ? false : "PostgreSQL is not installed" }, async (t) => {
    const cluster = await startCluster();
    t.after(() => cluster.stop());
    await killAndLook(t, cluster.database("killed"));
});
