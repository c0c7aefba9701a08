// The walks through people, tables and tokens once more, on PostgreSQL (the journey goes through both databases itself).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { programs, startCluster } from "./postgres.mjs";

const skip = process.env.UDB_JOURNEY_DATABASE || !programs() ? "on one database only" : false;

let cluster;
before(async () => {
  if (!skip) cluster = await startCluster();
});
after(() => cluster?.stop());

for (const walk of ["people", "tables", "tokens"])
  test(`${walk}, on PostgreSQL`, { skip }, () => {
    const { NODE_TEST_CONTEXT, ...env } = process.env;
    const done = spawnSync(process.execPath, ["--test", fileURLToPath(new URL(`${walk}.test.mjs`, import.meta.url))], {
      encoding: "utf8",
      env: { ...env, UDB_JOURNEY_DATABASE: cluster.database(walk) },
    });
    assert.equal(done.status, 0, done.stdout + done.stderr);
  });
