// Files as no program should write them: each is read as far as it can be, says in a sentence what it could not read, and
// neither stops the page nor loses a row.
import { writeFileSync } from "node:fs";
import { file } from "./contacts.js";
import { expect, test } from "./fixtures.js";
import { Data } from "./pages/data.js";

const over = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const row = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });

/** A file on the disk: one this large is not handed through the protocol. */
const onDisk = (name, content) => {
  const path = test.info().outputPath(name);
  writeFileSync(path, content);
  return path;
};

test.beforeEach(async ({ app }) => {
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
});

test("zero bytes are passed over, in a table and in cards", async ({ app, page }) => {
  const data = new Data(page);
  await data.choose(file("nul.csv", "Name,E-mail\0\nAnn\0 Lee,ann@lee.example\n\0\nBo Ek,bo@ek\0.example\n"));
  await expect(data.importNames).toHaveText("Import 2 names");
  await expect(row(page, "Ann Lee")).toContainText("ann@lee.example");
  await expect(row(page, "Bo Ek")).toContainText("bo@ek.example");
  await data.choose(file("nul.vcf", "BEGIN:VCARD\0\r\nVERSION:3.0\r\nFN:Cy\0 Roy\r\nEMAIL:cy@roy.example\r\nEND:VCARD\r\n\0\0\0"));
  await expect(data.importNames).toHaveText("Import 1 name");
  await data.importNames.click();
  await expect(app.main).toContainText("1 person came in from nul.vcf.");
});

test("two encodings in one file are each read as they were meant", async ({ page }) => {
  const data = new Data(page);
  const [old, young] = [Buffer.from("J\u00f6rg Wei\u00df,joerg@weiss.example\n", "latin1"), Buffer.from("田中 由紀,yuki@tanaka.example\n")];
  await data.choose(file("both.csv", Buffer.concat([Buffer.from("Name,E-mail\n"), old, young])));
  await expect(row(page, "Jörg Weiß")).toBeVisible();
  await expect(row(page, "田中 由紀")).toBeVisible();
});

test("a card without a name is called by its firm or its address, or is refused with the reason", async ({ page }) => {
  const data = new Data(page);
  const card = (...lines) => ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
  await data.choose(file("nameless.vcf", card("ORG:Acme Harbour") + card("FN:", "N:;;;;", "EMAIL:ann@lee.example") + card("NOTE:knows engines")));
  await expect(data.importNames).toHaveText("Import 2 names");
  await expect(row(page, "Acme Harbour")).toBeVisible();
  await expect(row(page, "ann@lee.example")).toBeVisible();
  await expect(page.getByText(/there is neither a name nor an address in it/)).toBeVisible();
});

test("a row of ten thousand cells and an address of five thousand letters stay within the page", async ({ app, page }) => {
  const data = new Data(page);
  const long = `${"a".repeat(4_980)}@lee.example`;
  const cells = Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(",");
  await data.choose(file("wide.csv", `Name,E-mail\nAnn Lee,${long}\nBo Ek,bo@ek.example,${cells}\nCy Roy,cy@roy.example\n`));
  await expect(row(page, "Ann Lee")).toBeVisible();
  await expect(row(page, "Cy Roy")).toBeVisible();
  await expect(app.main).toContainText("Row 3: one field has more than 20000 characters.");
  expect(await over(page), "the preview").toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Columns…" }).click();
  await expect(page.getByRole("dialog", { name: "Columns" }).getByRole("combobox")).toHaveCount(2);
  await page.getByRole("button", { name: "Done" }).click();
  await data.importNames.click();
  await app.at("#/people");
  expect(await over(page), "the list").toBeLessThanOrEqual(0);
  await app.main.getByRole("link", { name: "Ann Lee" }).first().click();
  await expect(app.title).toHaveText("Ann Lee");
  await expect(app.main).toContainText(long.slice(-30));
  expect(await over(page), "the person").toBeLessThanOrEqual(0);
});

test("fifty megabytes in one line are refused, and the page goes on", async ({ app, page }) => {
  test.slow();
  const data = new Data(page);
  const before = await app.kept();
  const refused = page.getByRole("alert").filter({ hasText: "was not read" });
  const none = "x".repeat(50_000_000);
  await data.choose(onDisk("line.csv", none));
  await expect(refused).toContainText("No column is known in this file.", { timeout: 60_000 });
  await expect(refused).toContainText("Nothing was changed.");
  await data.choose(onDisk("row.csv", `Name,E-mail\nAnn Lee,${none}\nBo Ek,bo@ek.example\n`));
  await expect(data.importNames).toHaveText("Import 1 name", { timeout: 60_000 });
  await expect(app.main).toContainText("Row 2: one field has more than 20000 characters.");
  expect(await app.kept()).toEqual(before);
  await data.importNames.click();
  await expect(app.main).toContainText("1 person came in from row.csv.");
});

test("fifty megabytes of rows are read while the page answers; one row more than is taken is refused with all", async ({ app, page }) => {
  test.setTimeout(240_000);
  const data = new Data(page);
  const rows = (many, pad) => `Name,E-mail,Notes\n${Array.from({ length: many }, (_, n) => `Ann Lee ${n},a${n}@lee.example,${pad}`).join("\n")}\n`;
  await data.choose(onDisk("large.csv", rows(190_000, "y".repeat(220))));
  await expect(page.getByRole("progressbar", { name: "Reading" })).toBeVisible();
  await app.at("#/people");
  await expect(app.main).toContainText("Nobody is in your book yet");
  await app.at("#/data/import");
  await expect(data.importNames).toHaveText("Import 190,000 names", { timeout: 120_000 });
  await data.choose(onDisk("many.csv", rows(200_001, "")));
  const refused = page.getByRole("alert").filter({ hasText: "was not read" });
  await expect(refused).toContainText(/more than 200.?000/, { timeout: 120_000 });
  await expect(refused).toContainText("Nothing was changed.");
});
