// The room a file would take is told before anything is written: in the book, in the holding pool, or in neither.
import { expect, test } from "./fixtures.js";
import { file } from "./contacts.js";
import { Data } from "./pages/data.js";

const QUOTA = 5_242_880;
/** Three hundred people, each of a company of their own, and with a number no other file has. */
const PEOPLE = Array.from({ length: 300 }, (_, n) => {
  const own = ((n + 1) * 2_654_435_761) % 4_294_967_296;
  return `Ann${own.toString(36)} Lee${n},ann${own.toString(16)}@lee.example,Acme ${own.toString(32)}`;
});
const TABLE = file("many.csv", ["Name,E-mail,Company", ...PEOPLE].join("\n"));

/** Something else of this site takes all but so many units of this share of the room. */
const fill = (page, share, but) =>
  page.evaluate(
    ([units, but]) => {
      localStorage.removeItem("other");
      const used = Object.entries(localStorage).reduce((sum, [key, value]) => (key === "kith/1/reserve" ? sum : sum + key.length + value.length), 0);
      localStorage.setItem("other", "x".repeat(units - but - used - "other".length));
    },
    [Math.floor(QUOTA * share), but],
  );

test("it is said before anything is written how much room a file takes, and what to do where there is too little", async ({ app, page, axe }) => {
  const data = new Data(page);
  const pool = page.getByRole("radio", { name: "The holding pool" });
  const book = page.getByRole("radio", { name: /^The book/ });
  const parts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("kith/1/import/")).length);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");

  await test.step("where there is room enough nothing is said of it", async () => {
    await data.choose(TABLE);
    await expect(data.importNames).toHaveText("Import 300 names");
    await page.waitForTimeout(500);
    await expect(app.main).not.toContainText("of the room");
  });

  await test.step("where it is filling up it is said how full it will be, and it can come in", async () => {
    await fill(page, 0.6, 1_000);
    await data.choose(TABLE);
    await expect(app.main).toContainText("There is room for them, and it is filling up. 60% of the room is used then; now it is 59%.");
    await expect(data.importNames).toBeVisible();
    expect(await axe()).toEqual([]);
  });

  await test.step("where the book has no room for them, the holding pool has", async () => {
    await fill(page, 0.8, 11_000);
    await data.choose(TABLE);
    await expect(app.main).toContainText("There is no room for all of them in the book.");
    await expect(app.main).toContainText("Put them in the holding pool, where they take less, or leave some of them out.");
    await expect(data.importNames).toHaveCount(0);
    expect(await axe()).toEqual([]);
    await pool.check();
    await expect(app.main).toContainText("There is room for them, and it is filling up.");
    await expect(data.importNames).toHaveText("Import 300 names");
    await book.check();
    await expect(app.main).toContainText("There is no room for all of them in the book.");
    await expect(data.importNames).toHaveCount(0);
  });

  await test.step("where neither has, it says what to do, and those who fit can come", async () => {
    await fill(page, 0.8, 1_500);
    await pool.check();
    await expect(app.main).toContainText("There is no room for all of them. With them more than 80% of the room would be used; now it is 79%.");
    await expect(app.main).toContainText("Leave some of them out; or back up, erase what you no longer need, and choose the file again.");
    await expect(data.importNames).toHaveCount(0);
    await data.choose(file("few.csv", ["Name,E-mail,Company", ...PEOPLE.slice(0, 2)].join("\n")));
    await expect(data.importNames).toHaveText("Import 2 names");
    await page.getByRole("checkbox", { name: /^Bring in/ }).first().uncheck();
    expect(await parts(), "nothing was written so far").toBe(0);
    await data.importNames.click();
    await expect(app.main).toContainText("1 person came in from few.csv.");
  });
});

test("an import that finds no room comes back to what was chosen, with what to do", async ({ app, page }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose(file("a.csv", "Name,E-mail\nAnn Lee,ann@lee.example\nBo Ek,bo@ek.example\nCy Roy,cy@roy.example"));
  const bo = page.getByRole("checkbox", { name: "Bring in Bo Ek" });
  await bo.uncheck();
  await expect(data.importNames).toHaveText("Import 2 names");
  // Another tab fills the room meanwhile.
  await fill(page, 0.8, 0);
  await data.importNames.click();
  await expect(page.getByText("Nothing was brought in.")).toBeVisible();
  await expect(app.main).toContainText("There is no room for all of them.");
  await expect(data.importNames).toHaveCount(0);
  await expect(bo).not.toBeChecked();
  await expect(page.getByRole("heading", { name: "How it is read" })).toBeVisible();
  await fill(page, 0.5, 0);
  await bo.check();
  await expect(data.importNames).toHaveText("Import 3 names");
  await bo.uncheck();
  await data.importNames.click();
  await expect(app.main).toContainText("2 people came in from a.csv.");
});
