// Every page of the sites in the folder SITES, as a reader with a browser finds it.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const { SITES, CHROMIUM, SCREENSHOTS } = process.env;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const narrow = { width: 360, height: 740 };
const wide = { width: 1100, height: 900 };

let browser;
before(async () => {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  browser = await chromium.launch({ executablePath: CHROMIUM, args });
});
after(() => browser.close());

const sites = readdirSync(SITES);
const pagesOf = site => readdirSync(join(SITES, site)).filter(name => name.endsWith(".html"));
const urlOf = (site, page) => pathToFileURL(join(SITES, site, page)).href;

// Opens pages and hands them to a check; whatever they ask of the network or complain about fails it.
async function visit(options, check) {
  const context = await browser.newContext({ viewport: wide, ...options });
  const wrong = [];
  context.on("request", request => {
    if (!/^(file|data):/.test(request.url())) wrong.push(`asks for ${request.url()}`);
  });
  await context.route(/^(?!file:|data:)/, route => route.abort());
  context.on("console", message => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(`says ${message.text()}`);
  });
  context.on("weberror", error => wrong.push(`throws ${error.error()}`));
  context.on("dialog", dialog => {
    wrong.push(`opens a dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  try {
    await check(await context.newPage());
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

async function keep(page, name) {
  if (!SCREENSHOTS) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

for (const site of sites) {
  describe(site, () => {
    test("every page is accessible in light and in dark colours, and asks no network", () => visit({}, async page => {
      for (const name of pagesOf(site)) {
        await page.goto(urlOf(site, name));
        await page.evaluate(axe);
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
          const said = violations.map(({ id, help, nodes }) => `${name} in ${colorScheme} colours: ${id}: ${help}: ${nodes.map(node => node.html).join(" ")}`);
          assert.deepEqual(said, []);
          await keep(page, `${site}-${name}-${colorScheme}`);
        }
      }
    }));

    test("no page is wider than a narrow screen", () => visit({ viewport: narrow }, async page => {
      for (const name of pagesOf(site)) {
        await page.goto(urlOf(site, name));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= narrow.width, `${name} is ${width} pixels wide`);
        await keep(page, `${site}-${name}-narrow`);
      }
    }));

    test("every link to a page of the site, and to a place on it, leads there", () => visit({}, async page => {
      const places = new Map();
      const links = [];
      for (const name of pagesOf(site)) {
        await page.goto(urlOf(site, name));
        places.set(name, await page.evaluate(() => [...document.querySelectorAll("[id]")].map(element => element.id)));
        for (const href of await page.evaluate(() => [...document.querySelectorAll("a")].map(link => link.getAttribute("href")))) links.push([name, href]);
      }
      for (const [from, href] of links.filter(([, href]) => !/^https?:|^mailto:/.test(href))) {
        const [to, place] = href.split("#");
        const target = to || from;
        assert.ok(places.has(target), `${from} leads to ${href}`);
        if (place && !place.startsWith("tag=")) assert.ok(places.get(target).includes(decodeURIComponent(place)), `${from} leads to ${href}`);
      }
    }));

    test("without JavaScript the index shows every record, and no control that does nothing", () => visit({ javaScriptEnabled: false }, async page => {
      await page.goto(urlOf(site, "index.html"));
      assert.equal(await page.locator("#log tbody tr:visible").count(), pagesOf(site).length - 1);
      assert.equal(await page.locator("#filter").isVisible(), false);
    }));

    test("the skip link is the first stop of the keyboard, and leads to the content", () => visit({}, async page => {
      for (const name of pagesOf(site).slice(-2)) {
        await page.goto(urlOf(site, name));
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
        await page.keyboard.press("Enter");
        assert.equal(await page.evaluate(() => document.activeElement.id), "main");
      }
    }));
  });
}

describe("the index of every kind of record", () => {
  const index = urlOf("every", "index.html");
  const shown = page => page.locator("#log tbody tr:visible th").allTextContents();
  const open = async (page, hash = "") => {
    await page.goto("about:blank");
    await page.goto(index + hash);
  };

  test("finds a record by words of its title, aliases and text, in any order and case", () => visit({}, async page => {
    await open(page);
    await page.getByLabel("Search").fill("ROWS database");
    assert.deepEqual(await shown(page), ["ADR-0003"]);
    await page.getByLabel("Search").fill("rdbms");
    assert.deepEqual(await shown(page), ["ADR-0003"]);
    await page.getByLabel("Search").fill("transaction");
    assert.deepEqual(await shown(page), ["ADR-0003"]);
    await page.getByLabel("Search").fill("nowhere");
    assert.deepEqual(await shown(page), []);
    assert.equal(await page.getByRole("status").textContent(), "0 of 7 shown");
  }));

  test("finds words whatever marks their letters have", () => visit({}, async page => {
    await open(page);
    for (const word of ["größe", "GROSE", "gro\u0308ße"]) {
      await page.getByLabel("Search").fill(word);
      assert.deepEqual(await shown(page), ["ADR-0003"], word);
    }
  }));

  test("filters by status and by tag, and shows all again", () => visit({}, async page => {
    await open(page);
    await page.getByLabel("Status").selectOption("superseded");
    assert.deepEqual(await shown(page), ["ADR-0001", "ADR-0002"]);
    await page.getByLabel("Tag", { exact: true }).selectOption("speed");
    assert.deepEqual(await shown(page), ["ADR-0002"]);
    assert.equal(await page.getByRole("status").textContent(), "1 of 7 shown");
    await page.getByRole("button", { name: "Clear" }).click();
    assert.equal((await shown(page)).length, 7);
    assert.equal(await page.evaluate(() => document.activeElement.id), "words");
  }));

  test("keeps the filter in its URL", () => visit({}, async page => {
    await open(page);
    await page.getByLabel("Search").fill("orders");
    await page.getByLabel("Status").selectOption("accepted");
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    assert.deepEqual(await shown(page), ["ADR-0003"]);
    assert.equal(await page.getByLabel("Search").inputValue(), "orders");
  }));

  test("a tag on a record's page leads to the records that have it", () => visit({}, async page => {
    await page.goto(urlOf("every", "0003-database.html"));
    await page.getByRole("link", { name: "storage" }).click();
    assert.deepEqual(await shown(page), ["ADR-0001", "ADR-0002", "ADR-0003"]);
    assert.equal(await page.getByLabel("Tag", { exact: true }).inputValue(), "storage");
  }));

  test("names the file that cannot be read", () => visit({}, async page => {
    await open(page);
    assert.match(await page.getByRole("region", { name: "Files not read as records" }).textContent(), /0007-unreadable\.md\(3,\d+\) DP1001/);
  }));

  test("hostile text changes no page", () => visit({}, async page => {
    await page.goto(urlOf("every", "0008-hostile.html"));
    assert.match(await page.title(), /^ADR-0008: <script>/);
    assert.equal(await page.evaluate(() => document.querySelectorAll("script, img, iframe, [onclick], [onfocus], [onerror]").length), 0);
    assert.equal(await page.getByRole("heading", { level: 1 }).isVisible(), true);
    assert.deepEqual(await page.evaluate(() => [...document.links].map(link => link.protocol).filter(protocol => !["file:", "https:"].includes(protocol))), []);
  }));
});
