// A year's report by its pages: begun, written, put up, approved by a second person, sent with a proof,
// acknowledged, published, its address on the own site checked, corrected. At both widths, with scripts and
// without; axe finds nothing, nothing sticks out; nothing that was typed is lost.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { press, signIn, startProduct } from "./product.mjs";

const ways = [
  { width: "wide", scripts: true },
  { width: "phone", scripts: false },
];

// The office's own site.
const body = "<!doctype html><title>বার্ষিক প্রতিবেদন &amp; সংযোজনী</title>";
let chrome, site;
before(async () => {
  chrome = await launch();
  site = createServer((request, response) => {
    if (request.url !== "/report") return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(body);
  });
  await new Promise((ready) => site.listen(0, "127.0.0.1", ready));
});
after(async () => {
  await chrome.close();
  await new Promise((closed) => site.close(closed));
});

for (const way of ways) {
  const name = `${way.width}-${way.scripts ? "scripts" : "plain"}`;
  test(`from the first chapter to the corrected edition (${name})`, async (t) => {
    const product = await startProduct({ flags: ["--local-sites", "true"] });
    t.after(() => product.stop());
    const { page, context, errors } = await chrome.page({ ...way, base: product.base });
    t.after(() => context.close());
    const look = async (what) => {
      await picture(page, `reports-${what}-${name}`);
      assert.deepEqual(await overflow(page), [], what);
      if (way.scripts) assert.deepEqual(await axe(page), [], what);
    };
    const see = async (text) => {
      const main = (await page.locator("main").innerText()).normalize("NFC");
      assert.ok(main.includes(text.normalize("NFC")), `${text}\n${main}`);
    };
    /** Opens what is folded away around the form that posts to `action`. */
    const unfold = async (action) => {
      const folded = page.locator(`details:has(form[action$='${action}'])`);
      if (!(await folded.getAttribute("open"))) await folded.locator("summary").click();
    };

    // What was published is everybody's, with its files; a draft is not.
    await page.goto("/reports");
    await look("public-list");
    await page.locator("main a[href^='/reports/']", { hasText: "২০২৫-২৬" }).first().click();
    await see("সময়মতো");
    await see("লাইসেন্স নবায়নে");
    await look("public");
    const published = new URL(page.url()).pathname;
    for (const [format, begins] of [["pdf", "%PDF-1.7"], ["html", "<!DOCTYPE html>"], ["json", "{\"format\""], ["csv", "\ufeffchapter"]]) {
      const file = await context.request.get(`${published}/editions/1/${format}`);
      assert.equal(file.status(), 200, format);
      const bytes = await file.body();
      assert.ok(bytes.toString("utf8").startsWith(begins), format);
      await see(createHash("sha256").update(bytes).digest("hex"));
    }
    const feed = await context.request.get("/reports/feed.atom");
    assert.match(feed.headers()["content-type"], /application\/atom\+xml/);
    assert.ok((await feed.text()).includes(published));

    // Begun once for a year; here a quarter's, whose figures come by themselves.
    await signIn(page, "member-secretary");
    await page.goto("/reports/new?kind=q1&year=2026");
    await look("new");
    await press(page, "/reports");
    await see("প্রতিবেদনটি শুরু হয়েছে");
    await see("ক্ষেত্র অনুসারে অর্জন");
    const report = new URL(page.url()).pathname;
    await look("begun");
    await page.goto("/reports/new?kind=q1&year=2026");
    await press(page, "/reports");
    await see("এটি আগেই শুরু হয়েছে");

    // A chapter: two at it at once, and both texts are there.
    const other = await context.newPage();
    await page.goto(`${report}/chapters/challenges`);
    await other.goto(`${report}/chapters/challenges`);
    await other.fill("[name=body]", "ইন্টারনেট ধীর।");
    await press(other, "/chapters/challenges", "button");
    await other.close();
    await page.fill("[name=body]", "জনবল কম।\n- প্রশিক্ষণ দরকার");
    await press(page, "/chapters/challenges", "button");
    await see("ইন্টারনেট ধীর।");
    assert.equal(await page.inputValue("[name=body]"), "জনবল কম।\n- প্রশিক্ষণ দরকার");
    await look("overtaken");
    await page.fill("[name=body]", "ইন্টারনেট ধীর, জনবল কম।\n- প্রশিক্ষণ দরকার");
    await press(page, "/chapters/challenges", "button");
    await see("ইন্টারনেট ধীর, জনবল কম।");
    const draft = await context.request.get(`${report}/draft.pdf`);
    assert.ok((await draft.body()).toString("latin1").startsWith("%PDF"));

    // The pictures of the evidence: those that the authors leave ticked.
    await page.goto("/reports");
    const annual = await page.locator("main a[href^='/reports/']", { hasText: /বার্ষিক.*২০২৬-২৭/ }).first().getAttribute("href");
    const pictures = () => page.locator("#chapter-evidence img").count();
    await page.goto(annual);
    const before = await pictures();
    assert.ok(before >= 2);
    await page.goto(`${annual}/chapters/evidence`);
    await look("pictures");
    await page.locator("[name=picture]").first().uncheck();
    await press(page, "/chapters/evidence", "button");
    assert.equal(await pictures(), before - 1);
    await page.goto(`${annual}/chapters/evidence`);
    assert.equal(await page.locator("[name=picture]").first().isChecked(), false);
    await page.goto(report);

    // Put up; whoever wrote it cannot approve, another sends it back with a reason, then approves.
    await press(page, "/submit", "button");
    await see("অনুমোদনের অপেক্ষায়");
    assert.equal(await page.locator("form[action$='/approve']").count(), 0);
    await signIn(page, "leader");
    await page.goto("/");
    await see("অনুমোদনের অপেক্ষায়: প্রথম ত্রৈমাসিক");
    await page.goto(report);
    await unfold("/send-back");
    await page.fill("[name=reason]", "চ্যালেঞ্জে সমাধান লিখুন");
    await press(page, "/send-back", "button");
    await see("ফেরত");
    await signIn(page, "member-secretary");
    await page.goto(report);
    await see("চ্যালেঞ্জে সমাধান লিখুন");
    await press(page, "/submit", "button");
    await signIn(page, "leader");
    await page.goto(report);
    await look("approval");
    await press(page, "/approve", "button");
    await see("অনুমোদিত ও স্থির হয়েছে");
    await look("approved");

    // Sent with a proof, acknowledged, published; what is wrong comes back with what was typed.
    await signIn(page, "member-secretary");
    await page.goto(report);
    await unfold("/send");
    await page.fill("form[action$='/send'] [name=memo]", "৪০.০০.১");
    await page.check("form[action$='/send'] [value=email]");
    await press(page, "/send", "button");
    await see("জারি করা পত্র নেই");
    assert.equal(await page.inputValue("form[action$='/send'] [name=memo]"), "৪০.০০.১");
    await look("send-wrong");
    await page.fill("form[action$='/send'] [name=memo]", "");
    await page.setInputFiles("form[action$='/send'] [name=proof]", { name: "sent.txt", mimeType: "text/plain", buffer: Buffer.from("sent") });
    await press(page, "/send", "button");
    await see("প্রেরণ লেখা হয়েছে");
    await unfold("/acknowledged");
    await page.fill("form[action$='/acknowledged'] [name=note]", "স্মারক ১২৩");
    await press(page, "/acknowledged", "button");
    await see("স্মারক ১২৩");
    await press(page, "/publish", "button");
    await see("প্রকাশিত হয়েছে");

    // The address on the own site: alive with its title and hash; then a page that is not there.
    const address = `http://127.0.0.1:${site.address().port}/report`;
    await unfold("/site");
    await page.fill("[name=address]", address);
    await press(page, "/site", "button");
    await see("সচল");
    await see("বার্ষিক প্রতিবেদন & সংযোজনী");
    await see(createHash("sha256").update(body).digest("hex"));
    await look("published");
    await unfold("/site");
    await page.fill("[name=address]", `${address}s`);
    await press(page, "/site", "button");
    await see("সাড়া নেই");

    // A correction is a new edition; what everybody reads stays until it is approved and published.
    const before_ = await (await context.request.get(`${report}/editions/1/pdf`)).body();
    await unfold("/correct");
    await page.fill("[name=why]", "একটি সংখ্যা ভুল ছিল");
    await press(page, "/correct", "button");
    await see("সংস্করণ ২ লেখা হচ্ছে");
    await page.goto(`${report}/chapters/challenges`);
    await page.fill("[name=body]", "সংশোধিত লেখা।");
    await press(page, "/chapters/challenges", "button");
    await look("correcting");
    const after_ = await (await context.request.get(`${report}/editions/1/pdf`)).body();
    assert.ok(before_.equals(after_));
    await context.clearCookies();
    await page.goto(report);
    await see("ইন্টারনেট ধীর, জনবল কম।");
    assert.equal(await page.locator("main", { hasText: "সংশোধিত লেখা" }).count(), 0);
    await page.goto("/language?to=en&back=" + encodeURIComponent(report));
    await see("Sent and published");
    await look("english");
    // The browser says aloud what we answer with 409 or 422.
    assert.deepEqual(errors.filter((e) => !/409|422/.test(e)), []);
  });
}
