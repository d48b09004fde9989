// Measures the release in a real Chromium with a career of a book, beside plain JavaScript that reads the same keys.
// Prints tables and keeps them in target/bench/. Needs `dist/` and the packages of tests/browser.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sizes } from "../../.ci/build/size.mjs";
import { launch } from "../browser/chromium.mjs";
import { serve } from "../../.ci/build/serve.mjs";

const ROOT = join(import.meta.dirname, "../..");
const { chromium } = createRequire(join(ROOT, "tests/browser/"))("@playwright/test");
const CAREER = { people: 5000, referrals: 5000, touches: 40000, pool: 10000 };
const ROUNDS = 7;
const QUOTA = 5_242_880;

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const out = join(ROOT, "target/bench");

function career() {
  const args = Object.entries(CAREER).flatMap(([name, n]) => [`--${name}`, String(n)]);
  const command = ["run", "-q", "--release", "--no-default-features", "--locked", "--example", "make_book", "--"];
  const made = execFileSync("cargo", [...command, ...args, "--seed", "1", "--today", "2026-11-21"], { cwd: ROOT, maxBuffer: 1 << 30 });
  const file = join(mkdtempSync(join(tmpdir(), "kith-")), "career.json");
  writeFileSync(file, made);
  return file;
}

/** A copy of dist/ with the yardstick beside it, so that both pages read one storage. */
function site() {
  const folder = mkdtempSync(join(tmpdir(), "kith-site-"));
  cpSync(join(ROOT, "dist"), folder, { recursive: true });
  for (const name of ["vanilla.html", "vanilla.js"]) copyFileSync(join(import.meta.dirname, name), join(folder, name));
  return folder;
}

async function bringIn(page, base, file) {
  await page.goto(`${base}#/data`);
  await page.locator("html[data-ready=true]").waitFor();
  await page.getByLabel("Import a file").setInputFiles(file);
  await page.getByRole("button", { name: "Merge into my book" }).click({ timeout: 120_000 });
  await page.getByRole("button", { name: "Undo this import" }).first().waitFor({ timeout: 120_000 });
  // Hidden, the app folds what has piled up; opened again a minute later it clears what the fold holds.
  await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
}

async function opened(page, address) {
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator("html[data-ready=true]").waitFor({ timeout: 120_000 });
  return page.evaluate(() => performance.getEntriesByName("kith:ready")[0].startTime);
}

/** Milliseconds from `act` in the page to the second frame after it. */
const toPaint = (page, act) =>
  page.evaluate(
    (act) =>
      new Promise((done) => {
        const from = performance.now();
        new Function(act)();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - from)));
      }),
    act,
  );

const TYPE = (selector, text) => `
  const field = document.querySelector(${JSON.stringify(selector)});
  field.value = ${JSON.stringify(text)};
  field.dispatchEvent(new Event("input", { bubbles: true }));`;

async function measure(page, base) {
  const found = { app: {}, vanilla: {} };
  const rounds = async (act) => {
    const all = [];
    for (let n = 0; n < ROUNDS; n += 1) all.push(await act(n));
    return median(all);
  };
  found.app.ready = await rounds(() => opened(page, `${base}#/people`));
  found.app.heap = await page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
  found.app.search = await rounds((n) => toPaint(page, TYPE("main input[type=search]", "anders".slice(0, 1 + (n % 5)))));
  await page.goto(`${base}#/today`);
  await page.locator("[data-row]").first().waitFor();
  const late = `[...document.querySelectorAll("main [data-act=tomorrow]")][0].click();`;
  found.app.edit = await rounds(() => toPaint(page, late));
  found.vanilla.ready = await rounds(() => opened(page, `${base}vanilla.html`));
  found.vanilla.heap = await page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
  found.vanilla.search = await rounds((n) => toPaint(page, TYPE("#find", "anders".slice(0, 1 + (n % 5)))));
  found.vanilla.edit = await rounds(() => toPaint(page, `document.getElementById("edit").click();`));
  return found;
}

function print(found, used) {
  const rows = [
    ["time to kith:ready", "ready", "ms"],
    ["one edit to the next paint", "edit", "ms"],
    ["one search keystroke to the next paint", "search", "ms"],
    ["JavaScript heap", "heap", "MB"],
  ];
  const number = (value, unit) => (unit === "MB" ? value / 1e6 : value).toFixed(1);
  console.log(`\nThe career book: ${CAREER.people} people, ${CAREER.referrals} referrals, ${CAREER.touches} touches, a pool of ${CAREER.pool}`);
  console.log("".padEnd(42) + "Kith".padStart(12) + "plain JS".padStart(12) + "ratio".padStart(8));
  for (const [name, key, unit] of rows) {
    const [app, plain] = [found.app[key], found.vanilla[key]];
    const cells = [`${number(app, unit)} ${unit}`.padStart(12), `${number(plain, unit)} ${unit}`.padStart(12)];
    console.log(name.padEnd(42) + cells.join("") + (app / plain).toFixed(2).padStart(8));
  }
  console.log(`${"room used".padEnd(42)}${`${((100 * used) / QUOTA).toFixed(1)} %`.padStart(12)}`);
}

mkdirSync(out, { recursive: true });
const weights = sizes(join(ROOT, "dist"));
const total = weights.reduce((sum, one) => sum + one.gzipped, 0);
console.log(`First load, gzipped: ${(total / 1000).toFixed(1)} kB in ${weights.length} files`);
writeFileSync(join(out, "size.json"), JSON.stringify(weights, null, 2));

const file = career();
const server = await serve({ root: site(), port: 0 });
const browser = await chromium.launch(launch);
const page = await (await browser.newContext()).newPage();
await bringIn(page, server.url, file);
const found = await measure(page, server.url);
const used = await page.evaluate(() => Object.entries(localStorage).reduce((sum, [k, v]) => sum + k.length + v.length, 0));
print(found, used);
writeFileSync(join(out, "career.json"), JSON.stringify({ career: CAREER, rounds: ROUNDS, ...found, used, quota: QUOTA }, null, 2));
await browser.close();
await server.stop();
