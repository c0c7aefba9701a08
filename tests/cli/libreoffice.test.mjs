// Every table and document that the demo offers opens in LibreOffice, and its Bangla comes out as it went in:
// all pages that three officers can reach are walked, one of each kind, and every CSV, XLSX and DOCX on the way is
// converted by a LibreOffice without a screen.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { startProduct } from "../browser/product.mjs";
import { folder } from "./program.mjs";
import { Visitor } from "./visitor.mjs";

const pages_most = 500;
const kinds = {
    "text/csv": "csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};
const bangla = /[\u0980-\u09ff]/;

/** One of each kind of page: numbers are alike, and so is what a query asks for but for the file's kind. */
const shape = (path) => {
    const url = new URL(path, "http://x");
    const asked = [...url.searchParams].map(([name, value]) => (/^(format|kind|lang)$/.test(name) ? `${name}=${value}` : name));
    return url.pathname.replace(/\d+/g, "N") + "?" + asked.sort().join("&");
};

const linksIn = (page) =>
    [...page.matchAll(/(?:href|action)="(\/[^"#]*)/g)].map(([, path]) => path.replaceAll("&amp;", "&")).filter((path) => !/^\/(assets|sign-out|api)/.test(path));

/** All files by the address that offers them. */
const filesOf = async (base, names) => {
    const files = new Map();
    for (const name of names) {
        const visitor = new Visitor(base);
        await visitor.signIn(name, "udbhabon-demo");
        const cookie = [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join("; ");
        const seen = new Set();
        const waiting = ["/"];
        for (let asked = 0; waiting.length > 0 && asked < pages_most; ++asked) {
            const path = waiting.shift();
            const answer = await fetch(new URL(path, base), { redirect: "manual", headers: { Cookie: cookie } });
            const type = (answer.headers.get("content-type") ?? "").split(";")[0];
            const bytes = Buffer.from(await answer.arrayBuffer());
            if (answer.status === 200 && kinds[type]) files.set(path, { kind: kinds[type], bytes });
            if (type !== "text/html") continue;
            for (const link of linksIn(bytes.toString())) {
                if (seen.has(shape(link))) continue;
                seen.add(shape(link));
                waiting.push(link);
            }
        }
    }
    return files;
};

const cellsIn = (text) => {
    const cells = [];
    for (const [, quoted, plain] of text.replace(/^\ufeff/, "").matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) cells.push((quoted?.replaceAll('""', '"') ?? plain).replace(/\r\n/g, "\n").normalize("NFC"));
    return cells.filter((cell) => bangla.test(cell));
};

const office = spawnSync("soffice", ["--version"], { encoding: "utf8" });
const missing = office.status !== 0 && "LibreOffice is not installed (bin/setup brings it)";

test("every export of the demo opens in LibreOffice with its Bangla", { skip: missing }, async (t) => {
    const place = folder(t);
    const product = await startProduct();
    t.after(() => product.stop());
    const files = await filesOf(product.base, ["member-secretary", "secretary", "admin"]);

    const convert = (kind, to, more = []) => {
        const names = [...files.values()].filter((file) => file.kind === kind).map((file) => file.name);
        const done = spawnSync(
            "soffice",
            [`-env:UserInstallation=file://${join(place, "profile")}`, "--headless", "--convert-to", to, ...more, "--outdir", join(place, `from-${kind}`), ...names],
            { cwd: place, encoding: "utf8", timeout: 300_000 },
        );
        assert.equal(done.status, 0, done.stderr);
    };
    let no = 0;
    for (const file of files.values()) {
        file.name = `${String(++no).padStart(3, "0")}.${file.kind}`;
        writeFileSync(join(place, file.name), file.bytes);
    }
    for (const kind of Object.values(kinds)) {
        assert.ok([...files.values()].some((file) => file.kind === kind), `no ${kind} is offered`);
        mkdirSync(join(place, `from-${kind}`));
    }
    // UTF-8, every sheet in a file of its own.
    convert("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
    convert("csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", ["--infilter=CSV:44,34,76,1"]);
    convert("docx", "txt:Text (encoded):UTF8");
    const outcome = (file) => {
        const stem = file.name.split(".")[0];
        const names = readdirSync(join(place, `from-${file.kind}`)).filter((name) => name.startsWith(stem));
        return names.map((name) => readFileSync(join(place, `from-${file.kind}`, name), "utf8")).join("\n");
    };

    for (const [path, file] of files) {
        const text = outcome(file);
        assert.ok(bangla.test(text), `${path}: nothing in Bangla came out`);
        assert.ok(!text.includes("\ufffd"), `${path}: letters were lost`);
        if (file.kind === "docx") continue;
        // A table is offered in both kinds: what stands in the one comes out of both.
        const twin = files.get(path.replace("format=xlsx", "format=csv"));
        if (twin?.kind !== "csv") continue;
        const out = new Set(cellsIn(text));
        for (const cell of cellsIn(twin.bytes.toString())) assert.ok(out.has(cell) || out.has(cell.replace(/^'/, "")), `${path}: ${cell}`);
    }
    t.diagnostic(`${files.size} files: ${[...files].map(([path, file]) => `${file.kind} ${path}`).join(", ")}`);
});
