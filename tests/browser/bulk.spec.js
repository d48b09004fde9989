// Several at once: people are ticked, by hand or all that a filter shows, and one act changes them all, in one step.
import { expect, test } from "./fixtures.js";
import { Data } from "./pages/data.js";
import { Export, table } from "./pages/export.js";
import { People } from "./pages/people.js";
import { Pool, connections } from "./pages/pool.js";

/** The ticks of a list, and the bar below it. */
class Several {
  constructor(page) {
    this.page = page;
    this.begin = page.getByRole("button", { name: "Select several" });
    this.done = page.getByRole("button", { name: "Done selecting" });
    this.all = page.getByRole("checkbox", { name: /^Select all [\d,]+ shown$/ });
    this.bar = page.getByRole("group", { name: "With those selected" });
    this.tag = this.bar.getByRole("textbox", { name: "A tag for those selected" });
  }

  one(name) {
    return this.page.getByRole("checkbox", { name: `Select ${name}`, exact: true });
  }

  act(name) {
    return this.bar.getByRole("button", { name, exact: true });
  }

  /** Opens a menu of the bar and picks an act. */
  async pick(menu, act) {
    await this.act(menu).click();
    await this.page.getByRole("button", { name: act, exact: true }).filter({ visible: true }).click();
  }
}

/** A file of so many people of a book. */
function file(count) {
  const rows = Array.from({ length: count }, (_, n) => `Ann Lee ${n},ann${n}@lee.example`);
  return { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(`Name,E-mail\n${rows.join("\n")}\n`) };
}

async function bring(app, data, given) {
  await app.at("#/data/import");
  await data.choose(given);
  await data.importNames.click();
}

test("people are ticked by name, and tagged, given a tier and a role, taken along and thrown away in one step each", async ({ app, page, axe }) => {
  const [several, people, data, out] = [new Several(page), new People(page), new Data(page), new Export(page)];
  await app.open();
  await app.begin("an empty book");
  await bring(app, data, file(12));
  await app.at("#/people");
  await several.begin.click();
  await expect(page).toHaveURL(/select=yes/);
  await expect(several.bar).toHaveCount(0);
  for (const n of [0, 1, 2]) await several.one(`Ann Lee ${n}`).check();
  await expect(several.bar).toContainText("3 selected");
  expect(await axe({})).toEqual([]);

  await test.step("no tag is said; a tag is written to all of them, and one step takes it back", async () => {
    await several.act("Tag").click();
    await expect(page.getByRole("alert").getByText(/Write the tag first/)).toBeVisible();
    await several.tag.fill("golf");
    await several.act("Tag").click();
    await expect(app.said("3 people have the tag “golf”.")).toBeVisible();
    await people.search.fill("golf");
    await expect(people.list.getByRole("row")).toHaveCount(4);
    await app.undo.click();
    await expect(people.list).toHaveCount(0);
    await people.search.fill("lee 11");
    await expect(several.bar).toContainText("3 selected, 3 of them not shown");
    await people.search.fill("");
  });

  await test.step("a tier, a role, and the three of them as a file", async () => {
    await several.pick("Tier", "Tier A");
    await several.pick("Role", "Give the role Client");
    await app.at("#/people?tier=A&is=client&select=yes");
    await expect(people.list.getByRole("row")).toHaveCount(4);
    await expect(several.bar).toContainText("3 selected");
    await several.act("Take along").click();
    const taken = await out.file(page.getByRole("button", { name: "Table (CSV)", exact: true }).filter({ visible: true }));
    expect(table(taken.text).map((row) => [row.Name, row["Kith: tier"], row["Kith: roles"]])).toEqual([0, 1, 2].map((n) => [`Ann Lee ${n}`, "A", "client"]));
  });

  await test.step("into the trash and back, all at once", async () => {
    await app.at("#/people?select=yes");
    await several.all.check();
    await expect(several.bar).toContainText("12 selected");
    await several.act("Into the trash").click();
    await expect(app.main).toContainText("0 people in your book");
    await app.at("#/people?trash=yes&select=yes");
    await several.all.check();
    await several.act("Put back").click();
    await app.at("#/people");
    await expect(app.main).toContainText("12 people in your book");
    await expect(several.one("Ann Lee 0")).toHaveCount(0);
  });
});

test("in the trash several are put back in one step, or erased for good once it was asked about", async ({ app, page, axe }) => {
  const [several, people, data] = [new Several(page), new People(page), new Data(page)];
  await app.open();
  await app.begin("an empty book");
  await bring(app, data, file(6));
  await app.at("#/people?select=yes");
  await several.all.check();
  await several.act("Into the trash").click();

  await test.step("two are put back together, and one step takes them into the trash again", async () => {
    await app.at("#/data");
    const trash = page.getByRole("region", { name: "Trash" });
    await trash.getByRole("button", { name: "Select several: People" }).click();
    await several.one("Ann Lee 1").check();
    await several.one("Ann Lee 4").check();
    await expect(several.bar).toContainText("2 selected");
    expect(await axe({})).toEqual([]);
    await several.act("Put back").click();
    await expect(app.said("2 entries are back in your book.")).toBeVisible();
    await expect(trash.getByRole("list", { name: "People" }).getByRole("listitem")).toHaveCount(4);
    await page.keyboard.press("Control+z");
    await expect(trash.getByRole("list", { name: "People" }).getByRole("listitem")).toHaveCount(6);
  });

  await test.step("three are asked about by name, and nothing goes before the answer", async () => {
    for (const n of [0, 2, 3]) await several.one(`Ann Lee ${n}`).check();
    await several.act("Erase…").click();
    const asked = page.getByRole("dialog", { name: "Erase for good: 3 people" });
    await expect(asked).toContainText("Ann Lee 0; Ann Lee 2; Ann Lee 3.");
    expect(await axe({})).toEqual([]);
    await page.goBack();
    await expect(asked).toHaveCount(0);
    await several.all.check();
    await expect(several.bar).toContainText("6 selected");
    await several.one("Ann Lee 5").uncheck();
    await several.act("Erase…").click();
    await page.getByRole("dialog").getByRole("button", { name: "Erase for good" }).click();
    await expect(app.said("Erased: 5 people.")).toBeVisible();
    await expect(several.bar).toHaveCount(0);
  });

  await test.step("no step back brings them again; the list of people in the trash erases as well", async () => {
    await page.keyboard.press("Control+z");
    await app.at("#/people?select=yes");
    await expect(app.main).toContainText("1 person in your book");
    await several.all.check();
    await several.act("Into the trash").click();
    await app.at("#/people?trash=yes&select=yes");
    await expect(people.list.getByRole("row")).toHaveCount(2);
    await several.one("Ann Lee 5").check();
    await several.act("Erase…").click();
    await page.getByRole("dialog", { name: "Erase for good: Ann Lee 5" }).getByRole("button", { name: "Erase for good" }).click();
    await expect(app.main).toContainText("The trash is empty");
  });
});

test("by keys alone; into the pool, and back from there", async ({ app, page, axe }) => {
  const [several, people, data, pool] = [new Several(page), new People(page), new Data(page), new Pool(page)];
  await app.open();
  await app.begin("an empty book");
  await bring(app, data, file(4));
  await app.at("#/people");
  await several.begin.press("Enter");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(several.bar).toContainText("2 selected");
  await several.act("Into the pool").press("Enter");
  await expect(app.said("2 people wait in the holding pool.")).toBeVisible();
  await expect(app.main).toContainText("2 people in your book. 2 more in the holding pool.");
  await bring(app, data, connections([["Naomi", "Feld", "Acme", "COO"]]));
  await app.at("#/pool");
  await several.begin.click();
  await several.one("Naomi Feld").check();
  await several.one("Ann Lee 0").check();
  expect(await axe({})).toEqual([]);
  await several.act("Into the book").click();
  await expect(pool.rows).toHaveCount(1);
  await app.undo.click();
  await expect(pool.rows).toHaveCount(3);
  await several.all.check();
  await several.act("Remove").click();
  await expect(app.main).toContainText("Nobody waits here");
  await app.at("#/people");
  await expect(people.list.getByRole("row")).toHaveCount(3);
});

test("two thousand are changed in one step, and the page answers", async ({ app, page }) => {
  test.setTimeout(120_000);
  const [several, people, data] = [new Several(page), new People(page), new Data(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose(file(2_000));
  await page.getByRole("radio", { name: /^The book/ }).check();
  await data.importNames.click();
  await app.at("#/people?select=yes");
  await several.all.check();
  await expect(several.bar).toContainText("2,000 selected");
  const begin = Date.now();
  await several.pick("Tier", "Tier B");
  await expect(app.said("2,000 people are of tier B now.")).toBeVisible();
  expect(Date.now() - begin, "milliseconds").toBeLessThan(10_000);
  await page.reload();
  await app.opened();
  await app.at("#/people?tier=B");
  await expect(app.main.getByText("2,000 people, by name")).toBeAttached();
  await expect(people.list.getByRole("row")).toHaveCount(101);
});
