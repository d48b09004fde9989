import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../.ci/build/serve.mjs";
import { DIST, expect, test } from "./fixtures.js";

test("the app opens and answers", async ({ app, page }) => {
  await app.open();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Opening your book")).toHaveCount(0);
});

test("the first mark is set before anything else runs", async ({ app, page }) => {
  await app.open();
  const marks = await page.evaluate(() => performance.getEntriesByType("mark").map((mark) => mark.name));
  expect(marks[0]).toBe("kith:start");
});

test("no script and no style is written into the page", async () => {
  const index = readFileSync(join(DIST, "index.html"), "utf8");
  const scripts = index.match(/<script\b[^>]*>[\s\S]*?<\/script>/g);
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toMatch(/^<script\b[^>]*\bsrc="[^"]+"[^>]*><\/script>$/);
  expect(index).not.toMatch(/<style\b|\sstyle=|\son\w+=/);
});

test("the policy stands before everything it should govern", async () => {
  const index = readFileSync(join(DIST, "index.html"), "utf8");
  const head = index.slice(index.indexOf("<head>") + 6).trimStart();
  expect(head).toMatch(/^<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
  expect(head).not.toContain("unsafe-inline");
  expect(head).not.toContain("'unsafe-eval'");
});

test("every address in the page is relative", async () => {
  const index = readFileSync(join(DIST, "index.html"), "utf8");
  const addresses = [...index.matchAll(/\s(?:src|href|data-js|data-wasm)="([^"#][^"]*)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses) expect(address).toMatch(/^\.\//);
});

test("the app works in any folder of a host", async ({ page, app }) => {
  const site = await serve({ root: DIST, base: "/people/of/mine/" });
  await app.open(site.url);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await site.stop();
});

test("a chosen theme is there before the first paint, and the device's otherwise", async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await app.open();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const day = await paper();
  await page.evaluate(() => localStorage.setItem("kith/theme", "dark"));
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await app.opened();
  expect(await paper()).not.toBe(day);
});

test("inside another page's frame it says so, and opens nothing", async ({ page, watch }) => {
  watch.allow(/favicon/);
  const kith = await serve({ root: DIST, headers: { "cache-control": "no-cache" } });
  const folder = mkdtempSync(join(tmpdir(), "kith-host-"));
  writeFileSync(join(folder, "index.html"), `<!doctype html><title>Host</title><iframe title="Kith" src="${kith.url}"></iframe>`);
  const host = await serve({ root: folder });
  await page.goto(host.url);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("alert")).toContainText("does not open inside another page");
  await expect(frame.getByRole("heading")).toHaveCount(0);
  await Promise.all([kith.stop(), host.stop()]);
  rmSync(folder, { recursive: true });
});

test("when its code cannot be fetched it says what to do", async ({ page, watch }) => {
  watch.allow(/ERR_FAILED|dynamically imported module/);
  await page.route("**/kith-app*.js", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("Your book is untouched");
});

test("when it stops while opening it says so, and that the book is safe", async ({ page, watch }) => {
  watch.allow(/RuntimeError|unreachable/);
  const stopping = "export default async () => { throw new WebAssembly.RuntimeError('unreachable'); };";
  await page.route("**/kith-app*.js", (route) => route.fulfill({ contentType: "text/javascript", body: stopping }));
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("stopped while it was opening. Your book is untouched");
});

test("when it stops later it says so across the page", async ({ app, page, watch }) => {
  watch.allow(/RuntimeError|unreachable/);
  await app.open();
  await page.evaluate(() => { setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }); });
  await expect(page.getByRole("alert")).toContainText("Kith has stopped. What was shown as saved is saved.");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a browser without WebAssembly is told what to do", async ({ page, watch }) => {
  watch.allow(/WebAssembly|policy|preload/);
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto("./");
  await expect(page.getByRole("alert").or(page.locator("#opening"))).toContainText("needs a newer browser");
});
