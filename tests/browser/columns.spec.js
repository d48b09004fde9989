// A table that is read otherwise than it was meant is corrected by hand, and the next one of its kind is read as was said.
import { expect, test } from "./fixtures.js";
import { file } from "./contacts.js";
import { Data } from "./pages/data.js";

const row = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

test("a column is corrected by hand, the next file of its kind is read the same way, and it can be forgotten", async ({ app, page, axe }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  const columns = page.getByRole("dialog", { name: "Columns" });

  await test.step("what the heading does not say is said by hand, and read at once", async () => {
    await data.choose(file("staff.csv", "Staff,Desk,E-mail,Phone\nAnn Lee,Harbour,ann@lee.example,555-0101\nBo Ek,Quay,bo@ek.example,555-0102\n"));
    await expect(row(page, "ann@lee.example")).toBeVisible();
    await expect(app.main).toContainText("4 columns: 2 go into the note.");
    await page.getByRole("button", { name: "Columns…" }).click();
    await expect(columns.getByRole("combobox", { name: "Staff" })).toHaveAccessibleDescription("Ann Lee · Bo Ek");
    expect(await axe()).toEqual([]);
    await columns.getByRole("combobox", { name: "Staff" }).selectOption("Name");
    await expect(columns.getByRole("status")).toContainText("Staff is read as: Name.");
    await columns.getByRole("combobox", { name: "Desk" }).selectOption("Organisation");
    await columns.getByRole("combobox", { name: "Phone" }).selectOption("Leave it out");
    await expect(columns.getByRole("combobox", { name: "Staff" })).toHaveValue("name");
    await columns.getByRole("button", { name: "Done" }).click();
    await expect(columns).toHaveCount(0);
    await expect(row(page, "Ann Lee")).toContainText("Harbour");
    await expect(app.main).toContainText("4 columns: 1 is left out.");
    await data.importNames.click();
    await expect(app.main).toContainText("2 people came in from staff.csv.");
  });

  await test.step("the next file with these headings, in another order, is read as was said, also after a reload", async () => {
    await app.open("#/data/import");
    await data.choose(file("later.csv", "phone;STAFF;desk;e-mail\n555-0103;Cy Roy;Pier;cy@roy.example\n"));
    await expect(row(page, "Cy Roy")).toContainText("Pier");
    await expect(app.main).toContainText("Files with these headings are read as you said.");
  });

  await test.step("forgotten, it is read by its own headings; undone, as was said", async () => {
    await page.getByRole("button", { name: "Forget it" }).click();
    await expect(row(page, "555-0103")).toBeVisible();
    await expect(app.main).not.toContainText("as you said");
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expect(row(page, "Cy Roy")).toBeVisible();
  });
});

test("a table without a heading that is known is not refused but asked about, and its first row may be a contact", async ({ app, page }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  const columns = page.getByRole("dialog", { name: "Columns" });

  await data.choose(file("plain.csv", "Ann,Acme,COO\nBo,Bolt,CFO\n"));
  await expect(columns).toBeVisible();
  await columns.getByText("Is already a contact").click();
  await expect(columns.getByRole("combobox", { name: "Column 3" })).toHaveAccessibleDescription("COO · CFO");
  await columns.getByRole("combobox", { name: "Column 1" }).selectOption("Name");
  await columns.getByRole("combobox", { name: "Column 2" }).selectOption("Organisation");
  await columns.getByRole("combobox", { name: "Column 3" }).selectOption("Title");
  await page.goBack();
  await expect(columns).toHaveCount(0);
  await expect(row(page, "Ann")).toContainText("COO, Acme");
  await expect(data.importNames).toHaveText("Import 2 names");
});

test("days that may be either are asked about once, and a telling day decides for itself", async ({ app, page }) => {
  const data = new Data(page);
  const asked = page.getByRole("group", { name: "Which day is 03/04/1980?" });
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");

  await data.choose(file("births.csv", "Name,Birthday\nAnn Lee,03/04/1980\nBo Ek,05/06/1981\n"));
  await expect(asked).toBeVisible();
  await asked.getByText("3 April 1980").click();
  await expect(asked.getByRole("radio", { name: "3 April 1980" })).toBeChecked();
  await data.importNames.click();
  await app.at("#/people");
  await app.main.getByRole("link", { name: "Ann Lee" }).first().click();
  await expect(app.main).toContainText("3 April 1980");

  await app.at("#/data/import");
  await data.choose(file("births-2.csv", "Name,Birthday\nCy Roy,03/04/1980\n"));
  await expect(asked.getByRole("radio", { name: "3 April 1980" })).toBeChecked();
  await data.choose(file("telling.csv", "Name,Birthday\nCy Roy,03/04/1980\nDi Fox,12/28/1969\n"));
  await expect(row(page, "Di Fox")).toBeVisible();
  await expect(asked).toHaveCount(0);
  await data.importNames.click();
  await app.at("#/people");
  await app.main.getByRole("link", { name: "Cy Roy" }).first().click();
  await expect(app.main).toContainText("4 March 1980");
});

test("what is read again keeps where it goes, which rows come and who is meant, row by row", async ({ app, page }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  const columns = page.getByRole("dialog", { name: "Columns" });
  const pool = page.getByRole("radio", { name: /^The holding pool/ });
  const tick = (name) => page.getByRole("checkbox", { name: `Bring in ${name}` });
  const meant = page.getByRole("list", { name: "Who brought whom" }).getByRole("checkbox", { name: /Cy Roy/ });
  const say = async (column, holds) => {
    await page.getByRole("button", { name: "Columns…" }).click();
    await columns.getByRole("combobox", { name: column, exact: true }).selectOption(holds);
    await columns.getByRole("button", { name: "Done" }).click();
  };
  const as_chosen = async () => {
    await expect(pool).toBeChecked();
    await expect(tick("Bo Ek")).not.toBeChecked();
    await expect(tick("Ann Lee")).toBeChecked();
    await expect(tick("Cy Roy")).toBeChecked();
    await expect(meant).not.toBeChecked();
  };
  const rows = ["Ann Lee,Harbour,,03/04/1980", "Bo Ek,Quay,,05/06/1981", "Cy Roy,Pier,Ann Lee,07/08/1982"];
  await data.choose(file("staff.csv", `Name,Desk,Referred by,Birthday\n${rows.join("\n")}\n`));
  await expect(data.importNames).toHaveText("Import 3 names");
  await pool.check();
  await tick("Bo Ek").uncheck();
  await expect(meant).toBeChecked();
  await meant.uncheck();

  await say("Desk", "Organisation");
  await expect(row(page, "Ann Lee")).toContainText("Harbour");
  await as_chosen();
  await page.getByRole("group", { name: "Which day is 03/04/1980?" }).getByText("3 April 1980").click();
  await expect(page.getByRole("radio", { name: "3 April 1980" })).toBeChecked();
  await as_chosen();

  await test.step("a wrong turn and back again", async () => {
    await say("Name", "Leave it out");
    await expect(row(page, "Harbour")).toBeVisible();
    await expect(tick("Quay")).not.toBeChecked();
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expect(row(page, "Ann Lee")).toBeVisible();
    await as_chosen();
  });

  await expect(data.importNames).toHaveText("Import 2 names");
  await data.importNames.click();
  await expect(app.main).toContainText("2 names wait in the holding pool");
});

test("of thousands of columns the first are listed, and the page answers", async ({ app, page }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  const heads = ["Name", ...Array.from({ length: 9_999 }, (_, n) => `A field with a long name and the number ${n}`)];
  await data.choose(file("wide.csv", `${heads.join(",")}\nAnn Lee,${",".repeat(7)}COO,${",".repeat(9_990)}\n`));
  const columns = page.getByRole("dialog", { name: "Columns" });
  await expect(columns.getByRole("combobox")).toHaveCount(200);
  await expect(columns).toContainText("The first 200 columns are listed; the 9,800 other columns are read by their headings.");
  await columns.getByRole("combobox", { name: "A field with a long name and the number 7", exact: true }).selectOption("Title");
  await columns.getByRole("button", { name: "Done" }).click();
  await expect(row(page, "Ann Lee")).toContainText("COO");
});
