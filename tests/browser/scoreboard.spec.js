// The scoreboard: what a week held beside the last, and what every drawing says in words.
import { expect, test } from "./fixtures.js";

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
