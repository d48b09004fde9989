// Measures Kith with a book of twenty years beside a page in plain JavaScript that reads the same stored keys, in the
// same browser and the same run; and a tree of 20,000 referrals beside d3-hierarchy. Tables on the screen, everything in
// target/bench/. Needs dist/ and the packages of tests/browser. RUNS=n for other than seven runs.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../.ci/build/serve.mjs";
import { sizes } from "../../.ci/build/size.mjs";
import { launch } from "../browser/chromium.mjs";
import { measure, median } from "./measure.mjs";
import { seeded } from "./seed.mjs";
import { besideD3, drawn } from "./tree.mjs";

const root = join(import.meta.dirname, "../..");
const into = join(root, "target/bench");
const dist = process.env.KITH_DIST ?? join(root, "dist");
const runs = Number(process.env.RUNS ?? 7);
const edges = join(into, "edges.json");
const today = "2026-11-21";
const career = ["--people", "5000", "--referrals", "5000", "--touches", "40000", "--pool", "10000", "--seed", "1", "--today", today];
const { chromium } = createRequire(join(root, "tests/browser/package.json"))("@playwright/test");

const cargo = (...given) => execFileSync("cargo", given, { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
const kept = (name, found) => writeFileSync(join(into, `${name}.json`), `${JSON.stringify(found, null, 2)}\n`);

/** The generated book, as a file to import. */
function book() {
  const file = join(into, "book.json");
  writeFileSync(file, cargo("run", "--quiet", "--release", "--no-default-features", "--locked", "--example", "make_book", "--", ...career));
  return file;
}

/** A copy of dist/ with the plain page beside it, so that both read one storage. */
function site() {
  const folder = mkdtempSync(join(tmpdir(), "kith-bench-"));
  cpSync(dist, folder, { recursive: true });
  for (const name of ["vanilla.html", "vanilla.js"]) copyFileSync(join(import.meta.dirname, name), join(folder, name));
  return folder;
}

function table(title, heads, rows) {
  const widths = heads.map((head, n) => Math.max(head.length, ...rows.map((row) => row[n].length)));
  const line = (cells) => cells.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join("  ").trimEnd();
  console.log(`\n${title}\n${[heads, ...rows].map(line).join("\n")}`);
}

const ms = (value) => `${value.toFixed(1)} ms`;
const mb = (value) => `${(value / 1e6).toFixed(1)} MB`;
const kb = (value) => `${(value / 1e3).toFixed(1)} kB`;

const MEASURES = [
  ["ready", "from the address to ready", ms],
  ["edit", "an edit to the next paint", ms],
  ["editWork", "  of which work", ms],
  ["search", "a keystroke of search to the next paint", ms],
  ["searchWork", "  of which work", ms],
  ["heap", "memory, JavaScript and WebAssembly", mb],
];

async function inBrowser(file) {
  const folder = site();
  const server = await serve({ root: folder });
  const browser = await chromium.launch(launch);
  try {
    const seed = await seeded(browser, server.url, file);
    const found = { kith: [], plain: [] };
    for (let run = 0; run < runs; run += 1) {
      found.kith.push(await measure.kith(browser, server.url, seed));
      found.plain.push(await measure.plain(browser, server.url, seed));
    }
    const of = (which, name) => median(found[which].map((one) => one[name]));
    const medians = MEASURES.map(([name]) => ({ name, kith: of("kith", name), plain: of("plain", name), ratio: of("kith", name) / of("plain", name) }));
    return { runs, medians, found, units: seed.units, quota: seed.quota, keys: seed.entries.length };
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

function tell({ medians, units, quota, keys }) {
  const rows = medians.map(({ kith, plain, ratio }, n) => [MEASURES[n][1], MEASURES[n][2](kith), MEASURES[n][2](plain), ratio.toFixed(2)]);
  table(`5,000 people, 5,000 referrals, 40,000 touches, a pool of 10,000; medians of ${runs} runs`, ["", "Kith", "plain JS", "ratio"], rows);
  console.log(`room used: ${units.toLocaleString("en")} of ${quota.toLocaleString("en")} units, ${((100 * units) / quota).toFixed(1)} %, in ${keys} keys`);
}

/** What the library does without a browser. */
function natively(file) {
  const lines = cargo("bench", "--quiet", "--no-default-features", "--locked", "--bench", "native", "--", file, today, edges).toString().trim().split("\n");
  return lines.map((line) => { const [what, value, unit] = line.split("\t"); return { what, value: Number(value), unit }; });
}

/** The tree in the app: what it takes to draw it, and to move over it. */
async function treeInBrowser() {
  const server = await serve({ root: dist });
  const browser = await chromium.launch(launch);
  try {
    return await drawn(browser, server.url, edges, into, runs);
  } finally {
    await browser.close();
    await server.stop();
  }
}

mkdirSync(into, { recursive: true });
const files = sizes(dist);
const gzipped = files.reduce((sum, one) => sum + one.gzipped, 0);
kept("size", { files, gzipped });
table("A first visit", ["", "gzipped"], [...files.map((one) => [one.name, kb(one.gzipped)]), ["in all", kb(gzipped)]]);

const file = process.env.KITH_BOOK ?? book();
const browser = await inBrowser(file);
kept("browser", browser);
tell(browser);

const library = natively(file);
kept("native", library);
table("The library without a browser", ["", "", ""], library.map(({ what, value, unit }) => [what, value.toFixed(value < 100 ? 1 : 0), unit]));

const beside = besideD3(edges, library, runs);
kept("tree-beside-d3", beside);
table(`The same 20,000 referrals; Kith without a browser, d3-hierarchy ${beside.version} in Node.js ${process.version}`, ["", "Kith", "d3", "ratio"], beside.rows.map(({ what, kith, d3 }) => [what, ms(kith), ms(d3), (kith / d3).toFixed(2)]));

const tree = await treeInBrowser();
kept("tree", tree);
table("The same 20,000 referrals in the app", ["", "", "limit"], [
  ["from the address to the drawing", ms(tree.first), ms(200)],
  ["a frame while it is moved and zoomed, the median", ms(tree.frames.median), ms(1000 / 60)],
  ["  nineteen of twenty take no longer than", ms(tree.frames.most), ms(1000 / 60)],
  ["  of which work, on average", ms(tree.frames.work), ""],
  ["people in the page, at most", String(tree.frames.people), "200"],
  ["elements in the drawing, at most", String(tree.frames.elements), ""],
]);
