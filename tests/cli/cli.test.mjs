// The subcommands, by what they print and how they end: 0 done, 1 refused or "no", 2 wrong usage.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { c23, folder, haveSeeds, l26, program, run } from "./program.mjs";

const commands = ["serve", "migrate", "demo", "user", "mail", "order", "team", "plan", "date", "workdays", "memo", "mandate", "backup", "restore", "journal"];

test("every subcommand explains itself", () => {
    const all = run(["--help"]);
    assert.equal(all.code, 0);
    for (const command of commands) {
        assert.match(all.out, new RegExp(`\\b${command}\\b`));
        const help = run([command, "--help"]);
        assert.equal(help.code, 0, command);
        assert.match(help.out, /Usage/i, command);
    }
});

test("wrong usage ends with 2 and says what is wrong", () => {
    for (const args of [[], ["fly"], ["date", "--no-such"], ["workdays", "add"], ["memo"], ["order", "read"]]) {
        const done = run(args);
        assert.equal(done.code, 2, args.join(" "));
        assert.notEqual(done.err, "", args.join(" "));
    }
});

test("dates in both calendars", () => {
    for (const [day, bangla] of [
        ["2023-11-16", "১ অগ্রহায়ণ ১৪৩০"],
        ["2026-01-26", "১২ মাঘ ১৪৩২"],
        ["2013-04-08", "২৫ চৈত্র ১৪১৯"],
    ]) {
        const there = run(["date", day]);
        assert.equal(there.out.normalize("NFC").trim(), bangla.normalize("NFC"));
        assert.equal(there.code, 0);
        assert.equal(run(["date", "--from-bangla", bangla]).out.trim(), day);
    }
    const bad = run(["date", "2026-02-31"]);
    assert.equal(bad.code, 1);
    assert.notEqual(bad.err, "");
    assert.equal(run(["date", "--from-bangla", "৩২ মাঘ ১৪৩২"]).code, 1);
});

test("working days explain themselves", () => {
    const done = run(["workdays", "add", "2026-03-12", "20", "--json"]);
    assert.equal(done.code, 0);
    const { date, skipped } = JSON.parse(done.out);
    // 2026: 17, 19-23 and 26 March, 14 April are holidays; Fridays and Saturdays are off.
    const off = new Map(skipped.map((s) => [s.date, s.why]));
    for (const day of ["2026-03-13", "2026-03-17", "2026-03-20", "2026-03-23", "2026-03-26", "2026-04-10"]) {
        assert.ok(off.has(day), day);
        assert.ok(off.get(day).bn && off.get(day).en, day);
    }
    assert.ok(!off.has("2026-03-12"), "the day of receipt is day zero, and not skipped");
    let counted = 0;
    for (let at = Date.parse("2026-03-12") + 864e5; at <= Date.parse(date); at += 864e5)
        if (!off.has(new Date(at).toISOString().slice(0, 10))) counted++;
    assert.equal(counted, 20);
    assert.equal(run(["workdays", "add", "2026-03-12", "-1"]).code === 0, false);
});

test("memo numbers, group by group", () => {
    const memo = (text) => JSON.parse(run(["memo", "parse", text, "--json"]).out);
    const cabinet = memo("০৪.০০.০০০০.৮৩২.১৮.০০১.২৩-৭৭/১(৫৮০)");
    assert.equal(cabinet.scheme, 18);
    assert.equal(cabinet.groups.ministry, "04");
    assert.equal(cabinet.issue, "77");
    assert.deepEqual([Number(cabinet.copy.no), Number(cabinet.copy.count)], [1, 580]);
    const labour = memo("40.00.0000.000.036.32.0006.17.5");
    assert.equal(labour.scheme, 22);
    assert.equal(labour.groups.section, "036");
    assert.equal(labour.copy, null);
    const old = memo("সম/শা-৩/২০১০-৪৫");
    assert.equal(old.scheme, null);
    assert.match(old.raw, /২০১০/);
});

test("both official documents are read fully", { skip: !haveSeeds && "the documents are not here" }, () => {
    const read = (file) => {
        const done = run(["order", "read", file, "--json"]);
        assert.equal(done.code, 0, done.err);
        return JSON.parse(done.out);
    };
    const cabinet = read(c23);
    assert.equal(cabinet.kind, "notification");
    assert.deepEqual(cabinet.tiers.map((t) => t.tier), ["ministry", "agency", "district", "upazila"]);
    assert.deepEqual(cabinet.functions.map((f) => f.no), Array.from({ length: 21 }, (_, i) => i + 1));
    assert.equal(cabinet.memo.scheme, 18);
    assert.equal(cabinet.dates.gregorian, "2023-11-16");
    assert.equal(cabinet.dates.agree, true);
    assert.equal(cabinet.copies.stated, 580);
    assert.equal(cabinet.copies.listed.length, 9);
    assert.equal(cabinet.signatory.post, "যুগ্মসচিব".normalize("NFC"));

    const labour = read(l26);
    assert.equal(labour.kind, "office_order");
    assert.equal(labour.seats.length, 9);
    assert.deepEqual(labour.seats[1].posts.map((p) => p.normalize("NFC")), ["যুগ্মসচিব", "উপসচিব"]);
    assert.equal(labour.seats[0].role, "chief_innovation_officer");
    assert.equal(labour.seats[8].role, "member_secretary");
    assert.deepEqual(labour.functions.map((f) => f.no), Array.from({ length: 24 }, (_, i) => i + 1));
    assert.match(labour.functions[7].text, /ডিজিটাল বৈষম্য/);
    assert.equal(labour.memo.scheme, 22);
    assert.equal(labour.memo.issue, "5");
    assert.equal(labour.dates.gregorian, "2026-01-26");
    assert.equal(labour.copies.stated, 20);
    assert.equal(labour.copies.listed.length, 20);
    assert.equal(labour.cancels_earlier, true);
    assert.ok(labour.cites.some((c) => c.date === "2025-11-06"));
    assert.ok(labour.findings.some((f) => f.where.startsWith("seats[2]")), "the doubtful section of seat 3 is found");
    for (const finding of [...cabinet.findings, ...labour.findings]) assert.ok(finding.bn && finding.en && finding.severity);
});

const seat = (role, rank, unit, capacities = []) => ({ role, rank, unit, capacities });
const ministry = (seats) => ({ formed_by: "secretary", seats });
const good = ministry([
    seat("chief_innovation_officer", "additional_secretary", "প্রশাসন অনুবিভাগ"),
    seat("member", "system_analyst", "আইসিটি সেল", ["ict"]),
    seat("member", "joint_secretary", "পরিকল্পনা অধিশাখা", ["planning"]),
    seat("member", "deputy_secretary", "বাজেট অধিশাখা", ["data_focal"]),
]);

test("a team is checked, and the exit code is the answer", (t) => {
    const file = join(folder(t), "team.json");
    const check = (team) => {
        writeFileSync(file, JSON.stringify(team));
        const done = run(["team", "check", file, "--mandate", "cabinet-2023", "--tier", "ministry", "--json"]);
        return { ...done, verdict: done.out && JSON.parse(done.out) };
    };
    const met = check(good);
    assert.equal(met.verdict.verdict, "met");
    assert.equal(met.code, 0);
    for (const rule of met.verdict.rules) assert.ok(rule.bn && rule.en && rule.paragraph, rule.id);

    const unknown = check(ministry(good.seats.map((s, i) => (i === 3 ? { ...s, capacities: null } : s))));
    assert.equal(unknown.verdict.verdict, "cannot_tell");
    assert.equal(unknown.code, 1);

    const without = check(ministry(good.seats.map((s, i) => (i === 3 ? { ...s, capacities: [] } : s))));
    assert.equal(without.verdict.verdict, "not_met");
    assert.equal(without.verdict.rules.find((r) => r.id === "quota.data").state, "not_met");

    const both = check(ministry([good.seats[0], good.seats[1], good.seats[3], { ...good.seats[2], capacities: ["planning", "data_skilled"] }]));
    assert.equal(both.verdict.verdict, "met");

    const wrong = run(["team", "check", file, "--mandate", "no-such", "--tier", "ministry", "--json"]);
    assert.notEqual(wrong.code, 0);
    writeFileSync(file, '{"seats":[{"role":"king"}]}');
    const refused = run(["team", "check", file, "--mandate", "cabinet-2023", "--tier", "ministry", "--json"]);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /role/);
});

test("bad files are answered in both languages, and in little memory", (t) => {
    const dir = folder(t);
    const cases = {
        "empty.txt": Buffer.alloc(0),
        "large.txt": Buffer.alloc(50 * 1024 * 1024, "ক"),
        "sutonny.txt": Buffer.from("MYcÖRvZš¿x evsjv‡`k miKvi\nkÖg I Kg©ms¯’vb gš¿Yvjq\n", "latin1"),
        "paper.txt": Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n", "latin1"),
        "noise.txt": Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)),
    };
    for (const [name, bytes] of Object.entries(cases)) {
        const file = join(dir, name);
        writeFileSync(file, bytes);
        const done = run(["order", "read", file, "--json"]);
        assert.equal(done.code, 1, name);
        assert.match(done.err, /[\u0980-\u09ff]/, `${name} in Bangla`);
        assert.match(done.err, /[A-Za-z]{3}/, `${name} in English`);
        assert.equal(done.out, "", name);
    }
});

test("doubts about a readable text are findings, not refusals", (t) => {
    const dir = folder(t);
    const read = (text) => {
        const file = join(dir, "order.txt");
        writeFileSync(file, text);
        const done = run(["order", "read", file, "--json"]);
        assert.equal(done.code, 0, done.err);
        return JSON.parse(done.out);
    };
    const order = (head) => `গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
জেলা প্রশাসকের কার্যালয়, নমুনাপুর

${head}

অফিস আদেশ

নিম্নবর্ণিত কর্মকর্তাদের সমন্বয়ে ইনোভেশন টিম গঠন করা হলো:

১। অতিরিক্ত জেলা প্রশাসক (শিক্ষা ও আইসিটি) -- ইনোভেশন অফিসার
২। সহকারী কমিশনার (আইসিটি শাখা) -- সদস্য

আবুল কালাম
সহকারী কমিশনার
`;
    const memo = "নম্বর: ০৫.৪২.১৫০০.০১২.১৮.০০১.২৩-৭৭";
    assert.equal(read(order("তারিখ: ২৬ জানুয়ারি ২০২৬")).memo, null);
    assert.ok(read(order("তারিখ: ২৬ জানুয়ারি ২০২৬")).findings.length > 0);
    assert.ok(read(order(`${memo}\nনম্বর: ০৫.৪২.১৫০০.০১২.১৮.০০১.২৩-৭৮\nতারিখ: ২৬ জানুয়ারি ২০২৬`)).findings.length > 0);
    assert.ok(read(order(`${memo}\nতারিখ: ৩১ ফেব্রুয়ারি ২০২৬`)).findings.length > 0);
    const disagree = read(order(`${memo}\nতারিখ: ১৩ মাঘ ১৪৩২\n২৬ জানুয়ারি ২০২৬`));
    assert.equal(disagree.dates.agree, false);
    assert.ok(disagree.findings.some((f) => f.where.startsWith("dates")));

    const many = order(`${memo}\nতারিখ: ২৬ জানুয়ারি ২০২৬`).replace(
        /২। .*\n/,
        Array.from({ length: 5000 }, (_, i) => `${i + 2}। সহকারী কমিশনার (শাখা ${i}) -- সদস্য\n`).join(""),
    );
    assert.equal(read(many).seats.length, 5001);
});

test("an order is set as a paper whose text reads back", (t) => {
    const dir = folder(t);
    const out = join(dir, "order.pdf");
    const file = join(dir, "order.json");
    writeFileSync(file, JSON.stringify({
        kind: "office_order",
        issuer: "নমুনা মন্ত্রণালয়",
        memo: { raw: "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৫", scheme: 22, groups: {}, issue: "5" },
        dates: { gregorian: "2026-01-26", bangla: "১২ মাঘ ১৪৩২", agree: true },
        seats: [{ no: 1, posts: ["অতিরিক্ত সচিব"], unit: "প্রশাসন", role: "chief_innovation_officer" }],
        functions: [{ no: 1, text: "স্ক্র্যাপ র‍্যাব ক্ষুদ্রঋণ" }],
        copies: { stated: 1, listed: [{ no: 1, text: "মন্ত্রিপরিষদ সচিব", copies: 1 }] },
        body: ["ইনোভেশন টিম পুনর্গঠন করা হলো।"],
    }));
    const done = run(["order", "render", file, "-o", out]);
    assert.equal(done.code, 0, done.err);
    assert.equal(readFileSync(out).subarray(0, 5).toString(), "%PDF-");
    writeFileSync(file, '{"kind": 5');
    assert.equal(run(["order", "render", file, "-o", out]).code, 1);
});

test("a setting that cannot be is named, with what is allowed", () => {
    const done = run(["serve", "--port", "99999999"]);
    assert.notEqual(done.code, 0);
    assert.match(done.err, /port/);
    const env = run(["migrate"], { env: { ...process.env, UDBHABON_LANGUAGE: "xx", UDBHABON_DATABASE: "sqlite::memory:" } });
    assert.notEqual(env.code, 0);
    assert.match(env.err, /language/i);
});

test("a database is copied and brought back", (t) => {
    const dir = folder(t);
    const at = (name) => ["--database", `sqlite:${join(dir, name)}`];
    assert.equal(run(["demo", ...at("a.db")]).code, 0);
    const copy = join(dir, "copy.backup");
    const saved = run(["backup", copy, ...at("a.db")]);
    assert.equal(saved.code, 0, saved.err);
    assert.equal(run(["backup", copy, ...at("a.db")]).code, 1, "a copy is not overwritten");
    const back = run(["restore", copy, ...at("b.db")]);
    assert.equal(back.code, 0, back.err);
    assert.equal(run(["restore", copy, ...at("b.db")]).code, 1, "only into an empty place");
    assert.equal(run(["restore", join(dir, "nowhere"), ...at("c.db")]).code, 1);
    assert.equal(run(["user", "list", ...at("a.db")]).out, run(["user", "list", ...at("b.db")]).out);
});
