// What the browser tests share: Debian's Chromium, both widths, with and without JavaScript, axe.
// Used with node:test; the packages are those of assets/package.json.
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";

const require = createRequire(new URL("../../assets/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const axeSource = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

/** The two screens everything must be good on. */
export const widths = { wide: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } };

/** Starts Chromium with an empty profile. `close()` ends it and removes the profile. */
export const launch = async () => {
  const profile = await mkdtemp(join(tmpdir(), "udbhabon-browser-"));
  const browser = await chromium.launch({
    executablePath: process.env.UDB_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
    env: { ...process.env, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile },
  });
  return {
    browser,
    /** A page of its own (cookies too). `errors` collects what the console and the page complain of. */
    page: async ({ width = "wide", scripts = true, base, cookies = [] } = {}) => {
      const context = await browser.newContext({
        viewport: widths[width],
        javaScriptEnabled: scripts,
        baseURL: base,
        locale: "bn-BD",
        acceptDownloads: true,
        reducedMotion: "reduce",
      });
      if (cookies.length > 0) await context.addCookies(cookies);
      const page = await context.newPage();
      const errors = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      // What a page had still to fetch when it was left is given up by the browser, and is no fault.
      page.on("requestfailed", (request) => {
        const why = request.failure()?.errorText;
        if (why !== "net::ERR_ABORTED") errors.push(`${request.url()}: ${why}`);
      });
      return { page, context, errors };
    },
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};

/** What axe finds on the page, one line each; an empty list is right. Needs a page with scripts. */
export const axe = async (page) => {
  // Through the debugger, since our Content-Security-Policy bars a script element of a test.
  await page.evaluate(axeSource);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help} (${node.target.join(" ")}) ${node.html.slice(0, 160)}`),
  );
};

/** The elements that make the page wider than its window, a few of them; an empty list is right. */
export const overflow = (page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = (element) => element.parentElement?.closest(".scrolls") !== null;
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > room + 1 && !scrolls(element))
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120));
  });

/** A picture of the whole page, when UDB_SCREENSHOTS names a folder. */
export const picture = async (page, name) => {
  const folder = process.env.UDB_SCREENSHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * Serves the files of a folder under our Content-Security-Policy, on a free port of loopback;
 * `/assets/HASH/NAME` whatever the hash.
 */
export const serve = async (folder) => {
  const server = createServer(async (request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const path = asked.replace(/^\/assets\/[^/]+\//, "/assets/");
    try {
      const bytes = await readFile(join(folder, path));
      response.writeHead(200, {
        "Content-Type": types[extname(path)] ?? "application/octet-stream",
        "Content-Security-Policy":
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
          "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'",
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    base: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((closed) => { server.closeAllConnections?.(); server.close(closed); }),
  };
};
