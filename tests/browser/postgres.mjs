// A PostgreSQL cluster of our own, for the journeys: on a socket in its own folder, gone at the end.
import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const installed = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL programs; undefined where they are not installed. */
export const programs = () => {
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  return versions
    .filter((version) => existsSync(join(installed, version, "bin", "postgres")))
    .sort((a, b) => Number(a) - Number(b))
    .map((version) => join(installed, version, "bin"))
    .at(-1);
};

/** PostgreSQL refuses to run as root; `nobody` is everywhere. */
const otherUser = () => {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
};

/** Starts it. `database(name)` makes an empty database, in that folder if one is given, and gives its address; `stop()` ends all. */
export const startCluster = async () => {
  const bin = programs();
  const user = otherUser();
  const folder = mkdtempSync(join(tmpdir(), "udbhabon-postgres-"));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const run = (name, ...args) => {
    const done = spawnSync(join(bin, name), args, { ...user, encoding: "utf8", cwd: folder });
    if (done.status !== 0) throw new Error(`${name}: ${done.stderr}`);
  };
  const data = join(folder, "data");
  const said = [];
  let server;
  const stop = async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((done) => server.once("exit", done));
      server.kill("SIGQUIT");
      await ended;
    }
    remove();
  };
  try {
    run("initdb", `--pgdata=${data}`, "--no-sync", "--auth=trust", "--username=udb", "--encoding=UTF8",
      "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en");
    // Whatever ends the test program, the server ends too: SIGQUIT is its immediate shutdown.
    server = spawn("setpriv", ["--pdeathsig=QUIT", join(bin, "postgres"), "-D", data, "-c", "listen_addresses=", "-c",
      `unix_socket_directories=${folder}`, "-c", "fsync=off", "-c", "full_page_writes=off"],
      { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    const up = new Promise((ready, failed) => {
      server.stderr.on("data", (bytes) => {
        said.push(bytes);
        if (/ready to accept connections/.test(said.join(""))) ready();
      });
      server.once("exit", (code) => failed(new Error(`postgres ended with ${code}: ${said.join("")}`)));
    });
    await up;
  } catch (problem) {
    await stop();
    throw problem;
  }
  return {
    stop,
    database: (name, place) => {
      const as = ["--host", folder, "--username=udb"];
      if (place && user.uid !== undefined) chownSync(place, user.uid, user.gid);
      if (place) run("psql", ...as, "--dbname=postgres", "-c", `create tablespace ${name} location '${place}'`);
      run("createdb", ...as, ...(place ? [`--tablespace=${name}`] : []), name);
      return `postgresql:///${name}?host=${folder}&user=udb`;
    },
  };
};
