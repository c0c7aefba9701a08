// Every page of getting in: signing in, the second step, forgotten passwords, invitations, sessions; at both
// widths, in Bangla, with axe; the second step once more without JavaScript.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { axe, launch, overflow, picture } from "./browser.mjs";
import { password, press, signIn, startProduct } from "./product.mjs";

let chrome;
before(async () => {
  chrome = await launch();
});
after(() => chrome.close());

// A mail server and a provider that are never reached: their pages are shown all the same.
const flags = [
  ["--public-url", "https://udbhabon.example.gov.bd"],
  ["--smtp-host", "127.0.0.1", "--smtp-port", "1", "--mail-from", "it@example.gov.bd"],
  ["--oidc-issuer", "http://127.0.0.1:1", "--oidc-client-id", "udbhabon", "--oidc-label", "জাতীয় পরিচয়"],
].flat();

/** What an authenticator app shows (RFC 6238), `steps` half minutes from now. */
const codeOf = (secret, steps = 0) => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll(" ", "")].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", key).update(counter).digest();
  return String((mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
};

const bangla = (digits) => digits.replace(/\d/g, (digit) => "০১২৩৪৫৬৭৮৯"[digit]);

const setUp = async (page) => {
  await page.goto("/account/second-factor");
  await page.fill("[name=current]", password);
  await press(page, "/account/second-factor/begin");
  return (await page.locator("main dl code").innerText()).trim();
};

for (const width of ["wide", "phone"])
  test(`the pages of getting in: ${width}`, async (t) => {
    const product = await startProduct({ flags });
    t.after(async () => assert.equal(await product.stop(), 0));
    const { page, context, errors } = await chrome.page({ width, base: product.base });
    t.after(() => context.close());
    const look = async (name) => {
      await picture(page, `accounts-${width}-${name}`);
      assert.deepEqual(await axe(page), [], name);
      assert.deepEqual(await overflow(page), [], name);
    };
    const visit = async (path, name) => {
      await page.goto(path);
      await look(name);
    };

    await visit("/sign-in", "sign-in");
    await page.fill("[name=username]", "member");
    await page.fill("[name=password]", "wrong wrong");
    await press(page, "/sign-in");
    await look("sign-in-wrong");
    await visit("/forgotten", "forgotten");
    await press(page, "/forgotten");
    await look("forgotten-empty");
    await page.fill("[name=who]", "member");
    await press(page, "/forgotten");
    await look("asked");
    await visit("/new-password?key=none", "dead-link");
    await visit("/sign-in/provider", "provider-silent");

    await signIn(page, "member");
    await visit("/account/second-factor", "second-factor-none");
    const secret = await setUp(page);
    await look("second-factor-begun");
    await page.fill("[name=code]", "000000");
    await press(page, "/confirm");
    await look("second-factor-wrong");
    await page.fill("[name=code]", bangla(codeOf(secret)));
    await press(page, "/confirm");
    await look("recovery-codes");
    const recovery = await page.locator("main li code").allInnerTexts();
    assert.equal(recovery.length, 10);
    await visit("/account/second-factor", "second-factor-on");
    await visit("/account", "own-account");

    await signIn(page, "member");
    await look("code");
    await page.fill("[name=code]", "000000");
    await press(page, "/sign-in/code");
    await look("code-wrong");
    await visit("/sign-in/code?with=recovery", "code-recovery");
    await page.fill("[name=code]", recovery[0].toUpperCase());
    await press(page, "/sign-in/code");
    assert.ok(await page.locator(".person-name").isVisible());

    await signIn(page, "admin");
    await visit("/accounts", "list");
    await visit("/accounts/invite", "invite");
    await press(page, "/accounts/invite");
    await look("invite-wrong");
    await page.fill("[name=name_bn]", "হিসাবরক্ষণ কক্ষ");
    await page.fill("[name=email]", "accounts-room@mole.gov.bd");
    await press(page, "/accounts/invite");
    await look("invited");
    await visit("/accounts/mails", "mails");
    await page.goto("/accounts?q=member");
    await page.locator("main table a").first().click();
    await look("account");
    // Refusals are what is looked at here; an icon that the next page overtook is no error of ours.
    const unexpected = errors.filter((error) => !/status of (4\d\d|503)|favicon\.svg: net::ERR_ABORTED/.test(error));
    assert.deepEqual(unexpected, []);
  });

test("the second step needs no JavaScript", async (t) => {
  const product = await startProduct();
  t.after(async () => assert.equal(await product.stop(), 0));
  const { page, context } = await chrome.page({ scripts: false, base: product.base });
  t.after(() => context.close());
  await signIn(page, "leader");
  const secret = await setUp(page);
  assert.ok(await page.locator("main svg path").isVisible());
  await page.fill("[name=code]", codeOf(secret, -1));
  await press(page, "/confirm");
  await signIn(page, "leader");
  await page.fill("[name=code]", bangla(codeOf(secret)));
  await press(page, "/sign-in/code");
  assert.ok(await page.locator(".person-name").isVisible());
});
