// Programs that enter offices by the API of the product, and remember what was acknowledged to them.
import assert from "node:assert/strict";

import { run } from "../cli/program.mjs";

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Enters one office; gives the answer and, where it was entered, its record. Rejects where the server is gone. */
export const enter = async (base, token, name) => {
    const answer = await fetch(`${base}/api/v1/offices`, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify({ name_bn: name, level: "ministry" }),
    });
    return { status: answer.status, said: await answer.json() };
};

/** Every office that the API lists: the Bangla name by number. */
export const offices = async (base) => {
    const all = new Map();
    for (let next = "/api/v1/offices?limit=200"; next; ) {
        const answer = await fetch(base + next);
        assert.equal(answer.status, 200);
        for (const { id, name_bn } of (await answer.json()).items) all.set(id, name_bn);
        next = answer.headers.get("link").match(/<([^>]+)>; rel="next"/)?.[1];
    }
    return all;
};

/** How many entries the journal has, all of them sound. */
export const journal = (database) => {
    const verified = run(["journal", "verify", "--json", "--database", database]);
    assert.equal(verified.code, 0, verified.out + verified.err);
    const { entries, problems } = JSON.parse(verified.out);
    assert.deepEqual(problems, []);
    return entries;
};

/** All that was acknowledged is there, each with its entry in the journal. */
export const holds = async (base, database, acknowledged, entriesBefore) => {
    const there = await offices(base);
    const lost = [...acknowledged].filter(([id, name]) => there.get(id) !== name);
    assert.deepEqual(lost, []);
    assert.ok(journal(database) >= entriesBefore + acknowledged.size, "each has its entry");
};
