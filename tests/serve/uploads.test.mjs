// A large file that comes in pieces while the server is killed, while two send the same piece, and while the disk is
// full: what was acknowledged is there, the rest is asked for again, and the file that is kept is the one that was sent.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { password, startProduct } from "../browser/product.mjs";
import { run } from "../cli/program.mjs";
import { Visitor } from "../cli/visitor.mjs";
import { pause } from "./client.mjs";

const piece = 1 << 20;
const version = { "Tus-Resumable": "1.0.0" };
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** Bytes that no disk makes small, with the beginning of a PDF. */
const file = (size) => Buffer.concat([Buffer.from("%PDF-1.4\n"), randomBytes(size - 9)]);

/** One who brings files, signed in. */
const bringer = async (base) => {
    const visitor = new Visitor(base);
    await visitor.signIn("member-secretary", password);
    await visitor.get("/evidence/new");
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const ask = (method, path, headers = {}, body = undefined) =>
        fetch(base + path, {
            method,
            headers: { Cookie: cookie, Origin: base, "X-CSRF-Token": visitor.csrf, ...version, ...headers },
            body,
        });
    return {
        cookie,
        csrf: visitor.csrf,
        begin: async (size) =>
            (await ask("POST", "/evidence/uploads", { "Upload-Length": String(size), "Upload-Metadata": "filename YS5wZGY=" })).headers.get("Location"),
        offset: async (where) => Number((await ask("HEAD", where)).headers.get("Upload-Offset")),
        send: (where, offset, bytes) =>
            ask("PATCH", where, { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" }, bytes),
        keep: (where) =>
            visitor.post("/evidence/new", { kind: "file", title_bn: "বড় ফাইল", happened_on: "2026-07-10", upload: where.split("/").pop() }),
        file: (where) => ask("GET", `${where}/file`),
    };
};

test("a file goes on after the server was killed, wherever it was", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "udbhabon-uploads-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const database = `sqlite:${join(folder, "a.db")}`;
    let product = await startProduct({ database });
    t.after(() => product.stop());
    const bytes = file(12 * piece + 12345);
    let who = await bringer(product.base);
    const where = await who.begin(bytes.length);
    let acknowledged = 0;
    for (let kills = 0; acknowledged < bytes.length; ) {
        const dies = kills < 3 && acknowledged > kills * 3 * piece;
        const sent = who.send(where, acknowledged, bytes.subarray(acknowledged, acknowledged + piece)).catch(() => null);
        if (dies) {
            await pause(Math.random() * 10);
            assert.equal(await product.kill(), "SIGKILL");
            await sent;
            kills += 1;
            product = await startProduct({ database, demo: false });
            who = await bringer(product.base);
            const offset = await who.offset(where);
            assert.ok(offset >= acknowledged, "what was acknowledged is there");
            acknowledged = offset;
        } else {
            const answer = await sent;
            assert.equal(answer.status, 204);
            acknowledged = Number(answer.headers.get("Upload-Offset"));
        }
    }
    const kept = await who.keep(where);
    assert.equal(kept.status, 303);
    const back = await who.file(kept.location);
    assert.equal(sha256(Buffer.from(await back.arrayBuffer())), sha256(bytes));
    assert.deepEqual(readdirSync(join(folder, "a.db.files", "parts")), []);
    assert.equal(run(["evidence", "verify", "--database", database]).code, 0);
});

test("of those who send the same piece at once one is heard; what is no piece is refused", async (t) => {
    const product = await startProduct();
    t.after(() => product.stop());
    const who = await bringer(product.base);
    const bytes = file(3 * piece);
    const where = await who.begin(bytes.length);
    for (let at = 0; at < bytes.length; at += piece) {
        const all = await Promise.all(Array.from({ length: 4 }, () => who.send(where, at, bytes.subarray(at, at + piece))));
        assert.deepEqual(all.map((a) => a.status).sort(), [204, 409, 409, 409]);
    }
    assert.equal((await who.send(where, 0, bytes.subarray(0, piece))).status, 409);
    assert.equal((await who.send(where, bytes.length, Buffer.from("x"))).status, 413);
    assert.equal((await who.send(where, 0, Buffer.alloc(9 * piece))).status, 413, "a piece has its limit");
    assert.equal((await who.keep(where)).status, 303);
    assert.equal((await who.send(where, 0, Buffer.from("x"))).status, 404);
});

/** Says that `size` bytes come, sends some of them and cuts the line; gives what was answered until then. */
const cutInTheMiddle = (base, head, size, sent) =>
    new Promise((done) => {
        const { hostname, port } = new URL(base);
        let answer = "";
        const line = connect(Number(port), hostname, () => {
            line.write(`${head}Host: ${hostname}:${port}\r\nOrigin: ${base}\r\nContent-Length: ${size}\r\n\r\n`);
            let left = sent;
            const go = () => {
                if (left <= 0 || line.destroyed) return setTimeout(() => line.destroy(), 200);
                left -= piece;
                line.write(Buffer.alloc(piece), go);
            };
            go();
        });
        line.on("data", (bytes) => (answer += bytes));
        line.on("error", () => {});
        line.on("close", () => done(answer));
    });

test("4 GB that are cut in the middle leave nothing behind, by the form and by pieces", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "udbhabon-uploads-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const product = await startProduct({ database: `sqlite:${join(folder, "a.db")}` });
    t.after(() => product.stop());
    const who = await bringer(product.base);
    const size = 4 * 1024 ** 3;
    const before = readdirSync(folder, { recursive: true }).length;
    const form = await cutInTheMiddle(
        product.base,
        `POST /evidence/new HTTP/1.1\r\nCookie: ${who.cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\n`,
        size,
        16 * piece,
    );
    assert.match(form, /^HTTP\/1\.1 413 /, "refused before it has come");
    const bytes = file(3 * piece);
    const where = await who.begin(bytes.length);
    assert.equal((await who.send(where, 0, bytes.subarray(0, piece))).status, 204);
    const pieces = await cutInTheMiddle(
        product.base,
        `PATCH ${where} HTTP/1.1\r\nCookie: ${who.cookie}\r\nX-CSRF-Token: ${who.csrf}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: ${piece}\r\nContent-Type: application/offset+octet-stream\r\n`,
        size,
        16 * piece,
    );
    assert.match(pieces, /^(HTTP\/1\.1 413 |$)/);
    assert.equal(await who.offset(where), piece, "what was acknowledged is there, and no more");
    assert.equal((await who.send(where, piece, bytes.subarray(piece))).status, 204);
    const kept = await who.keep(where);
    assert.equal(kept.status, 303, kept.page);
    const got = Buffer.from(await (await who.file(kept.location.split("?")[0])).arrayBuffer());
    assert.equal(sha256(got), sha256(bytes));
    assert.ok(readdirSync(folder, { recursive: true }).length <= before + 8);
});

test("a full disk takes no piece, and the file goes on when there is room", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "udbhabon-full-"));
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=40m", "tmpfs", folder]).status === 0;
    t.after(() => {
        if (mounted) spawnSync("umount", ["--lazy", folder]);
        rmSync(folder, { recursive: true, force: true });
    });
    if (!mounted) return t.skip("only root may mount a disk");
    const database = `sqlite:${join(folder, "a.db")}`;
    const product = await startProduct({ database });
    t.after(() => product.stop());
    const who = await bringer(product.base);
    const bytes = file(60 * piece);
    const where = await who.begin(bytes.length);
    let at = 0;
    let answer;
    for (; at < bytes.length; at += piece) {
        answer = await who.send(where, at, bytes.subarray(at, at + piece));
        if (answer.status !== 204) break;
    }
    assert.ok(at > 5 * piece && at < bytes.length);
    assert.equal(answer.status, 503);
    spawnSync("mount", ["-o", "remount,size=200m", folder]);
    assert.equal(await who.offset(where), at);
    for (; at < bytes.length; at += piece)
        assert.equal((await who.send(where, at, bytes.subarray(at, at + piece))).status, 204);
    const kept = await who.keep(where);
    assert.equal(kept.status, 303);
});
