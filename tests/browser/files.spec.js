// Several files come in one after the other: chosen together, dropped on the page, or opened with the installed app.
import { expect, test } from "./fixtures.js";
import { file } from "./contacts.js";
import { Data } from "./pages/data.js";

const one = (name, person) => file(name, `Name,E-mail\n${person},${person.split(" ")[0].toLowerCase()}@x.example\n`);
const row = (page, name) => page.getByRole("rowheader", { name, exact: true });

test("several files are looked at one after the other, one is left out, and each can be taken back at the end", async ({ app, page, axe }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose([one("a.csv", "Ann Lee"), one("b.csv", "Bo Ek"), file("c.pdf", "%PDF-1.7"), one("d.csv", "Di Fox")]);

  await test.step("each has its own preview, and says which it is", async () => {
    await expect(app.main).toContainText("File 1 of 4");
    await expect(row(page, "Ann Lee")).toBeVisible();
    await data.importNames.click();
    await expect(app.main).toContainText("File 2 of 4");
    await expect(row(page, "Bo Ek")).toBeVisible();
    await page.getByRole("button", { name: "Leave this file out" }).click();
  });

  await test.step("one that cannot be read says so, and the line goes on", async () => {
    await expect(app.main).toContainText("File 3 of 4");
    await expect(app.main).toContainText("This is a PDF");
    await page.getByRole("button", { name: "Go on without it" }).click();
    await expect(row(page, "Di Fox")).toBeVisible();
    await data.importNames.click();
  });

  await test.step("at the end it is told what became of each", async () => {
    const ends = page.getByRole("list", { name: "4 files, one after the other" }).getByRole("listitem");
    await expect(ends).toHaveText([/1 person came in from a\.csv\./, /b\.csv was left out\./, /c\.pdf was not read\. This is a PDF/, /1 person came in from d\.csv\./]);
    expect(await axe()).toEqual([]);
    await page.getByRole("button", { name: "Take back: 1 person came in from a.csv." }).click();
    await expect(ends.first()).toContainText("It was taken back.");
    await app.at("#/people");
    await expect(app.main.getByRole("link", { name: "Di Fox" }).first()).toBeVisible();
    await expect(app.main.getByRole("link", { name: "Ann Lee" })).toHaveCount(0);
  });
});

test("files dropped anywhere are looked at, and a backup among them goes where backups go", async ({ app, page }) => {
  const data = new Data(page);
  const drag = async (kind, files) => {
    const held = await page.evaluateHandle((files) => {
      const held = new DataTransfer();
      for (const [name, text] of files) held.items.add(new File([text], name));
      return held;
    }, files);
    await page.dispatchEvent("body", kind, { dataTransfer: held });
  };
  const backup = JSON.stringify({ format: "kith", version: 1, records: { person: [{ id: "p1", name: "Cy Roy" }] } });
  const files = [["a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEND:VCARD\n"], ["book.json", backup]];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await drag("dragover", files);
  await expect(page.getByText("Drop it here.")).toBeVisible();
  await drag("drop", files);
  await expect(page.getByText("Drop it here.")).toHaveCount(0);
  await expect(app.main).toContainText("File 1 of 2");
  await expect(row(page, "Ann Lee")).toBeVisible();
  await data.importNames.click();
  await expect(app.main).toContainText("File 2 of 2");
  await expect(row(page, "Cy Roy")).toBeVisible();
  await data.merge.click();
  await expect(page.getByRole("list", { name: "2 files, one after the other" })).toContainText("book.json was merged into your book.");
  await app.at("#/people");
  await expect(app.main).toContainText("2 people in your book");
});

test("the installed app is opened with a file", async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "launchQueue", { value: { setConsumer: (take) => (window.open_with = take) } });
  });
  await app.open();
  await app.begin("an empty book");
  await page.evaluate(() => window.open_with({ files: [{ getFile: async () => new File(["Name,E-mail\nAnn Lee,ann@x.example\n"], "a.csv") }] }));
  await expect(row(page, "Ann Lee")).toBeVisible();
  const manifest = await (await page.request.get("manifest.webmanifest")).json();
  expect(manifest.file_handlers.flatMap((handler) => Object.values(handler.accept)).flat().sort()).toEqual([".csv", ".json", ".tsv", ".txt", ".vcf"]);
});
