// Meetings: called, its notice drafted, held, minuted with decisions, confirmed by the next one; decisions
// followed until they are done. At both widths, with scripts and without; axe finds nothing, nothing
// sticks out; nothing that was typed is lost.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { press, signIn, startProduct } from "./product.mjs";

const ICAL = createRequire(new URL("../../assets/package.json", import.meta.url))("ical.js");

const ways = [
  { width: "wide", scripts: true },
  { width: "phone", scripts: false },
  { width: "phone", scripts: true },
  { width: "wide", scripts: false },
];

let chrome;
before(async () => {
  chrome = await launch();
});
after(() => chrome.close());

/** An hour at which the demo has no meeting, whatever day this runs. */
const quiet = "১৬:৩০";

const day = (ahead) => {
  const date = new Date(Date.now() + ahead * 86_400_000);
  return date.toISOString().slice(0, 10);
};

for (const way of ways) {
  const name = `${way.width}-${way.scripts ? "scripts" : "plain"}`;
  test(`from the call to the confirmed minutes (${name})`, async (t) => {
    const product = await startProduct();
    t.after(() => product.stop());
    const { page, context } = await chrome.page({ ...way, base: product.base });
    t.after(() => context.close());
    const look = async (what) => {
      await picture(page, `meetings-${what}-${name}`);
      assert.deepEqual(await overflow(page), [], what);
      if (way.scripts) assert.deepEqual(await axe(page), [], what);
    };
    const see = async (text) => {
      const main = (await page.locator("main").innerText()).normalize("NFC");
      assert.ok(main.includes(text.normalize("NFC")), `${text}\n${main}`);
    };
    const follow = (text) => page.locator("main a", { hasText: text }).first().click();

    // Nothing of meetings is for guests.
    await page.goto("/meetings");
    assert.match(page.url(), /sign-in/);

    // The year, with the quarter that was missed.
    await signIn(page, "member-secretary");
    await page.goto("/meetings");
    await see("যেসব সভা হয়নি");
    await look("list");
    await page.goto("/meetings/series");
    await look("series");

    // A meeting is called: what is wrong is said, and what was typed stays.
    await page.goto("/meetings/new");
    await look("new");
    await page.check("[name=kind][value=team]");
    await page.fill("[name=date]", "৩১-০২-২০২৬");
    await page.fill("[name=agenda]", "সেবা সহজিকরণের অগ্রগতি\nবিবিধ");
    await page.fill("[name=title]", "ইনোভেশন টিমের বিশেষ সভা");
    await press(page, "/meetings/new");
    await look("new-wrong");
    assert.equal(await page.inputValue("[name=title]"), "ইনোভেশন টিমের বিশেষ সভা");
    await page.fill("[name=date]", day(0));
    await page.fill("[name=begins]", quiet);
    await press(page, "/meetings/new");
    await see("ইনোভেশন টিমের বিশেষ সভা");
    const meeting = new URL(page.url()).pathname;
    await look("called");

    // The same one is not called twice.
    await page.goto("/meetings/new");
    await page.fill("[name=date]", day(0));
    await page.fill("[name=begins]", quiet);
    await press(page, "/meetings/new");
    await see("আগেই আহ্বান করা আছে");

    // Who is asked changes.
    await page.goto(`${meeting}/people`);
    await page.fill("[name=guests]", "মোঃ আব্দুল করিম, সভাপতি, শ্রমিক ফেডারেশন");
    await look("people");
    await press(page, "/people");
    await see("শ্রমিক ফেডারেশন");

    // Its order changes; its notice is a paper.
    await page.goto(`${meeting}/agenda`);
    await look("agenda");
    await page.locator("[name^=place_]").last().fill("০");
    await press(page, "/agenda");
    const main = await page.locator("#agenda ol li").allInnerTexts();
    assert.deepEqual(main, ["বিবিধ", "সেবা সহজিকরণের অগ্রগতি"]);
    await press(page, "/notice");
    await see("সভায় যথাসময়ে উপস্থিত থাকার জন্য");
    assert.match(page.url(), /\/papers\/\d+/);

    // It is held: without a substitute's name it is not saved.
    await page.goto(`${meeting}/attendance`);
    await page.selectOption("[name=presence_2]", "substitute");
    await press(page, "/attendance");
    await look("attendance-wrong");
    await see("প্রতিনিধির নাম ও পদবি লিখুন");
    await page.fill("[name=substitute_2]", "মোঃ আব্দুল হান্নান, উপসচিব");
    await press(page, "/attendance");
    await see("মোঃ আব্দুল হান্নান, উপসচিব");
    await see("পূর্ববর্তী সভার সিদ্ধান্তের বাস্তবায়ন অগ্রগতি");
    await look("held");

    // Minutes: item by item, and two who save the same one.
    const items = await page.locator("a[href*='/items/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    assert.equal(items.length, 3);
    const other = await chrome.page({ ...way, base: product.base });
    t.after(() => other.context.close());
    await signIn(other.page, "leader");
    await other.page.goto(items[1]);
    await page.goto(items[1]);
    await page.fill("[name=discussion]", "সদস্য-সচিবের লেখা আলোচনা।");
    await press(page, items[1]);
    await other.page.fill("[name=discussion]", "টিমপ্রধানের লেখা আলোচনা।");
    await press(other.page, items[1]);
    const both = (await other.page.locator("main").innerText()).normalize("NFC");
    assert.ok(both.includes("সদস্য-সচিবের লেখা আলোচনা।".normalize("NFC")));
    assert.equal(await other.page.inputValue("[name=discussion]"), "টিমপ্রধানের লেখা আলোচনা।");
    await page.goto(items[2]);
    await page.fill("[name=discussion]", "সেবার ধাপ নিয়ে আলোচনা হয়।");
    await press(page, items[2]);
    await page.fill("[name=text]", "সেবার ধাপ পাঁচটি থেকে তিনটিতে নামাতে হবে।");
    await page.selectOption("[name=responsible]", { index: 2 });
    await page.fill("[name=due]", day(30));
    await look("item");
    await press(page, "/decisions");
    await see("সেবার ধাপ পাঁচটি থেকে তিনটিতে নামাতে হবে।");
    // While the minutes are written, the decision itself can be put right.
    await follow("সেবার ধাপ পাঁচটি");
    await follow("সিদ্ধান্ত ঠিক করুন");
    await page.fill("[name=due]", "৩১-০২-২০২৬");
    await press(page, "/correct");
    await look("correct-wrong");
    await page.fill("[name=due]", day(31));
    await press(page, "/correct");
    await see("সিদ্ধান্ত ঠিক করা হয়েছে।");
    await page.goto(meeting);
    await look("minutes");
    await press(page, "/minuted");
    await see("কার্যবিবরণী লেখা হয়েছে");
    await press(page, "/minutes");
    await see("সেবার ধাপ পাঁচটি থেকে তিনটিতে নামাতে হবে।");
    await see("পরিশিষ্ট ‘ক’");

    // A decision: progress, then done with what shows it.
    await page.goto("/decisions");
    await look("decisions");
    await see("দিন বিলম্বিত");
    await follow("সেবার ধাপ পাঁচটি");
    await look("decision");
    // It goes to another post, for a reason.
    const giving = page.locator("details", { has: page.locator("form[action$='/reassigned']") });
    await giving.locator("summary").click();
    await page.selectOption("[name=to]", { index: 3 });
    await press(page, "/reassigned");
    await look("reassign-wrong");
    await see("কেন দায়িত্ব বদলাচ্ছে: এই ঘরটি পূরণ করুন");
    await page.fill("[name=why]", "কাজটি এখন ওই শাখার");
    await press(page, "/reassigned");
    await see("কাজটি এখন ওই শাখার");
    await page.fill("[name=progress]", "প্রস্তাব তৈরি হয়েছে।");
    await press(page, "/progress");
    await see("প্রস্তাব তৈরি হয়েছে।");
    await press(page, "/done");
    await see("কী করা হয়েছে লিখুন");
    await page.fill("[name=link]", "https://mole.gov.bd/services");
    await press(page, "/done");
    await see("বাস্তবায়িত");
    await look("decision-done");

    // The next meeting confirms the minutes, with a correction.
    await page.goto("/meetings/new");
    await page.check("[name=kind][value=team]");
    await page.fill("[name=title]", "পরবর্তী সভা");
    await page.fill("[name=date]", day(0));
    await page.fill("[name=begins]", quiet);
    await press(page, "/meetings/new");
    const next = new URL(page.url()).pathname;
    await page.goto(`${next}/attendance`);
    await press(page, "/attendance");
    await page.goto(`${meeting}/confirm`);
    await look("confirm");
    await page.fill("[name=corrections]", "আলোচনার ভাষা সংশোধন");
    await page.locator("textarea[name^=discussion_]").last().fill("সেবার ধাপ ও সময় নিয়ে আলোচনা হয়।");
    await page.locator("textarea[name^=decision_]").last().fill("সেবার ধাপ পাঁচটি থেকে দুইটিতে নামাতে হবে।");
    await press(page, "/confirm");
    await see("কার্যবিবরণী দৃঢ়ীকৃত");
    await see("সেবার ধাপ ও সময় নিয়ে আলোচনা হয়।");
    await see("কার্যবিবরণী সংশোধিত হয়েছে: আলোচনার ভাষা সংশোধন");
    await see("সেবার ধাপ পাঁচটি থেকে দুইটিতে নামাতে হবে।");
    await look("confirmed");
    await follow("সেবার ধাপ পাঁচটি থেকে দুইটিতে");
    await see("আগে ছিল: “সেবার ধাপ পাঁচটি থেকে তিনটিতে নামাতে হবে।”");

    // The draft of the minutes is thrown away; the corrected ones say what was corrected.
    await page.goto(meeting);
    await page.locator("#papers a[href^='/papers/']").last().click();
    await press(page, "/discard");
    await page.goto(meeting);
    await press(page, "/minutes");
    await see("নিম্নরূপ সংশোধনীসহ দৃঢ়ীকরণ করা হয়েছে: আলোচনার ভাষা সংশোধন");
    await look("corrected-minutes");

    // The brief goes to the head of office's coordination meeting, and its PDF stays there.
    await signIn(page, "secretary");
    await page.goto("/meetings/new");
    await page.check("[name=kind][value=coordination]");
    await page.fill("[name=title]", "বিশেষ সমন্বয় সভা");
    await page.fill("[name=date]", day(0));
    await page.fill("[name=begins]", quiet);
    await press(page, "/meetings/new");
    const coordination = new URL(page.url()).pathname;
    await page.goto(`${coordination}/attendance`);
    await press(page, "/attendance");
    await press(page, "/brief");
    await see("উপস্থাপিত");
    assert.equal(await page.locator("a[href*='/files/']").count(), 1);
    await look("coordination");
    const brief = await page.request.get("/meetings/brief");
    assert.equal((await brief.body()).subarray(0, 5).toString(), "%PDF-");

    // In English, and for the overseer.
    await signIn(page, "cabinet");
    await page.goto("/meetings/offices");
    await look("offices");
    await follow("শ্রম ও কর্মসংস্থান মন্ত্রণালয়");
    await see("যেসব সভা হয়নি");
    await page.goto(meeting);
    await see("পরবর্তী সভা");
    assert.equal(await page.locator("form[action$='/minutes']").count(), 0);
  });
}

test("the personal calendar is read by an independent parser, without signing in", async (t) => {
  const product = await startProduct({ flags: ["--public-url", "https://udbhabon.example.gov.bd"] });
  t.after(() => product.stop());
  const { page, context } = await chrome.page({ width: "wide", scripts: true, base: product.base });
  t.after(() => context.close());
  await signIn(page, "member-secretary");
  await page.goto("/meetings/feed");
  assert.deepEqual(await axe(page), []);
  await press(page, "/meetings/feed");
  const address = await page.locator("main code").innerText();
  assert.match(address, /^https:\/\/udbhabon\.example\.gov\.bd\/calendar\/[\w-]{20,}\.ics$/);
  const answer = await fetch(product.base + new URL(address).pathname);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type"), /^text\/calendar/);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  assert.ok(calendar.getFirstSubcomponent("vtimezone"));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  assert.ok(events.length > 0);
  const meeting = events.find((event) => /^meeting-\d+@udbhabon\.example\.gov\.bd$/.test(event.uid));
  assert.ok(meeting.summary.normalize("NFC").includes("ইনোভেশন টিমের সভা".normalize("NFC")));
  assert.equal(meeting.startDate.hour, 11);
  assert.equal(meeting.component.getFirstProperty("dtstart").getParameter("tzid"), "Asia/Dhaka");
  assert.equal(meeting.endDate.subtractDate(meeting.startDate).toSeconds(), 90 * 60);
  // The same calendar holds what the office owes, a whole day each, leading to its page.
  const report = events.filter((event) => /^owed-/.test(event.uid) && event.uid.includes("/labour-2026/5?"));
  assert.ok(report.length > 0);
  for (const one of report) {
    assert.ok(one.startDate.isDate);
    assert.match(one.startDate.toString(), /-07-31$/);
    assert.match(one.component.getFirstPropertyValue("url"), /^https:\/\/udbhabon\.example\.gov\.bd\/duties\/\d+\/labour-2026\/5\?year=/);
  }
  assert.equal(new Set(events.map((event) => event.uid)).size, events.length);
  assert.equal((await fetch(`${product.base}/calendar/nobody-knows-this-one.ics`)).status, 404);

  // Moved, then called off: the same event, with a higher sequence each time; and nothing once the address is ended.
  const called = events.find((event) => event.uid.startsWith("meeting-") && event.startDate.toJSDate() > new Date());
  const id = called.uid.match(/\d+/)[0];
  const again = async () => {
    const read = new ICAL.Component(ICAL.parse(await (await fetch(product.base + new URL(address).pathname)).text()));
    return read.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)).find((event) => event.uid === called.uid);
  };
  await page.goto(`/meetings/${id}/move`);
  await page.fill("[name=begins]", "১৫:৩০");
  await page.fill("[name=reason]", "সভাপতির অনুরোধে");
  await press(page, "/move");
  const moved = await again();
  assert.equal(moved.startDate.hour, 15);
  assert.ok(moved.sequence > called.sequence);
  await page.goto(`/meetings/${id}/move`);
  await page.fill("[name=why_off]", "আর প্রয়োজন নেই");
  await press(page, "/call-off");
  const off = await again();
  assert.equal(off.component.getFirstPropertyValue("status"), "CANCELLED");
  assert.ok(off.sequence > moved.sequence);
  await page.goto("/meetings/feed");
  await press(page, "/meetings/feed/end");
  assert.equal((await fetch(product.base + new URL(address).pathname)).status, 404);
});
