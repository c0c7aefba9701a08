// People move: a transfer leaves a handover sheet, which is noted and printed; a seat is filled by who is
// proposed for it; the national office directory is tried and taken. At both widths, without scripts on
// the phone; axe finds nothing, nothing sticks out.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { press, signIn, startProduct } from "./product.mjs";

let chrome;
let product;
before(async () => {
  chrome = await launch();
  product = await startProduct();
});
after(async () => {
  await chrome.close();
  await product.stop();
});

const ways = [
  { width: "wide", scripts: true },
  { width: "phone", scripts: false },
];

for (const way of ways) {
  const opened = async (t, name) => {
    const { page, context } = await chrome.page({ ...way, base: product.base });
    t.after(() => context.close());
    await signIn(page, name);
    const look = async (what) => {
      await picture(page, `people-${what}-${way.width}`);
      assert.deepEqual(await overflow(page), [], what);
      if (way.scripts) assert.deepEqual(await axe(page), [], what);
    };
    const main = async () => (await page.locator("main").innerText()).normalize("NFC");
    const see = async (text) => assert.ok((await main()).includes(text.normalize("NFC")), `${text}\n${await main()}`);
    return { page, look, see };
  };

  test(`a handover sheet is noted and printed (${way.width})`, async (t) => {
    const { page, look, see } = await opened(t, "secretary");
    await page.goto("/handovers");
    await look("handovers");
    await page.locator("main a[href^='/handovers/']").first().click();
    await look("handover");
    const note = `নথির চাবি আলমারিতে আছে (${way.width})।`;
    await page.fill("[name=note]", note);
    await press(page, "/note");
    assert.equal(await page.inputValue("[name=note]"), note);
    const sheet = await page.locator("main a", { hasText: "PDF" }).first().getAttribute("href");
    const pdf = await page.request.get(sheet);
    assert.equal(pdf.status(), 200);
    assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
    await page.goto("/");
    await see("দায়িত্ব হস্তান্তর");
  });

  test(`whoever may fill a seat is proposed, with the reasons (${way.width})`, async (t) => {
    const { page, look, see } = await opened(t, "member-secretary");
    await page.goto("/teams");
    const all = await page.locator("main a[href^='/teams/']").evaluateAll((found) => found.map((a) => a.getAttribute("href")));
    for (const team of new Set(all.filter((href) => /^\/teams\/\d+$/.test(href)))) {
      await page.goto(team);
      const begin = page.locator("form[action$='/draft/begin'] button");
      if ((await begin.count()) === 0 && (await page.locator("a[href$='/draft']").count()) === 0) continue;
      if ((await begin.count()) > 0) await begin.first().click();
      await page.goto(`${team}/draft/nominees`);
      await look("nominees");
      await see("প্রশিক্ষণ");
      return;
    }
    assert.fail("no team may be formed");
  });

  test(`offices of the national directory are tried, then taken (${way.width})`, async (t) => {
    const { page, look, see } = await opened(t, "admin");
    await page.goto("/doptor");
    await look("doptor");
    const wide = way.width === "wide";
    const name = `নমুনা বিষয়ক মন্ত্রণালয় ${wide ? "ক" : "খ"}`;
    const file = {
      name: "ministries.json",
      mimeType: "application/json",
      buffer: Buffer.from(
        JSON.stringify({
          status: "success",
          data: [
            { id: wide ? 901 : 902, name_eng: "MINISTRY OF SAMPLES", name_bng: ` ${name} `, name_eng_short: "MOS", reference_code: "৯৮", office_type: 1 },
            { id: wide ? 903 : 904, name_eng: "test", name_bng: "টেস্ট", name_eng_short: "", reference_code: "", office_type: 1 },
          ],
        }),
      ),
    };
    for (const [what, button] of [["tried", "first"], ["taken", "last"]]) {
      await page.goto("/doptor");
      await page.setInputFiles("input[type=file]", file);
      await page.locator("main form button[type=submit]")[button]().click();
      await look(`doptor-${what}`);
      await see("টেস্ট");
      await page.goto(`/search?q=${encodeURIComponent(name)}`);
      assert.equal(await page.locator("main a[href^='/offices/']", { hasText: name }).count(), what === "taken" ? 1 : 0, what);
    }
    await page.goto("/doptor");
    await page.setInputFiles("input[type=file]", { name: "broken.json", mimeType: "application/json", buffer: Buffer.from("{") });
    await page.locator("main form button[type=submit]").last().click();
    await look("doptor-refused");
    assert.ok((await page.locator("main").innerText()).length > 0);
    await see("JSON");
  });
}
