// What somebody has been told of how you work: ticked on their page, with its day.
import { expect, test } from "./fixtures.js";
import { People } from "./pages/people.js";

test("r22 what somebody was told is ticked on their page with its day, changed, and taken back", async ({ app, page, axe }) => {
  const people = new People(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await people.add.first().click();
  await people.form.fill({ Name: "Jim Abernathy" });
  await people.form.save.click();
  const told = page.getByRole("region", { name: "What they have been told" });
  const [referral, results] = ["That you build by referral", "What results you deliver"].map((name) => told.getByRole("checkbox", { name }));
  await expect(told.getByText("Not yet")).toHaveCount(3);
  await referral.check();
  await expect(app.said("Jim has been told that you build by referral.")).toBeVisible();
  const day = told.getByLabel("Day they were told: That you build by referral");
  await expect(day).toHaveValue(await page.evaluate(() => new Date().toLocaleDateString("sv-SE")));
  await expect(told.getByText("Not yet")).toHaveCount(2);
  await day.fill("2024-02-29");
  await day.blur();
  await expect(day).toHaveValue("2024-02-29");
  await results.check();
  expect(await axe({})).toEqual([]);
  await page.reload();
  await app.opened();
  await expect(referral).toBeChecked();
  await expect(day).toHaveValue("2024-02-29");
  await results.uncheck();
  await expect(results).not.toBeChecked();
  await app.undo.click();
  await expect(results).toBeChecked();
});
