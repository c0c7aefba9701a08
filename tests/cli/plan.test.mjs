// `plan score`: the golden rows, the working in both languages, and what is refused.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { folder, run } from "./program.mjs";

const msw = { id: "1.1.1", unit: "amount", weight: 6, bands: [30, 29.95, 29.9, 29.85, 29.8], better: "higher", rule: "interpolate", count: "sum" };

/** Writes the file and scores it; `text` where it is no JSON. */
function scorer(t) {
    const file = join(folder(t), "plan.json");
    return (content, ...flags) => {
        writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
        const done = run(["plan", "score", file, ...flags]);
        return { ...done, answer: done.out && flags.includes("--json") ? JSON.parse(done.out) : null };
    };
}

test("an indicator between two bands earns what the line between them gives", (t) => {
    const score = scorer(t);
    const done = score({ indicators: [{ ...msw, actual: 29.97 }] }, "--json");
    assert.equal(done.code, 0, done.err);
    const [one] = done.answer.indicators;
    assert.deepEqual([one.id, one.actual, one.half_year, one.percent, one.score], ["1.1.1", 29.97, null, 94, 5.64]);
    assert.equal(done.answer.total, 5.64);
    assert.match(one.working.bn, /৯০ \+ ০\.০২ ÷ ০\.০৫ × ১০ = ৯৪%/);
    assert.match(one.working.en, /6 × 94% = 5\.64/);
});

test("quarters make the half-year and the year", (t) => {
    const score = scorer(t);
    const done = score({ indicators: [{ id: "1", unit: "number", weight: 5, bands: [950, 900, 800, 700, 600], count: "sum", quarters: [150, 240, null, null] }] }, "--json");
    assert.equal(done.answer.indicators[0].half_year, 390);
    assert.equal(done.answer.indicators[0].actual, 390);
    assert.equal(done.answer.total, 0);
});

test("days are given and answered in ISO form", (t) => {
    const score = scorer(t);
    const plan = { indicators: [{ id: "d", unit: "date", weight: 4, bands: ["2025-12-31", "2026-01-10", "2026-01-20", "2026-01-31", null], better: "lower", count: "date", quarters: [null, null, "2026-01-05", null] }] };
    const done = score(plan, "--json");
    assert.deepEqual([done.answer.indicators[0].actual, done.answer.indicators[0].percent, done.answer.total], ["2026-01-05", 95, 3.8]);
});

test("without --json it is a table with the working under each row", (t) => {
    const score = scorer(t);
    const done = score({ indicators: [{ ...msw, actual: 29.97 }] });
    assert.equal(done.code, 0, done.err);
    assert.match(done.out, /১\.১\.১|1\.1\.1/);
    assert.match(done.out, /৫\.৬৪/);
    assert.match(done.out, /মোট/);
});

test("what is wrong is said in both languages with its place, and nothing is printed", (t) => {
    const score = scorer(t);
    for (const [content, place] of [
        ["", /./],
        ["not json", /JSON/],
        ['{"indicators": [', /JSON/],
        [{}, /indicators/],
        [{ indicators: [{ ...msw, rule: "guess" }] }, /indicators\[0\]\.rule: .*interpolate/],
        [{ indicators: [{ ...msw, bands: [1, 2, "x"] }] }, /indicators\[0\]\.bands\[2\]/],
        [{ indicators: [msw, { ...msw, id: "2", weight: -1 }] }, /indicators\[1\]\.weight/],
        [{ indicators: [msw, msw] }, /indicators\[1\]\.id/],
        [{ indicators: Array.from({ length: 100 }, () => 5) }, /indicators\[19\]/],
        ["[".repeat(100000), /JSON/],
    ]) {
        for (const flags of [[], ["--json"]]) {
            const done = score(content, ...flags);
            assert.equal(done.code, 1, String(content).slice(0, 80));
            assert.match(done.err, place);
            assert.match(done.err, /[\u0980-\u09ff]/);
            assert.match(done.err, /[A-Za-z]{3}/);
            assert.equal(done.out, "");
        }
    }
    assert.equal(run(["plan", "score", "/no/such/file", "--json"]).code, 1);
    assert.equal(run(["plan", "score"]).code, 2);
    assert.equal(run(["plan"]).code, 2);
});

test("ten thousand indicators are scored at once, one more is refused", (t) => {
    const score = scorer(t);
    const many = (n) => ({ indicators: Array.from({ length: n }, (_, i) => ({ ...msw, id: String(i), actual: 29.97 })) });
    const done = score(many(10000), "--json");
    assert.equal(done.code, 0, done.err);
    assert.equal(done.answer.total, 56400);
    assert.equal(score(many(10001), "--json").code, 1);
});
