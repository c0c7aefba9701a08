// Mails to a real server (aiosmtpd) over STARTTLS with a sign-in: what arrives, what is tried again, what
// is given up; and the way of an officer from the invitation to being signed in.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";

import { folder, program, root, run } from "./program.mjs";
import { Visitor } from "./visitor.mjs";

const ICAL = createRequire(new URL("../../assets/package.json", import.meta.url))("ical.js");

/** Debian's own, which has python3-aiosmtpd. */
const python = "/usr/bin/python3";

/** The mail server; `next(address)` waits for a mail to that address. */
const mailServer = async (t, ...how) => {
    const place = folder(t);
    const server = spawn(python, [join(root, "tests/cli/smtp_server.py"), place, ...how], {
        stdio: ["ignore", "pipe", "ignore"],
    });
    t.after(() => server.kill("SIGKILL"));
    const mails = [];
    let waiting = [];
    const port = await new Promise((found) => {
        createInterface({ input: server.stdout }).on("line", (line) => {
            if (!line.startsWith("{")) return found(line);
            mails.push(JSON.parse(line));
            waiting = waiting.filter((look) => !look());
        });
    });
    const next = (address, seconds = 20) =>
        new Promise((found, failed) => {
            const look = () => {
                const at = mails.findIndex((mail) => mail.to[0] === address);
                if (at < 0) return false;
                clearTimeout(late);
                found(mails.splice(at, 1)[0]);
                return true;
            };
            const late = setTimeout(() => failed(new Error(`no mail to ${address}`)), seconds * 1000);
            if (!look()) waiting.push(look);
        });
    const flags = [
        ["--smtp-host", "127.0.0.1"],
        ["--smtp-port", port],
        ["--smtp-security", how[0] ?? "starttls"],
        ["--mail-from", "it@example.gov.bd"],
        ["--public-url", "https://udbhabon.example.gov.bd"],
        ...(how[0] === "none" ? [] : [["--smtp-user", "udbhabon"], ["--trusted-certificates", join(place, "cert.pem")]]),
    ].flat();
    return { next, mails, flags, port };
};

const secret = { ...process.env, UDBHABON_SMTP_PASSWORD: "mail password" };

/** The demo, served with these flags; `sql` changes it before. */
const serving = async (t, flags, sql = "") => {
    const file = join(folder(t), "a.db");
    const database = ["--database", `sqlite:${file}`];
    assert.equal(run(["demo", ...database]).code, 0);
    const change = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.executescript(sys.argv[2]); db.commit()";
    assert.equal(spawnSync(python, ["-c", change, file, sql]).status, 0);
    const server = spawn(program, ["serve", "--port", "0", "--log-level", "error", ...database, ...flags], {
        stdio: ["ignore", "pipe", "inherit"],
        env: secret,
    });
    const ended = new Promise((done) => server.once("exit", done));
    t.after(() => {
        server.kill("SIGTERM");
        return ended;
    });
    return new Promise((found, failed) => {
        server.stdout.on("data", (bytes) => {
            const address = String(bytes).match(/http:\/\/\S+/);
            if (address) found(address[0]);
        });
        ended.then((code) => failed(new Error(`serve ended with ${code}`)));
    });
};

const linkIn = (mail) => mail.text.match(/https:\/\/udbhabon\.example\.gov\.bd(\/new-password\?key=[\w-]{43})/)[1];

test("a mail of trial arrives by STARTTLS, and a wrong password or certificate is told", async (t) => {
    const server = await mailServer(t);
    const sent = run(["mail", "test", "anis@example.gov.bd", ...server.flags], { env: secret });
    assert.equal(sent.code, 0, sent.err);
    const mail = await server.next("anis@example.gov.bd");
    assert.equal(mail.tls, true);
    assert.equal(mail.seven_bit, true);
    assert.deepEqual(mail.defects, []);
    assert.equal(mail.from, "it@example.gov.bd");
    assert.equal(mail.headers.Subject.normalize("NFC"), "উদ্ভাবন: পরীক্ষামূলক চিঠি".normalize("NFC"));
    assert.match(mail.headers["Message-ID"], /^<[\w-]{24}@example\.gov\.bd>$/);
    assert.ok(Math.abs(Date.parse(mail.headers.Date) - Date.now()) < 60_000);
    assert.match(mail.headers.From.normalize("NFC"), new RegExp("উদ্ভাবন".normalize("NFC")));

    const wrong = run(["mail", "test", "anis@example.gov.bd", ...server.flags], { env: { ...secret, UDBHABON_SMTP_PASSWORD: "x" } });
    assert.equal(wrong.code, 1);
    const flags = server.flags.filter((_, i, all) => all[i] !== "--trusted-certificates" && all[i - 1] !== "--trusted-certificates");
    const stranger = run(["mail", "test", "anis@example.gov.bd", ...flags], { env: secret });
    assert.equal(stranger.code, 1);
    assert.match(stranger.err, /certificate/i);
    assert.equal(run(["mail", "test", "anis", ...server.flags], { env: secret }).code, 1);
    assert.equal(server.mails.length, 0);
});

test("a server that does not speak TLS is sent nothing where TLS is asked for", async (t) => {
    const server = await mailServer(t, "none");
    const strict = server.flags.map((flag) => (flag === "none" ? "starttls" : flag));
    const asked = run(["mail", "test", "anis@example.gov.bd", ...strict]);
    assert.equal(asked.code, 1);
    assert.equal(server.mails.length, 0);
    assert.equal(run(["mail", "test", "anis@example.gov.bd", ...server.flags]).code, 0);
});

test("from the invitation to being signed in, and through a forgotten password", async (t) => {
    const server = await mailServer(t);
    const base = await serving(t, server.flags);
    const admin = new Visitor(base);
    await admin.signIn("admin", "udbhabon-demo");
    const invited = await admin.post("/accounts/invite", { name_bn: "নতুন কর্মকর্তা", email: "Notun@Example.gov.bd" });
    assert.equal(invited.status, 303, invited.page);
    const mail = await server.next("notun@example.gov.bd");
    assert.deepEqual(mail.defects, []);
    assert.match(mail.headers.Subject.normalize("NFC"), /হিসাব/);
    assert.ok(mail.text.includes("notun"));
    assert.ok(mail.html.includes(linkIn(mail)));

    const officer = new Visitor(base);
    assert.equal((await officer.get(linkIn(mail))).status, 200);
    const key = linkIn(mail).split("=")[1];
    const chosen = await officer.post("/new-password", { key, password: "a good long word", again: "a good long word" });
    assert.equal(chosen.location, "/sign-in");
    assert.equal((await officer.get(linkIn(mail))).status, 404, "once");
    assert.equal((await officer.signIn("notun@example.gov.bd", "a good long word")).status, 303);
    assert.equal((await officer.get("/account")).status, 200);

    const guest = new Visitor(base);
    const answers = [];
    for (const who of ["notun", "nobody", "leader"]) answers.push(await guest.post("/forgotten", { who }));
    assert.deepEqual(answers[1], answers[0]);
    assert.deepEqual(answers[2], answers[0]);
    const reset = await server.next("notun@example.gov.bd");
    const renewed = { key: linkIn(reset).split("=")[1], password: "another long word", again: "another long word" };
    assert.equal((await guest.post("/new-password", renewed)).status, 303);
    assert.equal((await officer.get("/account")).status, 303, "every session has ended");
    assert.equal((await guest.signIn("notun", "another long word")).status, 303);
    assert.equal(server.mails.length, 0, "nothing came twice");
});

test("what is refused for now is sent later, what is refused for good is told to the administrator", async (t) => {
    const server = await mailServer(t);
    const base = await serving(t, server.flags);
    const admin = new Visitor(base);
    await admin.signIn("admin", "udbhabon-demo");
    for (const email of ["later@example.gov.bd", "never@example.gov.bd"])
        assert.equal((await admin.post("/accounts/invite", { name_bn: "নমুনা", email })).status, 303);
    await server.next("later@example.gov.bd", 60);
    let page = "";
    for (let tries = 0; tries < 20 && !page.includes("5.1.1"); ++tries) {
        await new Promise((done) => setTimeout(done, 500));
        ({ page } = await admin.get("/accounts/mails"));
    }
    assert.match(page, /550 5\.1\.1 No such mailbox/);
    const home = await admin.get("/");
    assert.ok(home.page.includes("/accounts/mails"));
    assert.equal(server.mails.length, 0);
});

test("who is asked to a meeting gets an invitation that a calendar reads; each move and the calling off follow", async (t) => {
    const server = await mailServer(t);
    const base = await serving(t, server.flags);
    const clerk = new Visitor(base);
    await clerk.signIn("member-secretary", "udbhabon-demo");
    const { page: form } = await clerk.get("/meetings/new");
    const chair = form.match(/<option value="(\d+)"/)[1];
    const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    // At an hour at which the demo has no meeting, whatever day this runs.
    const when = { begins: "১৬:৩০", lasts: "৬০", place: "সভাকক্ষ" };
    const called = await clerk.post("/meetings/new", {
        kind: "team", title: "আমন্ত্রণের সভা", date: day(20), ...when, chair,
        guests: "আমন্ত্রিত অতিথি | guest@example.gov.bd", agenda: "বিবিধ",
    });
    assert.equal(called.status, 303, called.page);
    const meeting = called.location.split("?")[0];
    const send = async (path, fields = {}) => {
        const { page } = await clerk.get(meeting);
        const version = page.match(/name="version" value="(\d+)"/)?.[1] ?? (await clerk.get(`${meeting}/move`)).page.match(/name="version" value="(\d+)"/)[1];
        const answer = await clerk.post(`${meeting}/${path}`, { version, ...fields });
        assert.equal(answer.status, 303, answer.page);
    };
    const invitation = async (method) => {
        const mail = await server.next("guest@example.gov.bd");
        assert.deepEqual(mail.defects, []);
        assert.equal(mail.calendars.length, 1);
        assert.equal(mail.calendars[0].method, method);
        const calendar = new ICAL.Component(ICAL.parse(mail.calendars[0].text));
        assert.equal(calendar.getFirstPropertyValue("method"), method);
        const event = calendar.getFirstSubcomponent("vevent");
        const asked = event.getAllProperties("attendee").map((one) => String(one.getFirstValue()));
        assert.ok(asked.some((one) => /^mailto:guest@example\.gov\.bd$/i.test(one)), asked.join());
        assert.match(String(event.getFirstPropertyValue("organizer")), /^mailto:it@example\.gov\.bd$/i);
        return { mail, event, read: new ICAL.Event(event) };
    };
    // A move before anybody was told is told to nobody.
    await send("move", { date: day(21), ...when, reason: "সভাকক্ষ খালি নেই" });
    await send("tell");
    const first = await invitation("REQUEST");
    assert.match(first.mail.headers.Subject.normalize("NFC"), /^সভার আমন্ত্রণ/);
    assert.equal(first.read.summary.normalize("NFC"), "আমন্ত্রণের সভা".normalize("NFC"));
    assert.equal(first.read.startDate.toString(), `${day(21)}T16:30:00`);
    assert.equal(first.event.getFirstProperty("dtstart").getParameter("tzid"), "Asia/Dhaka");
    assert.ok(first.mail.html.includes(`https://udbhabon.example.gov.bd${meeting}`));
    await send("move", { date: day(22), ...when, reason: "নতুন সময়" });
    const moved = await invitation("REQUEST");
    assert.equal(moved.read.uid, first.read.uid);
    assert.equal(moved.read.sequence, first.read.sequence + 1);
    assert.equal(moved.read.startDate.toString(), `${day(22)}T16:30:00`);
    assert.ok(moved.mail.text.normalize("NFC").includes("নতুন সময়".normalize("NFC")));
    await send("call-off", { why_off: "প্রয়োজন নেই" });
    const off = await invitation("CANCEL");
    assert.equal(off.read.uid, first.read.uid);
    assert.equal(off.read.sequence, moved.read.sequence + 1);
    assert.equal(off.event.getFirstPropertyValue("status"), "CANCELLED");
    assert.equal(server.mails.filter((mail) => mail.to[0] === "guest@example.gov.bd").length, 0);
});

test("a letter of what is owed comes once, and the mail program's own button stops it", async (t) => {
    const server = await mailServer(t);
    const address = (name) => `update accounts set email = '${name}@example.gov.bd' where username = '${name}';`;
    const base = await serving(t, server.flags, address("leader") + address("dc-gazipur") + address("admin"));
    const mail = await server.next("leader@example.gov.bd");
    assert.deepEqual(mail.defects, []);
    assert.match(mail.headers.Subject.normalize("NFC"), new RegExp("আপনার করণীয়".normalize("NFC")));
    for (const said of ["এরপর যা করণীয়", "Next:", "https://udbhabon.example.gov.bd/duties/mine"])
        assert.ok(mail.text.normalize("NFC").includes(said.normalize("NFC")), said);
    assert.equal(mail.headers["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click");
    const stop = mail.headers["List-Unsubscribe"].match(/^<https:\/\/udbhabon\.example\.gov\.bd(\/duties\/stop\/[\w-]+)>$/)[1];
    // The head of the office is told by rule what is late for long; whoever owes nothing gets nothing.
    const head = await server.next("dc-gazipur@example.gov.bd");
    assert.ok(head.text.normalize("NFC").includes("দপ্তরপ্রধান হিসেবে আপনাকে".normalize("NFC")));
    assert.equal(server.mails.filter((one) => one.to[0] === "admin@example.gov.bd").length, 0);

    const leader = new Visitor(base);
    await leader.signIn("leader", "udbhabon-demo");
    const weekly = async () => /value="weekly"[^>]* checked|checked[^>]* value="weekly"/.test((await leader.get("/duties/mine")).page);
    assert.equal((await fetch(base + stop)).status, 200);
    assert.ok(await weekly());
    const pressed = await fetch(base + stop, { method: "POST", body: new URLSearchParams("List-Unsubscribe=One-Click") });
    assert.equal(pressed.status, 200);
    assert.ok(!(await weekly()));
});

/** How often a report's history tells that it was sent. */
const timesSent = (page) => page.normalize("NFC").split("মন্ত্রিপরিষদ বিভাগে প্রেরণ করা হয়েছে".normalize("NFC")).length - 2; // the demo tells of one

/** The report of last year of the demo, as if it had not been sent yet; who sends it, and what its page says. */
const unsent = async (t, server) => {
    const base = await serving(t, server.flags, "update report_editions set sent_on = null, channel = '', acknowledged_on = null, acknowledgement = '';");
    const clerk = new Visitor(base);
    await clerk.signIn("member-secretary", "udbhabon-demo");
    const path = (await clerk.get("/reports")).page.match(/href="(\/reports\/\d+)"[^>]*>[^<]*২০২৫-২৬/)[1];
    const frozen = Buffer.from(await (await fetch(`${base}${path}/editions/1/pdf`)).arrayBuffer());
    const post = async (way, fields) => {
        const { page } = await clerk.get(path);
        const version = page.match(/name="version" value="(\d+)"/)[1];
        return clerk.post(`${path}/${way}`, { version, ...fields });
    };
    const says = async (text, seconds = 15) => {
        let page = "";
        for (let tries = 0; tries < seconds * 2 && !page.includes(text); ++tries) {
            await new Promise((done) => setTimeout(done, 500));
            page = (await clerk.get(path)).page.normalize("NFC");
        }
        assert.ok(page.includes(text), `${text} is not said:\n${page.match(/<main[^]*/)?.[0] ?? page}`);
        return page;
    };
    const today = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 10);
    return { base, clerk, path, post, says, today, hash: createHash("sha256").update(frozen).digest("hex") };
};

test("a report goes by e-mail with the PDF that was frozen, byte for byte, and is sent when a server took it", async (t) => {
    const server = await mailServer(t);
    const { clerk, path, post, says, today, hash } = await unsent(t, server);
    const sent = await post("send", { on: today, channel: "email", email: " Later@Cabinet.gov.bd " });
    assert.equal(sent.status, 303, sent.page);
    // Refused for now: the page says so, and that it is tried again; it does not count as sent.
    let page = await says("451 4.3.0 Come back later");
    assert.match(page, /অপেক্ষমাণ/);
    assert.match(page, /১ বার চেষ্টা হয়েছে/);
    assert.equal(timesSent(page), 0);
    const twice = await post("send", { on: today, channel: "email", email: "other@cabinet.gov.bd" });
    assert.equal(twice.status, 422);
    assert.ok(twice.page.includes("later@cabinet.gov.bd"));

    const mail = await server.next("later@cabinet.gov.bd", 60);
    assert.deepEqual(mail.defects, []);
    assert.equal(mail.seven_bit, true);
    assert.deepEqual(mail.files, [{ name: "report.pdf", type: "application/pdf", sha256: hash }]);
    assert.match(mail.headers.Subject.normalize("NFC"), /শ্রম ও কর্মসংস্থান মন্ত্রণালয়.*বার্ষিক প্রতিবেদন/u);
    assert.ok(mail.text.includes(hash), "the letter tells the hash");
    page = await says("ই-মেইলটি মেইল সার্ভার গ্রহণ করেছে".normalize("NFC"));
    assert.equal(timesSent(page), 1);

    // Once more to another address: the same bytes, and the same sending.
    assert.equal((await post("mail", { email: "again@cabinet.gov.bd" })).status, 303);
    const again = await server.next("again@cabinet.gov.bd");
    assert.equal(again.files[0].sha256, hash);
    assert.equal(timesSent(await says("again@cabinet.gov.bd")), 1);
    const guest = await (await fetch(`${new URL(path, clerk.base)}`)).text();
    assert.ok(!guest.includes("cabinet.gov.bd"), "addresses are for those who work on it");
});

test("a report that no server takes is said not to be delivered, with the server's words, and goes to another address", async (t) => {
    const server = await mailServer(t);
    const { clerk, path, post, says, today, hash } = await unsent(t, server);
    assert.equal((await post("send", { on: today, channel: "email", email: "never@cabinet.gov.bd" })).status, 303);
    const page = await says("550 5.1.1 No such mailbox");
    assert.match(page, /পাঠানো যায়নি/u);
    assert.equal(timesSent(page), 0);
    const home = await clerk.get("/");
    assert.match(home.page.normalize("NFC"), new RegExp("ই-মেইল পৌঁছানো যায়নি".normalize("NFC")));
    assert.ok(home.page.includes(`${path}#proofs`));
    const right = await post("send", { on: today, channel: "email", email: "right@cabinet.gov.bd" });
    assert.equal(right.status, 303, right.page);
    assert.equal((await server.next("right@cabinet.gov.bd")).files[0].sha256, hash);
    assert.equal(timesSent(await says("right@cabinet.gov.bd ঠিকানার ই-মেইলটি মেইল সার্ভার গ্রহণ করেছে".normalize("NFC"))), 1);
    assert.ok(!(await clerk.get("/")).page.includes(`${path}#proofs`));
});

test("a server that takes no mail so large says so at once, and the report's page with it", async (t) => {
    const server = await mailServer(t, "none", "10000");
    const { post, says, today } = await unsent(t, server);
    assert.equal((await post("send", { on: today, channel: "email", email: "small@cabinet.gov.bd" })).status, 303);
    await says("552");
    assert.equal(server.mails.length, 0);
});
