// Builds what the browser is given: `node build.mjs OUT`. Everything is made in memory first, so a
// failed build leaves the last one untouched.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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

const style = async (fontFiles) => {
  const compiled = sass.compile(join(here, "src/app.scss"), {
    loadPaths: [modules],
    style: "expanded",
    quietDeps: true,
  });
  const stamped = compiled.css.replace(/fonts\/[a-z0-9-]+\.woff2\?FONT_VERSION/g, (address) => {
    const name = address.slice(0, address.indexOf("?"));
    const bytes = fontFiles.get(name);
    if (!bytes) throw new Error(`${name} is named in the style sheet, but is not among the fonts`);
    return `${name}?${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}`;
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
