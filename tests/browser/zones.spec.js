// Days are those of the place where one is: a week goes on through a change of daylight time, and through a journey.
import { expect, test } from "./fixtures.js";
import { Week } from "./pages/week.js";

const logged = async (app, page, name) => {
  await app.at("#/today?log=");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("With whom").fill(name);
  await dialog.getByLabel(/^Add .* to your book/).check();
  await dialog.getByRole("button", { name: "Log it" }).click();
  await expect(dialog).toHaveCount(0);
};

test.describe("where the clocks go back", () => {
  test.use({ timezoneId: "America/New_York" });

  test("a week goes on through a change of daylight time and of time zone, and each word keeps its day", async ({ app, page, browser, baseURL }) => {
    const week = new Week(page);
    // Clocks go back at two in the morning of Sunday 1 November 2026: that day has 25 hours.
    await page.clock.install({ time: new Date("2026-10-31T23:30:00-04:00") });
    await app.open();
    await app.begin("an empty book");
    await expect(week.goal).toContainText("0 of 5, Saturday");
    await logged(app, page, "Ada Byron");
    await page.clock.fastForward("02:00:00");
    await expect(week.goal).toContainText("1 of 5, Sunday");
    await logged(app, page, "Bo Dahl");
    await page.clock.fastForward("22:00:00");
    await expect(week.goal).toContainText("2 of 5, Sunday");
    await page.clock.fastForward("02:00:00");
    await expect(week.goal).toContainText("0 of 5, Monday");

    const there = await browser.newContext({ baseURL, timezoneId: "Pacific/Auckland", storageState: await page.context().storageState() });
    const away = await there.newPage();
    // Auckland is eighteen hours on: the same moment is Monday evening there.
    await away.clock.install({ time: new Date("2026-11-02T00:30:00-05:00") });
    await away.goto("./#/today");
    const goal = new Week(away).goal;
    await expect(goal).toContainText("0 of 5, Monday");
    await away.goto("./#/scoreboard");
    await expect(away.getByRole("region", { name: "People contacted each week" })).toContainText("1 week before this one");
    await away.goto("./#/people");
    await away.getByRole("link", { name: "Ada Byron" }).click();
    await expect(away.getByRole("main")).toContainText("31 Oct");
    await there.close();
  });
});
