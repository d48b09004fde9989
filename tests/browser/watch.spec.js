import { expect, test } from "./fixtures.js";

test("the watch over every test is awake", async ({ app, page, watch }) => {
  await app.open();
  await page.evaluate(() => fetch("https://elsewhere.invalid/").catch(() => {}));
  await expect.poll(() => watch.faults.join("\n")).toContain("policy broken: connect-src by https://elsewhere.invalid");
  await page.evaluate(() => { setTimeout(() => { throw new Error("thrown by the test"); }); });
  await expect.poll(() => watch.faults.join("\n")).toContain("thrown by the test");
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await expect.poll(() => watch.faults.join("\n")).toContain("policy broken: style-src-attr");
  await page.goto("https://elsewhere.invalid/").catch(() => {});
  expect(watch.faults.join("\n")).toContain("a request left the origin: https://elsewhere.invalid/");
  watch.allow(/./);
});
