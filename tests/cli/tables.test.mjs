// `export` and `import` at a shell: what goes out comes back in, and a mistake saves nothing.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { program } from "../browser/product.mjs";

let folder;
const run = (...words) =>
  spawnSync(program, [...words, "--database", `sqlite:${join(folder, "demo.db")}`, "--language", "en"], { encoding: "utf8" });

before(() => {
  folder = mkdtempSync(join(tmpdir(), "udbhabon-tables-"));
  assert.equal(run("demo").status, 0);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("every register goes out and comes back, unchanged", () => {
  for (const register of ["offices", "posts", "officers"])
    for (const format of ["csv", "xlsx"]) {
      const file = join(folder, `${register}.${format}`);
      const out = run("export", register, "-o", file);
      assert.equal(out.status, 0, out.stderr);
      assert.match(out.stderr, /\d+ rows written/);
      const back = run("import", register, file, "--as", "admin");
      assert.equal(back.status, 0, back.stderr);
      assert.match(back.stdout, /: 0 new, 0 corrected, [1-9]\d* unchanged, 0 with mistakes/);
    }
});

test("a correction is told by a dry run, and saved without it", () => {
  const file = join(folder, "corrected.csv");
  const lines = run("export", "officers").stdout.split("\r\n");
  const cells = lines[1].split(",");
  const name = lines[0].split(",").findIndex((head) => head.startsWith("Name"));
  cells[name] = "পরিবর্তিত নাম";
  writeFileSync(file, `${lines[0]}\r\n${cells.join(",")}\r\n`);
  for (const more of [["--dry-run"], ["--dry-run"], []])
    assert.match(run("import", "officers", file, "--as", "admin", ...more).stdout, /1 corrected/);
  assert.match(run("import", "officers", file, "--as", "admin").stdout, /1 unchanged/);
  assert.match(run("export", "officers").stdout, /পরিবর্তিত নাম/);
});

test("mistakes, strangers and registers that are none are told, and nothing is saved", () => {
  const file = join(folder, "wrong.csv");
  const before = run("export", "officers").stdout;
  writeFileSync(file, "id,name_bn\n77777,ক\n,খ\n");
  const wrong = run("import", "officers", file, "--as", "admin");
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /Row 2, ID \(77777\): There is no record with the ID 77777/);
  for (const [words, why] of [
    [["import", "officers", file, "--as", "nobody"], /nobody/],
    [["import", "officers", join(folder, "none.csv"), "--as", "admin"], /none\.csv/],
    [["import", "things", file, "--as", "admin"], /There are: offices/],
    [["export", "things"], /There are: offices/],
    [["export", "officers", "-o", join(folder, "no", "such.csv")], /cannot be written/],
  ]) {
    const refused = run(...words);
    assert.equal(refused.status, 1, words.join(" "));
    assert.match(refused.stderr, why);
  }
  assert.equal(run("export", "officers").stdout, before);
  assert.equal(readFileSync(file, "utf8").length > 0, true);
});
