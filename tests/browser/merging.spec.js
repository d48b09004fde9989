// Who is written twice is found, made one, parted again, or kept apart; in this tab and in another.
import { expect, test } from "./fixtures.js";
import { App } from "./pages/app.js";
import { People } from "./pages/people.js";

/** Two entries of one person, and somebody else. */
async function written(app, page) {
  await app.open();
  await app.begin("an empty book");
  const people = new People(page);
  const all = [
    { Name: "Fred Ito", Phone: "(202) 555-0101", Title: "CFO" },
    { Name: "Frederick Ito", "E-mail": "fred@acme.example", Phone: "202 555 0101", Title: "Treasurer", Organisation: "Acme" },
    { Name: "Ann Lee", Organisation: "Acme" },
  ];
  for (const fields of all) {
    await app.go("People");
    await people.bring(fields);
    await expect(app.title).toHaveText(fields.Name);
  }
  await app.go("People");
  return people;
}

const found = (page) => page.getByRole("list", { name: "Perhaps one person" });
const together = (page) => found(page).getByRole("listitem").filter({ hasText: "Frederick Ito" });

async function merge(app, page) {
  await together(page).getByRole("button", { name: /^Compare/ }).click();
  const dialog = page.getByRole("dialog", { name: "One person?" });
  await dialog.getByRole("radio", { name: "Treasurer", exact: true }).check();
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(dialog).toHaveCount(0);
}

test("two entries of one person are found with a reason, made one, and parted again", async ({ app, page }) => {
  test.setTimeout(60_000);
  const people = await written(app, page);
  await page.getByRole("link", { name: "Look for people written twice" }).click();
  await expect(app.title).toHaveText("Written twice");
  await expect(together(page)).toContainText("Same phone, one a nickname");
  await merge(app, page);
  await expect(found(page).getByRole("listitem")).toHaveCount(0);
  await app.go("People");
  await expect(page.getByText("2 people in your book.")).toBeVisible();

  await page.reload();
  await app.opened();
  const kept = people.list.getByRole("link", { name: /Fred/ });
  await kept.click();
  await expect(app.main).toContainText("Treasurer");
  await expect(app.main).toContainText("fred@acme.example");
  await expect(app.main).toContainText("202 555 0101");

  await page.getByRole("button", { name: /^Part .* again$/ }).click();
  await app.go("People");
  await expect(page.getByText("3 people in your book.")).toBeVisible();
  await people.person("Fred Ito").click();
  await expect(app.main).toContainText("CFO");
  await expect(app.main).not.toContainText("fred@acme.example");
});

test("two who are not the same stay apart, and undo brings the question back", async ({ app, page }) => {
  await written(app, page);
  await app.at("#/people/twice");
  await together(page).getByRole("button", { name: /^Not the same/ }).click();
  await expect(found(page).getByRole("listitem")).toHaveCount(0);
  await app.undo.click();
  await expect(together(page)).toBeVisible();
  await together(page).getByRole("button", { name: /^Not the same/ }).click();
  await page.reload();
  await app.opened();
  await expect(app.status.first()).toContainText("Nobody seems to be in your book twice.");
});

test("a merge is undone, and another tab sees both", async ({ app, page, context }) => {
  test.setTimeout(60_000);
  await written(app, page);
  const other = new App(await context.newPage());
  await other.open();
  await other.go("People");
  await app.at("#/people/twice");
  await merge(app, page);
  await expect(other.page.getByText("2 people in your book.")).toBeVisible();
  await app.undo.click();
  await expect(together(page)).toBeVisible();
  await expect(other.page.getByText("3 people in your book.")).toBeVisible();
});

test("from the page of a person another entry is named, compared and made one with it", async ({ app, page }) => {
  const people = await written(app, page);
  await people.person("Ann Lee").click();
  await page.getByRole("button", { name: "More for Ann Lee" }).click();
  await page.getByRole("button", { name: "Merge with…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("The other entry").fill("Nobody Known");
  await dialog.getByRole("button", { name: "Compare" }).click();
  await expect(dialog).toContainText("Nobody in your book is called Nobody Known.");
  await dialog.getByLabel("The other entry").fill("Fred Ito");
  await dialog.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("dialog", { name: "One person?" }).getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(app.title).toHaveText("Ann Lee");
  await expect(page.getByRole("list", { name: "Also written as" })).toContainText("Fred Ito");
});
