// Two tabs of one browser are two views of one book.
import { expect, test } from "./fixtures.js";
import { App } from "./pages/app.js";
import { People } from "./pages/people.js";

const SOON = { timeout: 1_000 };

/** Changes a person on their page, through the form. */
async function edit(page, fields) {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const { form } = new People(page);
  await form.fill(fields);
  await form.save.click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("what one tab writes the other shows within a second, and both may write", async ({ app, page, context }) => {
  test.setTimeout(60_000);
  await app.open();
  await app.begin("an empty book");
  const other = new App(await context.newPage());
  await other.open();
  const [here, there] = [new People(page), new People(other.page)];
  await app.go("People");
  await other.go("People");

  await here.bring({ Name: "Ada Byron" });
  await expect(there.person("Ada Byron")).toBeVisible(SOON);
  await there.bring({ Name: "Bo Dahl" });
  await app.go("People");
  await expect(here.person("Bo Dahl")).toBeVisible(SOON);

  // Both have the same person open, and each changes another field of them.
  for (const [tab, people] of [[app, here], [other, there]]) {
    await tab.go("People");
    await people.person("Ada Byron").click();
    await expect(tab.title).toHaveText("Ada Byron");
  }
  await edit(page, { Organisation: "Analytical Engines" });
  await expect(other.main).toContainText("Analytical Engines", SOON);
  await edit(other.page, { Title: "Countess" });
  await expect(app.main).toContainText("Countess", SOON);

  await Promise.all([page.reload(), other.page.reload()]);
  for (const tab of [app, other]) {
    await tab.opened();
    await expect(tab.main).toContainText("Countess");
    await expect(tab.main).toContainText("Analytical Engines");
    await tab.go("People");
    await expect(tab.page.getByText("2 people in your book.")).toBeVisible();
  }
});

test("two forms open on one person at once lose nothing of each other", async ({ app, page, context }) => {
  test.setTimeout(60_000);
  await app.open();
  await app.begin("an empty book");
  const here = new People(page);
  await app.go("People");
  await here.bring({ Name: "Ada Byron", Organisation: "Engines", Title: "Writer" });
  await expect(app.title).toHaveText("Ada Byron");
  const other = new App(await context.newPage());
  await other.open(page.url());
  const there = new People(other.page);
  for (const tab of [page, other.page]) await tab.getByRole("button", { name: "Edit", exact: true }).click();
  await here.form.fill({ Organisation: "Analytical Engines" });
  await here.form.save.click();
  await expect(other.main).toContainText("Analytical Engines");
  await there.form.fill({ Title: "Countess" });
  await there.form.save.click();
  await expect(other.page.getByRole("dialog")).toHaveCount(0);
  await page.reload();
  await app.opened();
  await expect(app.main).toContainText("Countess");
  await expect(app.main).toContainText("Analytical Engines");
});
