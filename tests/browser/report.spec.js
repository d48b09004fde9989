// What is kept of an import: a report of every row, and what could not be read, to be corrected and brought in again.
import { expect, test } from "./fixtures.js";
import { file } from "./contacts.js";
import { Data } from "./pages/data.js";

const FIRST = "Name,E-mail\nAnn Lee,ann@lee.example\nBo Ek,bo@ek.example";
const NEWER = [
  "Name;E-mail;Title;Shoe size",
  "Ann Lee;ann@lee.example;COO;",
  "Bo Ek;bo@ek.example;;",
  "=Cy Roy;cy@roy.example;;38",
  ";;;44",
  "Di Fox;di@fox.example;;",
  'Ed Low;"open;;',
];

/** What stands in the file that this button hands over. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}

test("what became of every row is saved, and what could not be read comes in once it is corrected", async ({ app, page, axe }) => {
  const data = new Data(page);
  const report = page.getByRole("button", { name: "Save the report" });
  const rest = page.getByRole("button", { name: "Save the rows that could not be read" });
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");

  await test.step("a file of which all could be read has a report and nothing else", async () => {
    await data.choose(file("first.csv", FIRST));
    await expect(rest).toHaveCount(0);
    await data.importNames.click();
    await expect(app.main).toContainText("2 people came in from first.csv.");
    await expect(rest).toHaveCount(0);
    const { name, text } = await saved(page, report);
    expect(name).toMatch(/^kith-report-\d{4}-\d\d-\d\d\.csv$/);
    expect(text).toBe('\ufeff"File","Line","Name","What became of it"\r\n"first.csv","2","Ann Lee","New"\r\n"first.csv","3","Bo Ek","New"\r\n');
  });

  let handed;
  await test.step("the preview hands back what it cannot read, and so does the end", async () => {
    await data.choose(file("newer.csv", NEWER.join("\n")));
    await expect(data.importNames).toHaveText("Import 3 names");
    handed = await saved(page, rest);
    expect(handed.name).toBe("not-read-newer.csv");
    await page.getByRole("checkbox", { name: "Bring in Di Fox" }).uncheck();
    await data.importNames.click();
    await expect(app.main).toContainText("1 person came in from newer.csv. 1 person was completed.");
    expect(await saved(page, rest)).toEqual(handed);
    await expect(page.getByText("not-read-newer.csv is with you: 2 rows, each with its reason.")).toBeVisible();
    expect(await axe()).toEqual([]);
  });

  await test.step("the report tells of each row, and no cell of it is a formula", async () => {
    const { text } = await saved(page, report);
    expect(text.trim().split("\r\n").slice(1)).toEqual([
      '"newer.csv","2","Ann Lee","Completed: Title: COO"',
      '"newer.csv","3","Bo Ek","Already here"',
      '"newer.csv","4","\'=Cy Roy","New"',
      '"newer.csv","5",";;;44","Could not be read: there is neither a name nor an address in it."',
      '"newer.csv","6","Di Fox","Left out, because it was not ticked"',
      '"newer.csv","7","Ed Low;""open;;","Could not be read: a quotation mark opens and never closes."',
    ]);
  });

  await test.step("under Your data it stands with its numbers, and has its report while the page is open", async () => {
    await app.at("#/data");
    const row = page.getByRole("listitem").filter({ has: data.undoImport });
    await expect(row).toContainText("newer.csv came in today. 1 new, 1 completed, 1 with nothing new, 1 left out, 2 not read.");
    expect((await saved(page, row.getByRole("button", { name: "Save the report" }))).text).toContain("Ed Low");
    const first = page.getByRole("button", { name: "Save the report: first.csv came in today. 2 new." });
    expect((await saved(page, first)).text).toContain('"first.csv","3","Bo Ek","New"');
    expect(await saved(page, row.getByRole("button", { name: "Save the rows that could not be read, of newer.csv" }))).toEqual(handed);
    await page.reload();
    await expect(row).toContainText("newer.csv came in today. 1 new, 1 completed, 1 with nothing new, 1 left out, 2 not read.");
    await expect(report.or(rest)).toHaveCount(0);
  });

  await test.step("corrected, what was handed back comes in", async () => {
    expect(handed.text.split("\r\n")[0]).toBe('\ufeff"Name";"E-mail";"Title";"Shoe size";"Why it was not read"');
    await app.at("#/data/import");
    await data.choose(file(handed.name, handed.text.replace('"";"";"";"44"', '"Fay Orr";"fay@orr.example";"";"44"')));
    await expect(data.importNames).toHaveText("Import 2 names");
    await data.importNames.click();
    await expect(app.main).toContainText("2 people came in from not-read-newer.csv.");
    await app.at("#/people");
    await app.main.getByRole("link", { name: "Fay Orr" }).first().click();
    await expect(app.main).toContainText("Shoe size: 44");
    await expect(app.main).not.toContainText("neither a name");
  });
});

test("several files have one report, and each hands back what could not be read of it", async ({ app, page, axe }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose([
    file("a.csv", "Name,E-mail\nAnn Lee,ann@lee.example\n,\"open\n"),
    file("b.vcf", "BEGIN:VCARD\nVERSION:3.0\nNOTE:no name\nEND:VCARD\nBEGIN:VCARD\nFN:Bo Ek\nEND:VCARD\n"),
    file("c.pdf", "%PDF-1.7"),
  ]);
  await data.importNames.click();
  await expect(app.main).toContainText("File 2 of 3");
  await data.importNames.click();
  await page.getByRole("button", { name: "Go on without it" }).click();
  await expect(page.getByRole("heading", { name: "3 files, one after the other" })).toBeVisible();
  const { text } = await saved(page, page.getByRole("button", { name: "Save the report" }));
  expect(text.trim().split("\r\n").slice(1)).toEqual([
    '"a.csv","2","Ann Lee","New"',
    '"a.csv","3",",""open","Could not be read: a quotation mark opens and never closes."',
    '"b.vcf","1","","Could not be read: there is neither a name nor an address in it."',
    '"b.vcf","5","Bo Ek","New"',
    '"","","","c.pdf was not read. This is a PDF. Export your contacts as vCard or CSV, and choose that file. Nothing was changed."',
  ]);
  const card = await saved(page, page.getByRole("button", { name: "Save the rows that could not be read, of b.vcf" }));
  expect(card.name).toBe("not-read-b.vcf");
  expect(card.text).toMatch(/^BEGIN:VCARD\r\nX-KITH-NOT-READ:Row 1: there is neither a name nor an address in it\.\r\nVERSION:3\.0/);
  expect(await axe()).toEqual([]);
});
