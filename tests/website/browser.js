// Uses a built site as people do, in Chromium, and prints what it saw as JSON.
// node browser.js FOLDER CHROMIUM CODE..., with playwright-core and axe-core below GUIDE_BROWSER.
"use strict";
const { createServer } = require("node:http");
const { readFileSync, existsSync } = require("node:fs");
const { join } = require("node:path");

const modules = join(process.env.GUIDE_BROWSER, "node_modules");
const { chromium } = require(join(modules, "playwright-core"));
const axe = readFileSync(join(modules, "axe-core", "axe.min.js"), "utf8");
const [folder, executablePath, ...codes] = process.argv.slice(2);

const code = codes[0];
const VIEWS = ["", "#ask", `#ask/${codes[1]}`, `#${code}`, `#${codes[1]}`, "#terms", "#search/bridge%20letter",
  `#whatif/${code}`, `#replies/${code}`, `#brief/${code}`, "#nonsense=1"];
// Color scheme, width, and zoom.
const MODES = [["light", 1280, 1], ["dark", 1280, 1], ["light", 320, 1], ["dark", 640, 2]];

async function main() {
  const requests = [];
  const server = createServer((request, response) => {
    const file = decodeURIComponent(new URL(request.url, "http://x").pathname).slice(1) || "index.html";
    requests.push(file);
    const there = existsSync(join(folder, file));
    response.writeHead(there ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(there ? readFileSync(join(folder, file)) : "");
  }).listen(0);
  const base = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const result = { messages: [], violations: [], overflow: [], texts: {} };

  const opened = async (options = {}) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    page.on("console", (message) => result.messages.push(message.text()));
    page.on("pageerror", (error) => result.messages.push(error.message));
    page.on("requestfailed", (request) => result.messages.push(`failed: ${request.url()}`));
    return page;
  };
  const heading = (page) => page.evaluate(() => document.querySelector("h1").textContent);
  const focused = (page) => page.evaluate(() => document.activeElement.tagName);

  // Everything by keyboard, from the first page to a page of advice: one request, focus on headings.
  const page = await opened({ viewport: { width: 390, height: 844 }, bypassCSP: false });
  await page.goto(base);
  const walk = { headings: [], focus: [] };
  const press = async (wanted) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((each) => document.activeElement.matches(each), wanted)) break;
    }
    await page.keyboard.press("Enter");
    await page.waitForTimeout(30);
    walk.headings.push(await heading(page));
    walk.focus.push(await focused(page));
  };
  await press("[data-view-link=ask]:not(header *)");
  for (let step = 0; step < 30 && await page.locator(".options").count(); step += 1) await press(".options button");
  walk.page = await page.evaluate(() => location.hash);
  walk.text = await page.evaluate(() => document.querySelector("main").innerText.slice(0, 400));
  await page.reload();
  walk.reloaded = await page.evaluate(() => location.hash);
  await page.goBack();
  await page.waitForTimeout(50);
  walk.back = await heading(page);
  await page.reload();
  walk.backReloaded = await heading(page);
  await page.goForward();
  await page.waitForTimeout(50);
  walk.forward = await page.evaluate(() => location.hash);
  result.walk = walk;
  await page.context().close();
  result.requests = [...requests];
  requests.length = 0;

  // A link from somebody else, opened afresh, and the texts of pages.
  const reader = await opened({ viewport: { width: 1280, height: 900 } });
  for (const each of codes) {
    await reader.goto(`${base}#${each}`);
    await reader.reload();
    result.texts[each] = await reader.evaluate(() => Object.fromEntries(
      [...document.querySelectorAll("main > section, main > details:not([data-extra])")].map((part) => {
        const copy = part.cloneNode(true);
        for (const extra of copy.querySelectorAll("[data-extra]")) extra.remove();
        return [part.id, copy.textContent];
      })));
  }
  await reader.goto(`${base}#${codes[1]}`);
  await reader.click(".open button");
  result.sharper = await heading(reader);
  await reader.click(".options button");
  result.sharpened = await reader.evaluate(() => location.hash);
  await reader.goto(`${base}#${code}`);
  await reader.click("main a.term");
  const meaning = await reader.evaluate(() => [document.querySelector(".meaning").textContent, window.scrollY]);
  await reader.click(".contents li:last-child a");
  const jumped = await reader.evaluate(() => window.scrollY);
  await reader.goBack();
  await reader.waitForTimeout(50);
  result.jump = [...meaning, jumped, await reader.evaluate(() => `${location.hash} ${window.scrollY}`)];
  await reader.goto(`${base}#brief`);
  await reader.click(".options button");
  await reader.click(".ready button");
  result.brief = [await heading(reader), await reader.evaluate(() => location.hash)];
  await reader.goto(`${base}#brief/${code}`);
  await reader.reload();
  await reader.click("[data-do=more]");
  result.more = [await heading(reader), await reader.textContent(".ready")];
  await reader.click(".ready button");
  result.more.push(await reader.evaluate(() => location.hash));
  await reader.goto(`${base}#${code}`);
  await reader.click(".sources");
  await Promise.all([reader.waitForURL(/sources/), reader.click(".marks a")]);
  result.mark = [new URL(reader.url()).hash];
  await reader.goBack();
  result.mark.push(await reader.evaluate(() => location.hash));
  await reader.goto(`${base}#replies/${code}`);
  await reader.fill("#asked", "did anyone abuse it");
  await reader.reload();
  result.asked = await reader.evaluate(() => [document.querySelector("#asked").value,
    ...[...document.querySelectorAll("#hits .fold > summary")].map((each) => each.textContent)]);
  await reader.setViewportSize({ width: 1000, height: 620 });
  await reader.goto(`${base}#${code}`);
  await reader.reload();
  await reader.screenshot({ path: join(folder, "picture.png") });
  await reader.goto(`${base}#brief/${code}`);
  await reader.reload();
  result.sheets = (await reader.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
  await reader.context().close();

  // Every kind of page: accessible, and as wide as the window.
  const leaves = ["glance.html", "terms.html", "sources.html", "questions.html", "pages.html",
    `pages/${codes[1].split(":")[1]}.html`];
  for (const [colorScheme, width, deviceScaleFactor] of MODES) {
    const each = await opened({ viewport: { width, height: 900 }, colorScheme, deviceScaleFactor, bypassCSP: true });
    await each.addInitScript(axe);
    for (const address of [...VIEWS, ...leaves]) {
      await each.goto("about:blank");
      await each.goto(`${base}${address}`);
      const [violations, overflow] = await each.evaluate(async () => {
        for (const fold of document.querySelectorAll("details")) fold.open = true;
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        const found = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
        return [found.violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html, nodes[0].failureSummary]),
          document.documentElement.scrollWidth > window.innerWidth];
      });
      const where = `${address} ${colorScheme} ${width}`;
      result.violations.push(...violations.map((violation) => [where, ...violation]));
      if (overflow) result.overflow.push(where);
    }
    await each.context().close();
  }

  // Without script.
  const plain = await opened({ javaScriptEnabled: false });
  await plain.goto(base);
  result.doors = await plain.locator(".doors a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await plain.context().close();

  // What the policy stops. Its messages are wanted here.
  const before = result.messages.length;
  const attacked = await opened();
  await attacked.goto(base);
  result.attack = await attacked.evaluate(async () => {
    document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" }));
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = true'>");
    const fetched = await fetch("/glance.html").then(() => true, () => false);
    return [Boolean(window.ran), fetched];
  });
  result.messages.length = before;
  await attacked.context().close();

  // A slow phone.
  const phone = await opened({ viewport: { width: 390, height: 844 } });
  const devtools = await phone.context().newCDPSession(phone);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions",
    { offline: false, latency: 150, downloadThroughput: 204800, uploadThroughput: 96000 });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await phone.goto(base);
  result.paint = await phone.evaluate(() => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
      .observe({ type: "largest-contentful-paint", buffered: true });
  }));
  await browser.close();
  server.close();
  console.log(JSON.stringify(result));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
