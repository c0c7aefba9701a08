// Signing in by an OIDC provider: a real one (oidc-provider), its keys changed on the way; and one that
// lies, with tokens that are forged, stale, or somebody else's.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { folder, program, run, sqlite } from "./program.mjs";
import { Visitor } from "./visitor.mjs";

const require = createRequire(new URL("../../assets/package.json", import.meta.url));
const publicUrl = "https://udbhabon.example.gov.bd";
const back = `${publicUrl}/sign-in/provider/return`;

const listening = async (t, handler) => {
    const server = createServer((request, response) => handler(request, response));
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    t.after(() => {
        server.closeAllConnections();
        server.close();
    });
    return `http://127.0.0.1:${server.address().port}`;
};

/** The demo, where the member has an address, served with a provider. */
const serving = async (t, issuer, ...more) => {
    const file = join(folder(t), "a.db");
    const database = ["--database", `sqlite:${file}`];
    assert.equal(run(["demo", ...database]).code, 0);
    sqlite(file, "update accounts set email = username || '@example.gov.bd'");
    const flags = ["--oidc-issuer", issuer, "--oidc-client-id", "udbhabon", "--oidc-label", "জাতীয় পরিচয়", "--public-url", publicUrl, ...more];
    const server = spawn(program, ["serve", "--port", "0", "--log-level", "off", ...database, ...flags], {
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, UDBHABON_OIDC_CLIENT_SECRET: "a secret & more" },
    });
    const ended = new Promise((done) => server.once("exit", done));
    t.after(() => {
        server.kill("SIGTERM");
        return ended;
    });
    const base = await new Promise((found, failed) => {
        server.stdout.on("data", (bytes) => {
            const address = String(bytes).match(/http:\/\/\S+/);
            if (address) found(address[0]);
        });
        ended.then((code) => failed(new Error(`serve ended with ${code}`)));
    });
    return { base, file };
};

/** Where the provider sends the browser back to, as a path of ours. */
const returned = (location) => {
    assert.ok(location.startsWith(back), location);
    return location.slice(publicUrl.length);
};

const rsaKey = (kid) => ({ ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" });
const ecKey = (kid) => ({ ...generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }), kid, use: "sig", alg: "ES256" });

const realProvider = async (t) => {
    const { default: Provider } = await import(pathToFileURL(require.resolve("oidc-provider")).href);
    let answer = (_, response) => response.writeHead(503).end();
    const issuer = await listening(t, (request, response) => answer(request, response));
    const withKey = (key, algorithm) => {
        const provider = new Provider(issuer, {
            jwks: { keys: [key] },
            clients: [{
                client_id: "udbhabon",
                client_secret: "a secret & more",
                redirect_uris: [back],
                id_token_signed_response_alg: algorithm,
            }],
            claims: { openid: ["sub"], email: ["email", "email_verified"] },
            cookies: { keys: ["test"] },
            pkce: { required: () => true, methods: ["S256"] },
            findAccount: (_, sub) => ({
                accountId: sub,
                claims: () => ({ sub, email: sub.startsWith("subject") ? "changed@example.gov.bd" : `${sub.replace(/^unproven-/, "")}@example.gov.bd`, email_verified: !sub.startsWith("unproven") }),
            }),
        });
        answer = provider.callback();
    };
    return { issuer, withKey };
};

/** Goes through the provider's own pages as `login`, and comes back with the answer for us. */
const through = async (start, login) => {
    const browser = new Visitor(new URL(start).origin);
    let answer = await browser.get(start);
    for (let steps = 0; steps < 12; ++steps) {
        if (answer.status >= 300 && answer.status < 400) {
            const where = new URL(answer.location, browser.base).href;
            if (where.startsWith(publicUrl)) return where;
            answer = await browser.get(where);
            continue;
        }
        const action = answer.page.match(/<form[^>]*action="([^"]+)"/)?.[1];
        assert.ok(action, answer.page);
        const prompt = answer.page.match(/name="prompt" value="([^"]+)"/)[1];
        answer = await browser.post(action, prompt === "login" ? { prompt, login, password: "x" } : { prompt });
    }
    throw new Error("the provider leads nowhere");
};

const signInBy = async (base, login, visitor = new Visitor(base)) => {
    const start = await visitor.get("/sign-in/provider?next=%2Foffices");
    assert.equal(start.status, 303, start.page);
    const answer = await visitor.get(returned(await through(start.location, login)));
    return { visitor, answer };
};

test("who has proved an address to the provider is signed in, and known by subject from then on", async (t) => {
    const provider = await realProvider(t);
    provider.withKey(rsaKey("one"), "RS256");
    const { base, file } = await serving(t, provider.issuer);
    const page = (await new Visitor(base).get("/sign-in")).page.normalize("NFC");
    assert.ok(page.includes("জাতীয় পরিচয় দিয়ে প্রবেশ করুন".normalize("NFC")));

    const { visitor, answer } = await signInBy(base, "member");
    assert.equal(answer.status, 303, answer.page);
    assert.equal(answer.location, "/offices");
    assert.equal((await visitor.get("/account")).status, 200);
    assert.equal((await signInBy(base, "unproven-leader")).answer.status, 403, "an address that is not verified");
    assert.equal((await signInBy(base, "nobody")).answer.status, 403);

    sqlite(file, "update accounts set email = 'new@example.gov.bd' where username = 'member'");
    assert.equal((await signInBy(base, "member")).answer.status, 303, "by subject");
    sqlite(file, "update identities set subject = 'other'; update accounts set email = 'member@example.gov.bd' where username = 'member'");
    assert.equal((await signInBy(base, "member")).answer.status, 403, "another subject with the same address is somebody else");
    sqlite(file, "update accounts set active = 0 where username = 'secretary'");
    assert.equal((await signInBy(base, "secretary")).answer.status, 403);
});

test("a provider may change its keys, from RSA to elliptic ones too", async (t) => {
    const provider = await realProvider(t);
    provider.withKey(rsaKey("one"), "RS256");
    const { base } = await serving(t, provider.issuer);
    assert.equal((await signInBy(base, "member")).answer.status, 303);
    provider.withKey(ecKey("two"), "ES256");
    assert.equal((await signInBy(base, "leader")).answer.status, 303);
    // Again within a minute: whoever makes up keys does not make us ask each time.
    provider.withKey(ecKey("three"), "ES256");
    assert.equal((await signInBy(base, "secretary")).answer.status, 403);
});

test("an answer counts once, in the browser that asked, with the state it was given", async (t) => {
    const provider = await realProvider(t);
    provider.withKey(ecKey("one"), "ES256");
    const { base } = await serving(t, provider.issuer);
    const visitor = new Visitor(base);
    const start = await visitor.get("/sign-in/provider");
    const path = returned(await through(start.location, "member"));
    assert.equal((await new Visitor(base).get(path)).status, 400, "another browser");
    const wrong = new Visitor(base);
    await wrong.get("/sign-in/provider");
    assert.equal((await wrong.get(path)).status, 400, "another trip's state");
    assert.equal((await visitor.get(path)).status, 303);
    assert.equal((await visitor.get("/account")).status, 200);
    const again = new Visitor(base);
    again.cookies = new Map(visitor.cookies);
    again.cookies.delete("session");
    assert.equal((await again.get(path)).status, 400, "the trip is over");

    const cancelled = new Visitor(base);
    const { location } = await cancelled.get("/sign-in/provider");
    const state = new URL(location).searchParams.get("state");
    const answer = await cancelled.get(`/sign-in/provider/return?error=access_denied&state=${state}`);
    assert.equal(answer.status, 403);
    assert.ok(answer.page.normalize("NFC").includes("বাতিল"));
});

test("the provider proves who it is; the second step is asked for all the same", async (t) => {
    const provider = await realProvider(t);
    provider.withKey(ecKey("one"), "ES256");
    const { base, file } = await serving(t, provider.issuer);
    sqlite(file, "insert into second_factors (account, secret, made_at, confirmed_at, last_step) select id, x'00', 0, 1, 0 from accounts where username = 'member'");
    const { visitor, answer } = await signInBy(base, "member");
    assert.equal(answer.location, "/sign-in/code");
    assert.equal((await visitor.get("/account")).status, 303);
});

test("a provider that does not answer, or is another than we asked, signs nobody in", async (t) => {
    const silent = await serving(t, "http://127.0.0.1:1");
    const answer = await new Visitor(silent.base).get("/sign-in/provider");
    assert.equal(answer.status, 503);
    assert.ok(answer.page.normalize("NFC").includes("সাড়া দিচ্ছে না".normalize("NFC")));

    const issuer = await listening(t, (_, response) => response.end(JSON.stringify({
        issuer: "https://another.example", authorization_endpoint: "https://another.example/a",
        token_endpoint: "https://another.example/t", jwks_uri: "https://another.example/k" })));
    const { base } = await serving(t, issuer);
    assert.equal((await new Visitor(base).get("/sign-in/provider")).status, 503);
    const huge = await listening(t, (_, response) => {
        response.writeHead(200);
        const more = () => response.write(Buffer.alloc(65536, 32), (failed) => failed || more());
        more();
    });
    const other = await serving(t, huge);
    assert.equal((await new Visitor(other.base).get("/sign-in/provider")).status, 503);
});

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a token that is forged, stale or not for us signs nobody in", async (t) => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const thief = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const { kty, n, e } = rsa.publicKey.export({ format: "jwk" });
    const now = () => Math.floor(Date.now() / 1000);
    const signed = (header, claims, key) => {
        const text = `${encoded(header)}.${encoded(claims)}`;
        return `${text}.${key ? sign("RSA-SHA256", Buffer.from(text), key).toString("base64url") : ""}`;
    };
    let nonce = "";
    let make = () => "";
    const issuer = await listening(t, (request, response) => {
        const url = new URL(request.url, "http://127.0.0.1");
        const json = (value) => response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(value));
        if (url.pathname === "/.well-known/openid-configuration")
            return json({ issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t`, jwks_uri: `${issuer}/k` });
        if (url.pathname === "/k") return json({ keys: [{ kty, n, e, kid: "one", use: "sig", alg: "RS256" }] });
        return json({ id_token: make() });
    });
    const { base } = await serving(t, issuer);
    const tried = async (token) => {
        const visitor = new Visitor(base);
        const start = await visitor.get("/sign-in/provider");
        const asked = new URL(start.location).searchParams;
        assert.equal(asked.get("code_challenge_method"), "S256");
        nonce = asked.get("nonce");
        make = token;
        return (await visitor.get(`/sign-in/provider/return?code=c&state=${asked.get("state")}`)).status;
    };
    const claims = (change = {}) => ({ iss: issuer, sub: "7", aud: "udbhabon", exp: now() + 300, iat: now(), nonce, email: "member@example.gov.bd", email_verified: true, ...change });
    const header = { alg: "RS256", kid: "one" };
    assert.equal(await tried(() => signed(header, claims(), rsa.privateKey)), 303, "the right one");
    const forged = {
        "signed by another key": () => signed(header, claims(), thief.privateKey),
        "signed by another key of an unknown name": () => signed({ ...header, kid: randomBytes(4).toString("hex") }, claims(), thief.privateKey),
        "not signed": () => signed({ alg: "none" }, claims()),
        "not signed, with the key's name": () => signed({ alg: "none", kid: "one" }, claims()),
        "of another issuer": () => signed(header, claims({ iss: "https://another.example" }), rsa.privateKey),
        "for another": () => signed(header, claims({ aud: "another" }), rsa.privateKey),
        "for several, not made for us": () => signed(header, claims({ aud: ["udbhabon", "another"], azp: "another" }), rsa.privateKey),
        "too old": () => signed(header, claims({ exp: now() - 120 }), rsa.privateKey),
        "not yet good": () => signed(header, claims({ nbf: now() + 600 }), rsa.privateKey),
        "of another sign-in": () => signed(header, claims({ nonce: "other" }), rsa.privateKey),
        "without a nonce": () => signed(header, claims({ nonce: undefined }), rsa.privateKey),
        "no token": () => "a.b.c",
    };
    for (const [what, token] of Object.entries(forged)) assert.equal(await tried(token), 403, what);
    const changed = () => {
        const [head, , mark] = signed(header, claims(), rsa.privateKey).split(".");
        return [head, encoded(claims({ email: "admin@example.gov.bd", sub: "8" })), mark].join(".");
    };
    assert.equal(await tried(changed), 403, "changed after it was signed");
    assert.equal(await tried(() => signed(header, claims(), rsa.privateKey)), 303, "the right one still");
});
