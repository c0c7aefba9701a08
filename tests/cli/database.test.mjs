// A database that cannot be used: a clear sentence in both languages, exit code 1, whatever the command.
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { folder, run } from "./program.mjs";

const commands = [["serve", "--port", "0"], ["demo"], ["migrate"], ["migrate", "--check"], ["user", "list"]];

/** Runs every command on the database; each must refuse with sentences that match. */
const refused = (database, bangla, english) => {
    for (const command of commands) {
        const done = run([...command, "--database", database], { timeout: 30_000 });
        const what = `${command.join(" ")} on ${database}: ${done.err}`;
        assert.equal(done.code, 1, what);
        assert.equal(done.out, "", what);
        assert.match(done.err.normalize("NFC"), bangla, what);
        assert.match(done.err, english, what);
        assert.doesNotMatch(done.err, /terminate|what\(\)|^udbhabon:/m, what);
    }
};

test("a PostgreSQL server that does not answer is told as such, and its password is not", () => {
    const database = "postgresql://udb:very-secret@127.0.0.1:1/udb";
    refused(database, /PostgreSQL সার্ভারের সঙ্গে/, /server cannot be reached/);
    assert.doesNotMatch(run(["migrate", "--database", database]).err, /very-secret/);
});

test("a folder that cannot be made is named", (t) => {
    const file = join(folder(t), "a file");
    writeFileSync(file, "");
    refused(`sqlite:${join(file, "below", "a.db")}`, /অনুমতি/, /cannot be opened/);
});

test("a file that is no database stays as it was", (t) => {
    const file = join(folder(t), "letter.txt");
    const text = "এটি একটি চিঠি, ডেটাবেজ নয়। ".repeat(100);
    writeFileSync(file, text);
    refused(`sqlite:${file}`, /ডেটাবেজ নয়|নষ্ট/, /is not a database of Udbhabon/);
    assert.equal(readFileSync(file, "utf8"), text);
});

test("a folder in place of a file is refused", (t) => {
    refused(`sqlite:${folder(t)}`, /ফোল্ডার/, /cannot be opened/);
});

test("a folder that may not be written to is refused", (t) => {
    // Permissions do not bind root; the kernel's own folder does.
    let locked = "/proc";
    if (process.getuid() !== 0) {
        locked = join(folder(t), "locked");
        mkdirSync(locked);
        chmodSync(locked, 0o500);
    }
    refused(`sqlite:${join(locked, "a.db")}`, /অনুমতি/, /cannot be opened/);
    assert.equal(existsSync(join(locked, "a.db")), false);
});

test("an address of no database is refused", () => {
    refused("mysql://localhost/udb", /[\u0980-\u09ff]/, /[A-Za-z]{3}/);
});
