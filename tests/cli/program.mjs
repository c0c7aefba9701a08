// Runs the program as a person at a terminal would.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
export const program = process.env.UDBHABON ?? join(root, "build/release/udbhabon");

/** The two official documents, where they are; the tests that read them run only there. */
export const seeds = join(root, "../shared/seeds");
export const c23 = join(seeds, "cabinet-division-2023-11-16.txt");
export const l26 = join(seeds, "labour-ministry-2026-01-26.txt");
export const haveSeeds = existsSync(c23) && existsSync(l26);

export function run(args, options = {}) {
    const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
    return { code: done.status, out: done.stdout, err: done.stderr };
}

export function folder(t) {
    const path = mkdtempSync(join(tmpdir(), "udbhabon-"));
    t.after(() => rmSync(path, { recursive: true, force: true }));
    return path;
}

/** The shell of SQLite on a database that the server may be writing to. */
export const shell = (file) => ["-bail", "-cmd", ".timeout 10000", file];

/** What somebody does to the database beside us; gives what it prints. */
export function sqlite(file, sql) {
    const done = spawnSync("sqlite3", [...shell(file), sql], { encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
    return done.stdout.trim();
}
