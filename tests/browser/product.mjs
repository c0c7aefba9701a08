// The real program with the demo's story, for the journeys: started on a free port, stopped at the end.
// On an SQLite file of its own, on the database it is given, or on the empty one that
// UDB_JOURNEY_DATABASE names.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const program = resolve(process.env.UDBHABON ?? fileURLToPath(new URL("../../build/release/udbhabon", import.meta.url)));

/**
 * The library of Debian's `faketime`, which gives the program another clock; undefined where it is not installed.
 */
export const clockLibrary = () =>
  readdirSync("/usr/lib")
    .map((folder) => join("/usr/lib", folder, "faketime", "libfaketimeMT.so.1"))
    .find((file) => existsSync(file));

/** A clock that stands where it was set. The program sees the new time at once. */
const stoppedClock = (folder, at) => {
  const file = join(folder, "clock");
  const set = (instant) => {
    writeFileSync(`${file}.new`, `${instant.replace("T", " ")}\n`);
    renameSync(`${file}.new`, file);
  };
  set(at);
  const env = {
    ...process.env,
    LD_PRELOAD: clockLibrary(),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: "1",
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    TZ: "UTC",
  };
  return { env, set };
};

/** `clock`: the instant (UTC, `2026-07-01T04:00:00`) at which the program's clock stands until `setClock`. */
export const startProduct = async ({ database: given, demo = true, log = "error", flags = [], clock: at } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "udbhabon-product-"));
  const clock = at && stoppedClock(folder, at);
  const env = clock?.env ?? process.env;
  const database = ["--database", process.env.UDB_JOURNEY_DATABASE ?? given ?? `sqlite:${join(folder, "demo.db")}`];
  // On PostgreSQL files are kept in the folder where the program runs.
  const told = spawnSync(program, [demo ? "demo" : "migrate", ...database], { encoding: "utf8", env, cwd: folder });
  if (told.status !== 0) throw new Error(told.stderr);
  const server = spawn(program, ["serve", "--port", "0", "--log-level", log, ...database, ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
    env,
    cwd: folder,
  });
  const base = await new Promise((found, failed) => {
    let said = "";
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const address = said.match(/http:\/\/\S+/);
      if (address) found(address[0]);
    });
    server.once("exit", (code) => failed(new Error(`serve ended with ${code}`)));
  });
  const gone = new Promise((done) => server.once("exit", (code, signal) => done(code ?? signal)));
  /** Ends it by a signal; gives the exit code, or the signal by which it ended. */
  const ended = async (signal) => {
    server.kill(signal);
    const how = await gone;
    rmSync(folder, { recursive: true, force: true });
    return how;
  };
  return {
    base,
    setClock: clock?.set,
    /** Ends it in the midst of whatever it does; of use where the database was given. */
    kill: () => ended("SIGKILL"),
    /** Ends it as a service manager does; gives the exit code. */
    stop: () => ended("SIGTERM"),
  };
};

export const password = "udbhabon-demo";

export const signIn = async (page, name) => {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.fill("[name=username]", name);
  await page.fill("[name=password]", password);
  await page.click("form[action^='/sign-in'] button");
};

/** Presses a button of the form that posts to `action` (the end of it, at least). */
export const press = (page, action, button = "button:not([name=find])") =>
  page.locator(`form[action$='${action}'] ${button}`).last().click();
