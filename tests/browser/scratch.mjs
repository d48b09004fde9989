import { chromium } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { serve } from "../../build/serve.mjs";
import { readdirSync, readFileSync } from "node:fs";
const axe = readFileSync("node_modules/axe-core/axe.min.js","utf8");
const site = await serve({ root: "/tmp/dcheck", headers: {} });
const only = process.argv[2];
const setups = [
  ["320", 16, 320, true], ["390@200", 32, 390, true], ["1280@200", 32, 1280, false], ["1280", 16, 1280, false], ["768", 16, 768, true],
];
for (const [name, font, width, touch] of setups) {
  if (process.argv[3] && name !== process.argv[3]) continue;
  const browser = await chromium.launch({ ...launch, args: [...launch.args, `--blink-settings=defaultFontSize=${font}`] });
  const context = await browser.newContext({ viewport: { width, height: 844 }, hasTouch: touch, isMobile: false });
  const page = await context.newPage();
  for (const file of readdirSync("/tmp/dcheck").filter((f) => f.endsWith(".html") && (!only || only === "all" || f.startsWith(only)))) {
    await page.goto(site.url + file);
    const out = await page.evaluate(() => {
      const w = document.documentElement.clientWidth;
      const bad = [];
      for (const e of document.querySelectorAll("body *")) {
        const r = e.getBoundingClientRect();
        if (r.width === 0 || r.height === 0) continue;
        if (r.right > w + 1 && !e.closest(".visually-hidden")) {
          let p = e.parentElement, clipped = false;
          while (p && p !== document.documentElement) { const o = getComputedStyle(p); if (o.overflowX !== "visible" ) { clipped = true; break; } p = p.parentElement; }
          if (!clipped) bad.push(`${e.tagName.toLowerCase()}.${e.getAttribute("class")} ${Math.round(r.right - w)}`);
        }
      }
      return { over: document.documentElement.scrollWidth - w, bad: [...new Set(bad)].slice(0, 6) };
    });
    if (out.over > 0 || out.bad.length) console.log(name, file, out.over, out.bad.join(" | "));
    if (process.argv[4]) await page.screenshot({ path: `/tmp/dcheck/${file}-${name}.png`, fullPage: true });
  }
  await browser.close();
}
await site.stop();
