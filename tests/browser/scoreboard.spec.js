// The scoreboard: what a week held beside the last, and what every drawing says in words.
import { expect, test } from "./fixtures.js";
import { People } from "./pages/people.js";
import { Capture } from "./pages/capture.js";

test("the scoreboard tells this week beside the last, and every drawing in a sentence", async ({ app, page }) => {
  await app.open();
  await app.begin("the sample book");
  await app.at("#/scoreboard?weeks=52");
  for (const name of ["People contacted", "Asks", "Introductions", "Follow-ups", "Sales", "Thank-yous"]) {
    await expect(page.getByRole("term").filter({ hasText: name })).toBeVisible();
  }
  const weeks = page.getByRole("region", { name: "People contacted each week" });
  await expect(weeks).toContainText(/reached their goal/);
  await expect(weeks.getByRole("row").first()).toContainText(/\d+ of 5/);
  await expect(page.getByRole("region", { name: "Referrals received" })).toContainText(/\d+ referrals? in twelve months/);
  await expect(page.getByRole("region", { name: "How often you ask" })).toContainText(/meeting/);
  await page.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "Quarter" }).click();
  await expect(page).toHaveURL(/weeks=13/);
  await expect(weeks.getByRole("row")).not.toHaveCount(0);
});

test("before anything is counted the scoreboard says what will stand there", async ({ app, page }) => {
  await app.open();
  await app.begin("an empty book");
  await app.at("#/scoreboard");
  await expect(page.getByText("Nothing is counted yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Log the first word" })).toBeVisible();
});

test("b13 the coach waits for five cases, then tells the causes with their counts, and each count opens its list", async ({ app, page }) => {
  const [capture, coach] = [new Capture(page), page.getByRole("region", { name: "Why some came to nothing" })];
  await app.open();
  await app.begin("an empty book");
  await app.capture.click();
  await capture.line.fill("Fred Ito via Connie Alvarez");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.at("#/scoreboard");
  await expect(coach).toContainText("No ask was declined");
  await app.at("#/referrals");
  const id = (await app.main.getByRole("link", { name: "Fred Ito" }).getAttribute("href")).slice("#/referrals/".length);
  await app.at(`#/scoreboard?close=${id}`);
  await page.getByRole("textbox", { name: "Why is it closed?" }).fill("Has somebody already");
  await page.getByRole("dialog").getByRole("button", { name: /^Close the file/ }).click();
  await app.at("#/scoreboard");
  await expect(coach).toContainText("One case so far. It takes 5 before they say anything");
  await expect(coach.getByRole("group")).toHaveCount(0);

  await app.at("#/welcome");
  await page.getByRole("button", { name: "Look round a sample book" }).click();
  await expect(app.title).toHaveText("Today");
  await app.at("#/scoreboard");
  let counted = 0;
  const lessons = await coach.getByRole("group").all();
  for (const lesson of lessons) {
    const [, count, all] = (await lesson.textContent()).match(/^(\d+) of (\d+) cases: /).map(Number);
    await lesson.getByText(/cases:/).click();
    await expect(lesson.getByRole("link")).toHaveCount(count);
    counted += count;
    if (lesson === lessons.at(-1)) expect(counted).toBe(all);
  }
  expect(lessons.length).toBeGreaterThan(1);
  const link = lessons[0].getByRole("link").first();
  const address = await link.getAttribute("href");
  await link.click();
  expect(address).toMatch(/^#\/(asks|referrals)\//);
  await expect(page).toHaveURL((url) => url.hash === address);
});

test("r21 of the meetings with clients, those in which you asked are counted, and a not now is none", async ({ app, page }) => {
  const people = new People(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await people.add.first().click();
  await people.form.fill({ Name: "Grace Tolliver" });
  await people.form.roles.getByRole("checkbox", { name: "Client", exact: true }).check();
  await people.form.rating.selectOption("5");
  await people.form.save.click();
  await expect(app.title).toHaveText("Grace Tolliver");
  const person = new URL(page.url()).hash;
  const meet = async (answer) => {
    await app.at(person);
    await app.main.getByRole("button", { name: "Log a word" }).click();
    await page.getByRole("radio", { name: "Meeting", exact: true }).check({ force: true });
    await page.getByRole("button", { name: "Log it" }).click();
    await page.getByRole("radio", { name: answer }).check({ force: true });
    await page.getByRole("button", { name: "Keep the answers" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  const rate = page.getByRole("region", { name: "How often you ask" });
  await meet("Yes, none yet");
  await app.at("#/scoreboard");
  await expect(rate).toContainText("You asked in 1 of 1 meeting with clients: 100 in a hundred.");
  await meet("Not today");
  await app.at("#/scoreboard");
  await expect(rate).toContainText("You asked in 1 of 2 meetings with clients: 50 in a hundred.");
});
