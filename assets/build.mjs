// Builds what the browser is given: `node build.mjs OUT`. Everything is made in memory first, so a
// failed build leaves the last one untouched.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { blake2b } from "@noble/hashes/blake2b";
import { bytesToHex } from "@noble/hashes/utils";
import { build, transform } from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const require = createRequire(import.meta.url);
const out = process.argv[2];
if (!out) {
  console.error("usage: node build.mjs OUT");
  process.exit(2);
}

const fonts = async () => {
  const files = new Map();
  for (const alphabet of ["bengali", "latin"])
    for (const weight of [400, 600]) {
      const from = require.resolve(`@fontsource/noto-sans-bengali/files/noto-sans-bengali-${alphabet}-${weight}-normal.woff2`);
      files.set(`fonts/noto-sans-bengali-${alphabet}-${weight}.woff2`, await readFile(from));
    }
  return files;
};

// The server gives a file at `assets/HASH/NAME`, where HASH is the first 8 bytes of BLAKE2b-128 of its
// content (src/web/http/assets.cpp); with any other HASH it redirects, so a change there costs
// a round trip and breaks nothing.
const hash = (bytes) => bytesToHex(blake2b(bytes, { dkLen: 16 })).slice(0, 16);

const style = async (fontFiles) => {
  const compiled = sass.compile(join(here, "src/app.scss"), {
    loadPaths: [modules],
    style: "expanded",
    quietDeps: true,
  });
  const stamped = compiled.css.replace(/FONT_HASH\/(fonts\/[a-z0-9-]+\.woff2)/g, (_, name) => {
    const bytes = fontFiles.get(name);
    if (!bytes) throw new Error(`${name} is named in the style sheet, but is not among the fonts`);
    return `${hash(bytes)}/${name}`;
  });
  const small = await transform(stamped, { loader: "css", minify: true, legalComments: "none", target: ["chrome109", "firefox115", "safari16"] });
  return small.code;
};

const script = async () => {
  const bundled = await build({
    entryPoints: [join(here, "src/app.js")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
    legalComments: "none",
  });
  return bundled.outputFiles[0].text;
};

const files = await fonts();
files.set("app.css", await style(files));
files.set("app.js", await script());
files.set("htmx.js", await readFile(join(modules, "htmx.org/dist/htmx.min.js")));
for (const picture of ["mark.svg", "favicon.svg"]) files.set(picture, await readFile(join(here, "src", picture)));

for (const [name, content] of files) {
  const path = join(out, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
