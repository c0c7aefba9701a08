// The walks through people, tables and tokens once more, on PostgreSQL, and one way of each of the walks of the mandated year
// (the journey goes through both databases itself).
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

/** `way`: of the tests of that file, the one whose name holds it; without, all of them on one database. */
const walked = (walk, way) => {
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const only = way ? ["--test-name-pattern", way] : [];
  const done = spawnSync(process.execPath, ["--test", ...only, fileURLToPath(new URL(`${walk}.test.mjs`, import.meta.url))], {
    encoding: "utf8",
    env: { ...env, UDB_JOURNEY_DATABASE: cluster.database(walk) },
  });
  assert.equal(done.status, 0, done.stdout + done.stderr);
  if (way) assert.match(done.stdout, /^# pass 1$/m);
};

for (const walk of ["people", "tables", "tokens"]) test(`${walk}, on PostgreSQL`, { skip }, () => walked(walk));

for (const [walk, way] of [
  ["plans", "submitted quarter \\(wide-plain"],
  ["meetings", "confirmed minutes \\(wide-plain"],
  ["evidence", "linked, replaced \\(wide, bn"],
  ["duties", "what evidence \\(phone, bn"],
])
  test(`a way through ${walk}, on PostgreSQL`, { skip }, () => walked(walk, way));
