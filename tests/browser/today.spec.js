// Today: what is said when something owed was done outside Kith is what was done.
import { expect, test } from "./fixtures.js";
import { Today } from "./pages/today.js";

test("r6 who was kept in touch with outside Kith is said to have been, and not to have been thanked", async ({ app, page }) => {
  const today = new Today(page);
  await app.open();
  await app.begin("the sample book");
  const row = today.ofKind("Keep in touch").first();
  const name = await row.getByRole("heading").getByRole("link").textContent();
  await today.more(name, "Done already");
  await expect(app.said(`Saved. You were in touch with ${name.split(" ")[0]}.`)).toBeVisible();
  await expect(today.ofKind("Keep in touch").filter({ has: page.getByRole("button", { name: `More for ${name}` }) })).toHaveCount(0);
  await app.undo.click();
  await expect(today.row(name)).toContainText("Keep in touch");
});
