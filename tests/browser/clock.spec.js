// A clock that is wrong, here or elsewhere: the book can always be changed, and what is changed is there again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { Data } from "./pages/data.js";
import { People } from "./pages/people.js";

const fixture = (name) => readFileSync(join(import.meta.dirname, "../fixtures", name));
const json = (name, buffer) => ({ name, mimeType: "application/json", buffer });

/** Opens somebody, gives them a name, and waits until it is shown. */
async function rename(app, page, from, to) {
  const { form } = new People(page);
  await app.at("#/people");
  await app.main.getByRole("link", { name: from }).first().click();
  await expect(app.title).toHaveText(from);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await form.fill({ Name: to });
  await form.save.click();
  await expect(app.title).toHaveText(to);
}

test("a file with the last stamp there is does not lock the book", async ({ app, page }) => {
  const data = new Data(page);
  const unreadable = page.getByText("A part of your book cannot be read");
  await app.open();
  await app.begin("an empty book");

  await test.step("the preview says that its times are ahead", async () => {
    await app.at("#/data/import");
    await data.choose(json("nice.json", fixture("stamps-of-2199.json")));
    await expect(app.main).toContainText("This file has times ahead of this device’s clock, up to 31 December 2199.");
    await expect(app.main).toContainText("They count as written when the file is first merged");
    await data.merge.click();
    await expect(app.main).toContainText("nice.json was merged into your book.");
  });

  await test.step("an edit is there again after a reload, and the next one too", async () => {
    let name = "Nice Colleague";
    for (const next of ["Ann Lee", "Bo Ek"]) {
      await rename(app, page, name, next);
      await page.reload();
      await app.opened();
      await expect(app.title).toHaveText(next);
      await expect(unreadable).toHaveCount(0);
      name = next;
    }
  });

  await test.step("the same file again changes nothing", async () => {
    await app.at("#/data/import");
    const before = await app.kept();
    await data.choose(json("nice.json", fixture("stamps-of-2199.json")));
    await expect(app.main).toContainText("Everything in this file is in your book already.");
    await data.merge.click();
    await expect(app.main).toContainText("Nothing was written.");
    expect(await app.kept()).toEqual(before);
  });

  await test.step("a backup is handed over, and holds the last edit", async () => {
    await app.at("#/data");
    const { text } = await data.download();
    const [person] = JSON.parse(text).records.person;
    expect(person.name).toBe("Bo Ek");
    expect(text).not.toContain("7258118399999-2147483648");
  });
});

test("a book that an old version pushed to the end of time opens, is changed, and is backed up", async ({ app, page }) => {
  const data = new Data(page);
  const items = JSON.parse(fixture("version-1-clock-at-its-end.json"));
  await page.addInitScript((items) => {
    if (localStorage.length === 0) for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value);
  }, items);
  await app.open("#/people");
  await expect(page.getByText("A part of your book cannot be read")).toHaveCount(0);
  await expect(app.main).toContainText("Title 22");
  await rename(app, page, "Nice Colleague", "Ann Lee");
  await page.reload();
  await app.opened();
  await expect(app.title).toHaveText("Ann Lee");
  await app.at("#/data");
  const { text } = await data.download();
  expect(JSON.parse(text).records.person.map((person) => person.name)).toEqual(["Ann Lee"]);
});

test("a file with ordinary times says nothing of clocks", async ({ app, page }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  const at = `${moment() - 1000}-0-aaaaaaaaaa`;
  const book = { format: "kith", version: 1, records: { person: [{ id: "p1", name: "Cy Roy", _at: at }] } };
  await data.choose(json("book.json", Buffer.from(JSON.stringify(book))));
  await expect(data.merge).toBeVisible();
  await expect(app.main).not.toContainText("ahead of this device");
});
