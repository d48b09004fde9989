// A file of contacts comes in: in pieces, so that the page answers; again without harm; and what it did is taken back.
import { expect, test } from "./fixtures.js";
import { file } from "./contacts.js";
import { Data } from "./pages/data.js";
import { cancelAsSoonAs } from "./pages/hand.js";
import { Pool, connections } from "./pages/pool.js";

const HEAD = "Name,Title,Company,Email,Phone,Notes";
const table = (name, rows) => file(name, [HEAD, ...rows].join("\n"));

test("a newer file of the same people completes them, each with what would change, and wipes nothing", async ({ app, page }) => {
  const data = new Data(page);
  const row = (name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");

  await test.step("the first file brings three people", async () => {
    await data.choose(table("first.csv", ["Ann Lee,COO,Acme,ann@lee.example,,mine", "Bo Ek,,,bo@ek.example,,", "Cy Roy,,,cy@roy.example,,"]));
    await expect(data.importNames).toHaveText("Import 3 names");
    await data.importNames.click();
    await expect(app.main).toContainText("3 people came in from first.csv.");
  });

  await test.step("the same file again changes nothing", async () => {
    await data.choose(table("first.csv", ["Ann Lee,COO,Acme,ann@lee.example,,mine", "Bo Ek,,,bo@ek.example,,", "Cy Roy,,,cy@roy.example,,"]));
    await expect(app.main).toContainText("There is nobody new in this file");
    await expect(data.importNames).toHaveCount(0);
  });

  await test.step("a newer one says what is new of each, and a row can be left out", async () => {
    await data.choose(table("newer.csv", ["Ann Lee,CEO,Bolt,ann@lee.example,+1 202 555 0101,theirs", "Bo Ek,CFO,,bo@ek.example,,", "Cy Roy,,,cy@roy.example,,", "Di Fox,,,,555-0104,"]));
    await expect(data.importNames).toHaveText("Import 3 names");
    await expect(row("Ann Lee")).toContainText("Phone: +1 202 555 0101");
    await expect(row("Ann Lee")).toContainText("Title here: COO; in the file: CEO");
    await expect(row("Ann Lee")).toContainText("Company here: Acme; in the file: Bolt");
    await expect(row("Bo Ek")).not.toContainText("in the file");
    await expect(row("Bo Ek")).toContainText("Title: CFO");
    await expect(row("Cy Roy")).toContainText("Already here");
    await page.getByRole("checkbox", { name: "Bring in Bo Ek" }).uncheck();
    await expect(data.importNames).toHaveText("Import 2 names");
    await data.importNames.click();
    await expect(app.main).toContainText("1 person came in from newer.csv. 1 person was completed.");
    await app.at("#/people");
    await app.main.getByRole("link", { name: "Ann Lee" }).first().click();
    await expect(app.main).toContainText("COO");
    await expect(app.main).toContainText("+1 202 555 0101");
    await expect(app.main).not.toContainText("Bolt");
  });

  await test.step("it is taken back in one step", async () => {
    await app.at("#/data/import");
    await data.undoImport.click();
    await app.at("#/people");
    await expect(app.main).toContainText("3 people in your book");
  });

  await test.step("another job counts where it is ticked, and is taken back with the import", async () => {
    const job = async () => {
      await app.at("#/people");
      await app.main.getByRole("link", { name: "Ann Lee" }).first().click();
      await expect(app.title).toHaveText("Ann Lee");
      return app.main.innerText();
    };
    await app.at("#/data/import");
    await data.choose(table("job.csv", ["Ann Lee,CEO,Bolt,ann@lee.example,,"]));
    await expect(app.main).toContainText("There is nobody new in this file");
    await page.getByRole("checkbox", { name: "Take the job of Ann Lee from the file" }).check();
    await expect(page.getByRole("checkbox", { name: "Bring in Ann Lee" })).toBeChecked();
    await data.importNames.click();
    await expect(app.main).toContainText("1 person was completed from job.csv.");
    expect(await job()).toMatch(/CEO[^]*Bolt/);
    await app.at("#/data/import");
    await data.undoImport.click();
    await expect.poll(job).toMatch(/COO[^]*Acme/);
  });
});

test("r12 who is probably in the book is told with the reason, and completes them where that is said", async ({ app, page }) => {
  const data = new Data(page);
  const row = (name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  const newer = () => table("newer.csv", ["Bob Hale,COO,Acme,bob@hale.example,(202) 555-0103,", "Tom Hale,,,,202 555 0103,", "Rob Hale,,Acme,,202 555 0103,"]);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose(table("first.csv", ["Robert Hale,CFO,Acme,,202 555 0103,"]));
  await data.importNames.click();
  await expect(app.main).toContainText("1 person came in from first.csv.");

  await test.step("the row says who, why, and what would come of either", async () => {
    await data.choose(newer());
    await expect(row("Bob Hale")).toContainText("Probably Robert Hale, because both have the same phone and workplace, and one name is a nickname of the other.");
    await expect(row("Bob Hale")).toContainText("Comes in as somebody new beside Robert Hale.");
    await expect(row("Bob Hale")).not.toContainText("bob@hale.example:");
    await expect(row("Tom Hale")).toContainText("New");
    await expect(row("Tom Hale").getByRole("checkbox", { name: /It is/ })).toHaveCount(0);
  });

  await test.step("ticked, it says what it completes and what stays", async () => {
    await row("Bob Hale").getByRole("checkbox", { name: "It is Robert Hale (row 2)", exact: true }).check();
    await expect(row("Bob Hale")).toContainText("Completes Robert Hale, and wipes nothing.");
    await expect(row("Bob Hale")).toContainText("E-mail: bob@hale.example");
    await expect(row("Bob Hale")).toContainText("Title here: CFO; in the file: COO");
    await row("Rob Hale").getByRole("checkbox", { name: "It is Robert Hale (row 4)", exact: true }).check();
    await row("Rob Hale").getByRole("checkbox", { name: "It is Robert Hale (row 4)", exact: true }).uncheck();
    await expect(row("Rob Hale")).toContainText("Comes in as somebody new");
    await page.getByRole("checkbox", { name: "Bring in Rob Hale" }).uncheck();
    await expect(row("Rob Hale")).toContainText("Stays out.");
    await expect(row("Rob Hale").getByRole("checkbox", { name: /It is/ })).toBeDisabled();
    await page.getByRole("checkbox", { name: "Bring in Rob Hale" }).check();
    await data.importNames.click();
    await expect(app.main).toContainText("2 people came in from newer.csv. 1 person was completed.");
  });

  await test.step("the same file again changes nothing", async () => {
    await data.choose(newer());
    await expect(app.main).toContainText("There is nobody new in this file");
    await expect(row("Bob Hale")).toContainText("Already here as Robert Hale");
  });

  await test.step("their page has both, says how they were written, and a slip can be parted", async () => {
    await app.at("#/people");
    await expect(app.main).toContainText("3 people in your book");
    await app.main.getByRole("link", { name: "Robert Hale" }).first().click();
    await expect(app.title).toHaveText("Robert Hale");
    await expect(app.main).toContainText("CFO");
    await expect(app.main).toContainText("bob@hale.example");
    await expect(page.getByRole("list", { name: "Also written as" })).toContainText("Bob Hale");
  });

  await test.step("it is taken back in one step, and then it is probable again", async () => {
    await app.at("#/data");
    await data.undoImport.click();
    await expect(page.getByText("The import was taken back.")).toBeVisible();
    await app.at("#/people");
    await expect(app.main).toContainText("1 person in your book");
    await app.main.getByRole("link", { name: "Robert Hale" }).first().click();
    await expect(app.title).toHaveText("Robert Hale");
    await expect(app.main).not.toContainText("bob@hale.example");
    await expect(page.getByRole("list", { name: "Also written as" })).toHaveCount(0);
    await app.at("#/data/import");
    await data.choose(newer());
    await expect(row("Bob Hale")).toContainText("Probably Robert Hale");
  });
});

test("ten thousand names are read and brought in while the page answers, and Cancel half way leaves nothing", async ({ app, page }) => {
  test.slow();
  const [data, pool] = [new Data(page), new Pool(page)];
  const people = Array.from({ length: 10_000 }, (_, n) => [`Ann${n}`, `Lee${n % 997}`, `Acme ${n % 89}`, "Owner"]);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  const cancel = page.getByRole("button", { name: "Cancel" });
  // The parts of acts; what folds them meanwhile writes segments beside them.
  const parts = "kith/1/import/";
  const keys = () => page.evaluate((under) => Object.keys(localStorage).filter((key) => key.startsWith(under)).length, parts);

  await test.step("the first rows stand there while the rest is read, and it can be left", async () => {
    const pressed = cancelAsSoonAs(page, { words: ["Ann0 Lee0"] });
    await data.choose(connections(people));
    await pressed;
    await expect(cancel).toHaveCount(0);
    await expect(data.importNames).toHaveCount(0);
  });

  const before = await keys();
  await test.step("cancelled while it is brought in, it leaves nothing", async () => {
    await data.choose(connections(people));
    await expect(data.importNames).toHaveText("Import 10,000 names", { timeout: 60_000 });
    const pressed = cancelAsSoonAs(page, { under: parts, written: 1 });
    await data.importNames.click();
    await pressed;
    await expect(cancel).toHaveCount(0);
    await expect.poll(keys).toBe(before);
    await app.at("#/pool");
    await expect(app.main).toContainText("Nobody waits here");
  });

  await test.step("brought in whole, it is one step to take back", async () => {
    await app.at("#/data/import");
    await data.choose(connections(people));
    await expect(data.importNames).toBeVisible({ timeout: 60_000 });
    await data.importNames.click();
    await app.main.getByRole("link", { name: "See the holding pool" }).click({ timeout: 60_000 });
    await expect(app.main).toContainText("10,000 names wait outside your book");
    await expect(pool.rows.first()).toBeVisible();
  });

  await test.step("taking it back can be left half way, and then it stands as it was", async () => {
    await app.at("#/data/import");
    const kept = await keys();
    const pressed = cancelAsSoonAs(page, { under: parts, written: 1 });
    await data.undoImport.click();
    await pressed;
    await expect(page.getByText("Stopped. The import stands as it was.")).toBeVisible();
    expect(await keys()).toBe(kept);
    await data.undoImport.click();
    await expect(page.getByText("The import was taken back.")).toBeVisible();
    await app.at("#/pool");
    await expect(app.main).toContainText("Nobody waits here");
  });
});
