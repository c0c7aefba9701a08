// Kept files at a shell: verified, damaged, lost, and put there by nobody.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { folder, run } from "./program.mjs";

test("every kept file is verified; what is damaged, missing or nobody's is named", (t) => {
    const here = folder(t);
    const on = (...args) => run([...args, "--database", `sqlite:${join(here, "a.db")}`, "--language", "en"]);
    assert.equal(on("demo").code, 0);
    const whole = on("evidence", "verify", "--json");
    assert.equal(whole.code, 0, whole.err);
    const told = JSON.parse(whole.out);
    assert.equal(told.whole, true);
    assert.ok(told.files >= 3);
    assert.deepEqual(told.problems, []);

    const files = join(here, "a.db.files");
    const kept = readdirSync(files, { recursive: true }).filter((name) => /[0-9a-f]{64}$/.test(name));
    assert.ok(kept.length >= 3);
    const name = (path) => path.slice(-64);
    const damage = (path) => {
        const bytes = readFileSync(join(files, path));
        bytes[bytes.length - 1] ^= 1;
        writeFileSync(join(files, path), bytes);
    };
    damage(kept[0]);
    rmSync(join(files, kept[1]));
    const orphan = "0".repeat(64);
    writeFileSync(join(files, orphan), "nobody's");

    const broken = on("evidence", "verify", "--json");
    assert.equal(broken.code, 1);
    const problems = JSON.parse(broken.out).problems;
    const of = (kind) => problems.filter((p) => p.problem === kind).map((p) => p.sha256);
    assert.deepEqual(of("damaged"), [name(kept[0])]);
    assert.deepEqual(of("missing"), [name(kept[1])]);
    assert.deepEqual(of("orphaned"), [orphan]);
    const said = on("evidence", "verify");
    assert.equal(said.code, 1);
    assert.match(said.out, new RegExp(`Missing: ${name(kept[1])} `));

    // Whatever is lost, evidence or the file of a report, it is said what it was and where.
    kept.slice(2).forEach(damage);
    const lost = JSON.parse(on("evidence", "verify", "--json").out).problems.filter((p) => p.sha256 !== orphan);
    assert.equal(lost.length, kept.length);
    for (const problem of lost) assert.ok(problem.names.length > 0, problem.sha256);
});
