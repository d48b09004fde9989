// The badge: the icon of the installed app tells how many people are owed a word, and nothing when nobody is.
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Today } from "./pages/today.js";

const badges = (page) => page.evaluate(() => window.badges);

test("the badge counts the people owed a word by today, and goes when nobody is", async ({ app, page }) => {
  await page.addInitScript(() => {
    window.badges = [];
    navigator.setAppBadge = async (count) => { window.badges.push(count); };
    navigator.clearAppBadge = async () => { window.badges.push(0); };
  });
  const [capture, today] = [new Capture(page), new Today(page)];
  await app.open();
  await app.begin("an empty book");
  expect(await badges(page)).toEqual([0]);
  for (const line of ["Zebulon Quillfeather via Jim Novak", "Fred Ito via Connie Alvarez"]) {
    await app.capture.click();
    await capture.line.fill(line);
    await capture.save.click();
    await expect(capture.dialog).toHaveCount(0);
  }
  await expect.poll(() => badges(page)).toEqual([0, 1, 2]);
  await app.go("Today");
  await today.more("Jim Novak", "Done already");
  await expect.poll(() => badges(page)).toEqual([0, 1, 2, 1]);
  await app.undo.click();
  await expect.poll(() => badges(page)).toEqual([0, 1, 2, 1, 2]);
  for (const name of ["Jim Novak", "Connie Alvarez"]) await today.more(name, "Done already");
  await expect.poll(() => badges(page)).toEqual([0, 1, 2, 1, 2, 1, 0]);
});

test("a browser without a badge, or one that refuses, is no reason to fail", async ({ app, page, context }) => {
  await page.addInitScript(() => { navigator.setAppBadge = async () => { throw new Error("Not installed"); }; });
  await app.open();
  await app.begin("the sample book");
  await expect(app.title).toHaveText("Today");
  const bare = await context.newPage();
  await bare.addInitScript(() => { navigator.setAppBadge = undefined; navigator.clearAppBadge = undefined; });
  await bare.goto("./");
  await expect(bare.getByRole("list", { name: "Owed" }).getByRole("listitem").first()).toBeVisible();
});
