// Signing in takes as long for a name that is not known, a wrong password and a closed account: each
// costs one hash of a password, which is nearly all of the time, and the answers are the same.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

import { folder, program, run, sqlite } from "./program.mjs";

const password = "correct horse battery";

/** The program on its own database and a free port, stopped at the end of the test. */
const serving = async (t, database) => {
    const server = spawn(program, ["serve", "--port", "0", "--log-level", "error", "--database", database], {
        stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((done) => server.once("exit", done));
    t.after(() => {
        server.kill("SIGTERM");
        return ended;
    });
    return new Promise((found, failed) => {
        let said = "";
        server.stdout.on("data", (bytes) => {
            said += bytes;
            const address = said.match(/http:\/\/\S+/);
            if (address) found(address[0]);
        });
        ended.then((code) => failed(new Error(`serve ended with ${code}`)));
    });
};

test("a refused sign-in costs one hash, whatever it was refused for", async (t) => {
    const file = join(folder(t), "a.db");
    const database = `sqlite:${file}`;
    assert.equal(run(["migrate", "--database", database]).code, 0);
    for (const name of ["open", "closed"]) {
        const added = run(["user", "add", name, "--name", "নমুনা", "--database", database], { input: `${password}\n` });
        assert.equal(added.code, 0, added.err);
    }
    sqlite(file, "update accounts set active = 0 where username = 'closed'");

    const base = await serving(t, database);
    const hashes = async () => Number((await (await fetch(`${base}/metrics`)).text()).match(/^udb_password_hashes_total (\d+)$/m)[1]);
    const tried = async (username, typed) => {
        const before = await hashes();
        const answer = await fetch(`${base}/sign-in`, {
            method: "POST",
            headers: { Origin: base },
            body: new URLSearchParams({ username, password: typed, next: "/" }),
            redirect: "manual",
        });
        const page = (await answer.text()).replaceAll(username, "NAME");
        return { status: answer.status, page, hashes: (await hashes()) - before };
    };

    const unknown = await tried("nobody", password);
    assert.equal(unknown.status, 422);
    assert.equal(unknown.hashes, 1);
    for (const [username, typed] of [["open", "wrong horse battery"], ["closed", password], ["closed", "wrong horse battery"], ["nobody", password]])
        assert.deepEqual(await tried(username, typed), unknown, `${username}, ${typed}`);

    const known = await tried("open", password);
    assert.equal(known.status, 303, "and the right password gets in");
    assert.equal(known.hashes, 1);

    // Too long to be hashed at all, for the known and the unknown alike.
    const long = "x".repeat(1025);
    assert.equal((await tried("open", long)).hashes, (await tried("nobody", long)).hashes);
});
