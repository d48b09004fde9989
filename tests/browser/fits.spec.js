// Nothing runs off a narrow window, or one whose text is twice the size. The windows are the specs' own.
import { chromium } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { ZONE, moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { ADDRESSES } from "./pages/addresses.js";
import { App } from "./pages/app.js";

/** What stands beyond the end edge of the window, where no scroller holds it. */
function beyond() {
  const edge = document.documentElement.clientWidth;
  const held = (element) => {
    for (let above = element.parentElement; above && above !== document.documentElement; above = above.parentElement) {
      if (getComputedStyle(above).overflowX !== "visible") return true;
    }
    return false;
  };
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    const { width, height, right } = element.getBoundingClientRect();
    return width > 0 && height > 0 && right > edge + 1 && !element.closest(".visually-hidden") && !held(element);
  });
  return out.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class")} by ${Math.round(element.getBoundingClientRect().right - edge)}px`);
}

const WINDOWS = [
  { says: "a window 320 px wide", width: 320, text: 16 },
  { says: "a phone with its text at twice the size", width: 390, text: 32 },
  { says: "a laptop with its text at twice the size", width: 1280, text: 32 },
];

for (const { says, width, text } of WINDOWS) {
  test(`nothing runs off ${says}`, async ({ site }) => {
    test.setTimeout(120_000);
    const browser = await chromium.launch({ ...launch, args: [...launch.args, `--blink-settings=defaultFontSize=${text}`] });
    const page = await browser.newPage({ viewport: { width, height: 844 }, hasTouch: width < 600, locale: "en-GB", timezoneId: ZONE });
    await page.clock.install({ time: moment() });
    const app = new App(page);
    await app.open(site.url);
    const found = (await page.evaluate(beyond)).map((part) => `#/welcome: ${part}`);
    await app.begin("the sample book");
    for (const address of [...ADDRESSES, ...(await app.screens())]) {
      await app.at(address);
      found.push(...(await page.evaluate(beyond)).map((part) => `${address}: ${part}`));
    }
    await browser.close();
    expect(found).toEqual([]);
  });
}
