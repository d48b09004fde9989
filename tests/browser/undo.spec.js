// Every act can be taken back, many steps back, and done again; an import in one tap.
import { contacts, PEOPLE } from "./contacts.js";
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Data } from "./pages/data.js";
import { holdWork } from "./pages/hand.js";
import { People } from "./pages/people.js";
import { Pool, connections } from "./pages/pool.js";

test("the toast takes the last act back", async ({ app, page }) => {
  const people = new People(page);
  await app.open();
  await app.begin("an empty book");
  await app.go("People");
  await people.bring({ Name: "Ada Byron" });
  await expect(app.title).toHaveText("Ada Byron");
  await app.undo.click();
  await app.go("People");
  await expect(page.getByText("Nobody is in your book yet")).toBeVisible();
  await page.reload();
  await app.opened();
  await expect(page.getByText("Nobody is in your book yet")).toBeVisible();
});

test("Control Z goes back step by step, and Shift with it forward again", async ({ app, page }) => {
  const [people, capture] = [new People(page), new Capture(page)];
  await app.open();
  await app.begin("an empty book");
  const names = async () => {
    await app.at("#/people");
    return people.list.getByRole("row").getByRole("link").or(people.list.getByRole("listitem").getByRole("link")).allTextContents();
  };
  // Each act, and who is in the book after it.
  const after = [[]];
  for (const name of ["Ada Byron", "Bo Dahl", "Cy Ek", "Di Fox"]) {
    await app.at("#/people");
    await people.bring({ Name: name });
    await expect(app.title).toHaveText(name);
    after.push(await names());
  }
  await app.capture.click();
  await capture.line.fill("Eve Gil via Ada Byron");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  after.push(await names());
  expect(after.map((list) => list.length)).toEqual([0, 1, 2, 3, 4, 5]);

  for (const expected of after.slice(0, -1).reverse()) {
    await page.keyboard.press("Control+z");
    await expect.poll(names).toEqual(expected);
  }
  await page.keyboard.press("Control+z");
  await expect(app.said("There is nothing to take back.")).toBeVisible();
  for (const expected of after.slice(1)) {
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(names).toEqual(expected);
  }
  await page.reload();
  await app.opened();
  await expect.poll(names).toEqual(after.at(-1));
  await app.at("#/referrals");
  await expect(app.main.getByRole("link", { name: "Eve Gil" })).toBeVisible();
});

test("an import goes out again in one tap, and what was there before stays", async ({ app, page }) => {
  const [people, data] = [new People(page), new Data(page)];
  await app.open();
  await app.begin("an empty book");
  await app.go("People");
  await people.bring({ Name: "Ada Byron" });
  await app.go("Your data");
  await data.choose(contacts(PEOPLE.slice(0, 40)));
  await data.importNames.click();
  await data.undoImport.click();
  await app.go("People");
  await expect(page.getByText("1 person in your book.")).toBeVisible();
  await page.reload();
  await app.opened();
  await expect(page.getByText("1 person in your book.")).toBeVisible();
  await expect(people.person("Ada Byron")).toBeVisible();
});

test("contacts go out again after a reload too, and what was taken back is offered no more", async ({ app, page }) => {
  const [people, data] = [new People(page), new Data(page)];
  await app.open();
  await app.begin("an empty book");
  await app.go("People");
  await people.bring({ Name: "Ada Byron" });
  await app.go("Your data");
  await data.choose(contacts(PEOPLE.slice(0, 3)));
  await data.importNames.click();
  await expect(data.undoImport).toBeVisible();
  await page.reload();
  await app.opened();
  await app.at("#/data");
  await expect(page.getByRole("listitem").filter({ has: data.undoImport })).toContainText("contacts.vcf came in today.");
  await data.undoImport.click();
  await expect(data.undoImport).toHaveCount(0);
  await app.go("People");
  await expect(page.getByText("1 person in your book.")).toBeVisible();
  // The receipt goes with the look at the store two seconds later.
  await expect.poll(async () => (await app.kept()).filter(([key]) => key.startsWith("kith/1/receipt/")).length).toBe(0);
  await page.reload();
  await app.opened();
  await app.go("Your data");
  await expect(data.backUp).toBeVisible();
  await expect(data.undoImport).toHaveCount(0);
});

test("a merged backup goes out again in one tap", async ({ app, page }) => {
  const [people, data] = [new People(page), new Data(page)];
  const backup = { format: "kith", version: 1, records: { person: [{ id: "k3f9a2mq7x-1", name: "From A File" }] } };
  await app.open();
  await app.begin("an empty book");
  await app.go("People");
  await people.bring({ Name: "Ada Byron" });
  await app.go("Your data");
  await data.choose({ name: "kith.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(backup)) });
  await data.merge.click();
  await app.go("People");
  await expect(people.person("From A File")).toBeVisible();
  await page.reload();
  await app.opened();
  await app.go("Your data");
  await data.undoImport.first().click();
  await app.go("People");
  await expect(people.person("Ada Byron")).toBeVisible();
  await expect(people.person("From A File")).toHaveCount(0);
});

test("while something large is done nothing else that is large begins, which is said, and neither sentence hides the other", async ({ app, page }) => {
  test.slow();
  const [data, pool] = [new Data(page), new Pool(page)];
  const busy = page.getByRole("alert").filter({ hasText: "Something large is still being done, so nothing was changed." });
  const cancel = page.getByRole("status").getByRole("button", { name: "Cancel" });
  const many = Array.from({ length: 10_000 }, (_, n) => [`Ann${n}`, `Lee${n % 97}`, `Acme ${n % 31}`, "Clerk"]);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose(connections(many));
  await data.importNames.click();
  await app.main.getByRole("link", { name: "See the holding pool" }).click({ timeout: 60_000 });

  // Pressing Cancel at once says too that the sentence does not lie over it.
  const refused = async (what, act) => {
    const goOn = await holdWork(page);
    await pool.empty.click();
    await expect(cancel).toBeVisible();
    await act();
    await expect.soft(busy, what).toBeVisible();
    await cancel.click();
    await goOn();
    await expect(page.getByText("Stopped. Nothing was changed.")).toBeVisible();
    await expect(app.main).toContainText("10,000 names wait outside your book");
  };
  await test.step("a step back", () => refused("a step back", () => page.keyboard.press("Control+z")));
  await test.step("another large act", () => refused("another large act", () => pool.empty.click()));

  await test.step("a file that waits for a yes", async () => {
    await app.at("#/data/import");
    await data.choose(connections([["Bo", "Ek", "Bolt", "CFO"]]));
    await expect(data.importNames).toHaveText("Import 1 name");
    const goOn = await holdWork(page);
    await page.keyboard.press("Control+z");
    await expect(cancel).toBeVisible();
    await data.importNames.click();
    await expect(busy).toBeVisible();
    await goOn();
    await expect(app.said("Taken back.")).toBeVisible({ timeout: 60_000 });
    await data.importNames.click();
    await app.main.getByRole("link", { name: "See the holding pool" }).click();
    await expect(app.main).toContainText("1 name waits outside your book");
  });
});
