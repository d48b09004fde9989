// What depends on the day, on the days and in the zones on which it is most easily wrong: whatever day it is, an empty book
// says so, what is owed has its day, a word counts for the week it lies in, and midnight is where one is.
import { later, moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Data } from "./pages/data.js";
import { Today } from "./pages/today.js";
import { Week } from "./pages/week.js";

const [LONDON, WEST, EAST, HALF, HALF_CHANGES] = ["Europe/London", "Pacific/Pago_Pago", "Pacific/Kiritimati", "Asia/Kolkata", "Australia/Lord_Howe"];

const RUNS = [
  ["2026-11-30", LONDON, "a Monday, the last of a month"],
  ["2026-12-01", WEST, "a Tuesday, the first of a month"],
  ["2026-11-18", EAST, "a Wednesday"],
  ["2026-12-31", EAST, "a Thursday, the last of a year, in week 53"],
  ["2027-01-01", WEST, "a Friday, the first of a year, in week 53"],
  ["2027-01-02", HALF, "a Saturday in week 53"],
  ["2027-01-03", HALF_CHANGES, "a Sunday, the last of week 53"],
  ["2027-01-04", WEST, "a Monday, the first of week 1"],
  ["2028-02-28", EAST, "the day before a 29 February, a Monday"],
  ["2028-02-29", HALF, "a 29 February"],
  ["2028-03-01", WEST, "the day after a 29 February"],
  ["2026-03-29", LONDON, "a Sunday of 23 hours"],
  ["2026-10-25", LONDON, "a Sunday of 25 hours"],
  ["2026-10-04", HALF_CHANGES, "a Sunday of 23 hours and a half"],
  ["2026-04-05", HALF_CHANGES, "a Sunday of 24 hours and a half"],
  // The clocks go back from one in the morning to midnight, which is there twice.
  ["2026-11-01", "America/Havana", "a Sunday that begins twice"],
];

const weekday = (day) => new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", { weekday: "long", timeZone: "UTC" });
const inWords = (day) => new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

/** How many days of the week that begins on Monday are over before this day. */
const gone = (day) => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;

/** What the week says of its pace when this many people were contacted in it, and `before` in the last. */
function pace(day, people, before) {
  const by = [4, 6].includes(gone(day)) ? "today" : gone(day) === 5 ? "by Sunday" : "by Friday";
  if (gone(day) === 0 && people === 0 && before > 0) return `Last week ended at ${before} of 5. 5 to go ${by}.`;
  const behind = Math.min(gone(day) + 1, 5) - people;
  return behind > 0 ? `${behind} behind an even pace: ${5 - people} more ${by}.` : `On pace: ${5 - people} more ${by}.`;
}

const logged = async (app, page, name, day) => {
  await app.at("#/today?log=");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("With whom").fill(name);
  await dialog.getByLabel(/^Add .* to your book/).check();
  if (day) await dialog.getByText(day, { exact: true }).click();
  await dialog.getByRole("button", { name: "Log it" }).click();
  await expect(dialog).toHaveCount(0);
};

for (const [day, zone, says] of RUNS) {
  test.describe(`${day}, ${says}, in ${zone}`, () => {
    test.use({ timezoneId: zone });

    test("an empty book, what is owed, the week and midnight", async ({ app, page }) => {
      const [week, today, capture, data] = [new Week(page), new Today(page), new Capture(page), new Data(page)];
      const tomorrow = later(day, 1);
      const yesterdaysWeek = gone(day) === 0 ? 0 : 1;
      const until = async (day, time) => page.clock.fastForward(moment(day, { zone, time }) - (await page.evaluate(() => Date.now())));

      await page.clock.install({ time: moment(day, { zone, time: "00:05" }) });
      await app.open();
      await app.begin("an empty book");
      await expect(app.main).toContainText(`${weekday(day)} ${inWords(day)}`);
      await expect(week.goal).toContainText(`0 of 5, ${weekday(day)}`);
      await expect(week.goal).toContainText(pace(day, 0, 0));
      await app.at("#/scoreboard");
      await expect(page.getByText("Nothing is counted yet")).toBeVisible();

      await app.capture.click();
      await capture.line.fill("Fred Ito via Connie Alvarez");
      await capture.save.click();
      await expect(capture.dialog).toHaveCount(0);
      await app.at("#/today");
      await expect.poll(() => today.rows()).toEqual(["Connie Alvarez today"]);

      await logged(app, page, "Ada Byron", "Yesterday");
      await expect(week.goal).toContainText(`${yesterdaysWeek} of 5, ${weekday(day)}`);
      await expect(week.goal).toContainText(pace(day, yesterdaysWeek, 1));
      await logged(app, page, "Bo Dahl");
      await expect(week.goal).toContainText(`${yesterdaysWeek + 1} of 5, ${weekday(day)}`);
      await expect(week.slots.filter({ hasText: `Bo Dahl, ${weekday(day)}` })).toHaveCount(1);
      await app.at("#/scoreboard");
      const weeks = page.getByRole("region", { name: "People contacted each week" });
      await expect(weeks).toContainText(yesterdaysWeek ? "0 of 0 weeks before this one" : "0 of 1 week before this one");

      await app.at("#/today");
      await today.more("Connie Alvarez", "Tomorrow");
      await expect(today.row("Connie Alvarez")).toHaveCount(0);
      await until(day, "23:50");
      await expect(week.goal).toContainText(`${yesterdaysWeek + 1} of 5, ${weekday(day)}`);
      await expect(today.row("Connie Alvarez")).toHaveCount(0);
      await app.at("#/data");
      expect((await data.download()).name).toBe(`kith-${day}.json`);

      await app.at("#/today");
      await until(tomorrow, "00:05");
      await expect(app.main).toContainText(`${weekday(tomorrow)} ${inWords(tomorrow)}`);
      const people = gone(tomorrow) === 0 ? 0 : yesterdaysWeek + 1;
      await expect(week.goal).toContainText(`${people} of 5, ${weekday(tomorrow)}`);
      await expect(week.goal).toContainText(pace(tomorrow, people, yesterdaysWeek + 1));
      await expect.poll(() => today.rows()).toEqual(["Connie Alvarez today"]);
      await app.at("#/data");
      expect((await data.download()).name).toBe(`kith-${tomorrow}.json`);
    });

    test("the sample book stands as it does on any other day", async ({ app, page }) => {
      const [week, today] = [new Week(page), new Today(page)];
      await page.clock.install({ time: moment(day, { zone, time: "23:55" }) });
      await app.open();
      await app.begin("the sample book");
      await expect(week.five).toHaveCount(5);
      expect(new Set(await week.names()).size, "nobody is proposed twice").toBe(5);
      const reasons = await week.five.getByRole("paragraph").allTextContents();
      expect(new Set(reasons).size, "each for a reason of their own").toBe(5);
      const rows = await today.rows();
      for (const due of ["late", "today"]) expect(rows.filter((row) => row.endsWith(` ${due}`)).length, due).toBeGreaterThan(0);
      expect(new Set(rows).size, "a row for each person").toBe(rows.length);
    });
  });
}
