// Draws the PNG icons from the sprig, once; run by hand after changing it, with Playwright installed:
//   .ci/setup browser && node .ci/build/icons.mjs
// What is kept is drawn by this and then reduced to 16 colours, 4 bits a dot, by any program that can: 8 kB in place of 14.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "src/app/offline/icons");
const { chromium } = createRequire(join(root, "tests/browser/package.json"))("@playwright/test");
const { launch } = await import("../../tests/browser/chromium.mjs");
const sprig = readFileSync(join(folder, "sprig.svg"), "utf8").replace(/stroke="[^"]*"/, 'stroke="#fbf9f1"');

const icons = [
  { name: "192", size: 192, sprig: 0.66, corner: 0.22 },
  { name: "512", size: 512, sprig: 0.66, corner: 0.22 },
  { name: "maskable", size: 512, sprig: 0.5, corner: 0 },
  { name: "apple-touch", size: 180, sprig: 0.6, corner: 0 },
];

const browser = await chromium.launch(launch);
for (const icon of icons) {
  const page = await browser.newPage({ viewport: { width: icon.size, height: icon.size } });
  await page.setContent(`<style>
    body { margin: 0; background: transparent }
    div { display: grid; place-items: center; height: ${icon.size}px; background: #1d4b39; border-radius: ${icon.corner * icon.size}px }
    svg { width: ${icon.sprig * icon.size}px }
  </style><div>${sprig}</div>`);
  await page.screenshot({ path: join(folder, `${icon.name}.png`), omitBackground: true });
}
await browser.close();
