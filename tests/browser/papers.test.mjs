// Papers other than orders: a notice and minutes drafted, what is missing said; the letter that informs the
// Cabinet Division from its draft to the proof that it was sent; a PDF that is verified by anybody. At both
// widths, without scripts on the phone; axe finds nothing, nothing sticks out.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { press, signIn, startProduct } from "./product.mjs";

const address = "https://udbhabon.example.gov.bd";

const ways = [
  { width: "wide", scripts: true },
  { width: "phone", scripts: false },
];

let chrome;
before(async () => {
  chrome = await launch();
});
after(() => chrome.close());

for (const way of ways) {
  test(`letters, notices, minutes, and their proof (${way.width})`, async (t) => {
    const product = await startProduct({ flags: ["--public-url", address] });
    t.after(() => product.stop());
    const { page, context } = await chrome.page({ ...way, base: product.base });
    t.after(() => context.close());
    const look = async (what) => {
      await picture(page, `papers-${what}-${way.width}`);
      assert.deepEqual(await overflow(page), [], what);
      if (way.scripts) assert.deepEqual(await axe(page), [], what);
    };
    const see = async (text) => {
      const main = (await page.locator("main").innerText()).normalize("NFC");
      assert.ok(main.includes(text.normalize("NFC")), `${text}\n${main}`);
    };
    const number = () => Number(new URL(page.url()).pathname.split("/")[2]);

    // A notice: the date is no date at first, and nothing that was typed is lost.
    await signIn(page, "member-secretary");
    await page.goto("/papers/new");
    await look("new");
    const typed = {
      meeting_date: "৩১-০২-২০২৬",
      meeting_time: "সকাল ১১:০০",
      meeting_place: "মন্ত্রণালয়ের সভাকক্ষ",
      meeting_agenda: "বিগত সভার সিদ্ধান্তের অগ্রগতি\nশোকেসিংয়ের প্রস্তুতি",
    };
    await page.check("[name=kind][value=meeting_notice]");
    for (const [name, value] of Object.entries(typed)) await page.fill(`[name=${name}]`, value);
    await press(page, "/papers");
    await look("new-wrong");
    assert.equal(await page.locator(".govuk-error-message").count(), 1);
    for (const [name, value] of Object.entries(typed)) assert.equal(await page.inputValue(`[name=${name}]`), value);
    assert.ok(await page.isChecked("[name=kind][value=meeting_notice]"));
    await page.fill("[name=meeting_date]", "০৫-০৭-২০২৬");
    await press(page, "/papers");
    await see("মন্ত্রণালয়ের সভাকক্ষ-এ");
    await look("notice-edit");
    await page.locator("button[name=act][value=see]").last().click();
    await see("বিতরণ");
    await look("notice");
    const docx = await page.request.get(`/papers/${number()}/docx`);
    assert.equal((await docx.body()).subarray(0, 2).toString(), "PK");

    // Minutes cannot be sent on before it is written what was decided.
    await page.goto("/papers/new");
    await page.check("[name=kind][value=minutes]");
    await press(page, "/papers");
    await page.locator("button[name=act][value=see]").last().click();
    await see("শূন্যস্থান পূরণ করা হয়নি");
    assert.equal(await page.locator("form[action$='/submit']").count(), 0);
    await look("minutes");

    // The letter that the team owes (C23 §5) waits on the first page.
    await page.goto("/");
    await look("home");
    await page.locator("main a", { hasText: "মন্ত্রিপরিষদ বিভাগকে অবহিত" }).first().click();
    const letter = number();
    await see("মন্ত্রিপরিষদ সচিব");
    await look("letter-draft");
    await press(page, "/discard");
    await see("অনুচ্ছেদ ৫");
    await press(page, "/submit");
    await signIn(page, "leader");
    await page.goto(`/papers/${letter}`);
    await press(page, "/approve");
    await page.goto(`/papers/${letter}/issue`);
    await page.fill("[name=memo]", "৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৯৯");
    await press(page, "/issue");
    await look("letter-issued");
    await see(`${address}/verify/${letter}`);
    const pdf = await (await page.request.get(`/papers/${letter}/pdf`)).body();
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");

    // Its signed copy, and the proof that it was sent: without a file and a way first.
    await signIn(page, "member-secretary");
    await page.goto(`/papers/${letter}`);
    const open = async (way) => {
      const details = page.locator("details", { has: page.locator(`form[action$='/${way}']`) });
      if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
    };
    await open("sending");
    await press(page, "/sending");
    await see("একটি ফাইল বেছে নিন");
    await look("sending-wrong");
    await open("sending");
    const scan = { name: "প্রাপ্তিস্বীকার.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
    await page.setInputFiles("[name=sending]", scan);
    await page.check("[name=channel][value=email]");
    await press(page, "/sending");
    await see("অবহিত করা হয়েছে");
    await open("signed-copy");
    await page.setInputFiles("[name=signed_copy]", { name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("নয়") });
    await press(page, "/signed-copy");
    assert.equal(await page.locator("main [role=alert], .govuk-error-summary").count() > 0, true);
    await open("signed-copy");
    await page.setInputFiles("[name=signed_copy]", { ...scan, name: "স্বাক্ষরিত.pdf", buffer: Buffer.from("%PDF-1.4\n% signed\n%%EOF\n") });
    await press(page, "/signed-copy");
    await see("স্বাক্ষরিত.pdf");
    await look("proofs");
    await page.goto("/");
    assert.equal(await page.locator("main", { hasText: "প্রেরণের প্রমাণ যুক্ত করুন" }).count(), 0);

    // Anybody follows the code, and compares a file.
    await page.context().clearCookies();
    await page.goto(`/verify/${letter}`);
    await see("৪০.০০.০০০০.০০০.০৩৬.৩২.০০০৬.১৭.৯৯");
    await see("সংশ্লিষ্ট দপ্তরের জন্য");
    await look("verified");
    await page.goto("/verify");
    await look("verify");
    const compare = async (buffer, says) => {
      await page.setInputFiles("[name=file]", { name: "পত্র.pdf", mimeType: "application/pdf", buffer });
      await press(page, "/verify");
      await see(says);
    };
    await compare(pdf, "হুবহু সেটিই");
    await look("verify-yes");
    const changed = Buffer.from(pdf);
    changed[changed.length >> 1] ^= 1;
    await compare(changed, "কোনো পত্র নয়");
    await look("verify-no");
    // What a letter says, and how it was sent, is for its office.
    for (const way of ["", "/pdf", "/proofs/1"]) {
      const asked = await page.request.get(`/papers/${letter}${way}`, { maxRedirects: 0 });
      assert.match(asked.headers().location ?? "", /^\/sign-in/, way);
    }
  });
}
