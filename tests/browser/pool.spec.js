// The holding pool: connections wait outside the book, are searched, taken in, named in an ask, and emptied.
import { expect, test } from "./fixtures.js";
import { AskFor } from "./pages/ask.js";
import { Data } from "./pages/data.js";
import { cancelAsSoonAs } from "./pages/hand.js";
import { People } from "./pages/people.js";
import { Pool, connections } from "./pages/pool.js";

const PEOPLE = [
  ["Naomi", "Feld", "Harbour Bank", "Head of Operations"],
  ["Élise", "Dupont", "Kerr & Sons", "Owner"],
  ["Fred", "Ito", "Acme", "COO"],
  ["Alfred", "Roy", "Acme", "Engineer"],
];

/** Brings a file of connections in, to where it goes by itself. */
async function bring(app, data, people) {
  await app.at("#/data/import");
  await data.choose(connections(people));
  await data.importNames.click();
  await expect(app.main.getByRole("link", { name: "See the holding pool" })).toBeVisible({ timeout: 60_000 });
}

test("connections wait in the pool, are found, taken into the book, and emptied in one tap", async ({ app, page }) => {
  const [data, pool, people] = [new Data(page), new Pool(page), new People(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/pool");
  await expect(app.main).toContainText("Nobody waits here");

  await test.step("the preview puts them in the pool, and the same file again brings nobody", async () => {
    await app.main.getByRole("link", { name: "Bring a file in" }).click();
    await data.choose(connections(PEOPLE));
    await expect(page.getByRole("radio", { name: /^The holding pool/ })).toBeChecked();
    await expect(page.getByRole("radio", { name: /^The book/ })).not.toBeChecked();
    await expect(data.importNames).toHaveText("Import 4 names");
    await data.importNames.click();
    await app.main.getByRole("link", { name: "See the holding pool" }).click();
    await expect(pool.rows).toHaveCount(4);
    await app.at("#/data/import");
    await data.choose(connections(PEOPLE));
    await expect(app.main).toContainText("nobody new");
    await app.at("#/people");
    await expect(app.main).toContainText("0 people in your book. 4 more in the holding pool.");
    await app.main.getByRole("link", { name: "the holding pool" }).click();
  });

  await test.step("anyone is found by any part, whatever the accents, and nobody by nonsense", async () => {
    await pool.search.fill("ELISE");
    await expect(pool.rows).toHaveCount(1);
    await pool.search.fill("acme");
    await expect(pool.rows).toHaveCount(2);
    await pool.search.fill("zanzibar");
    await expect(app.main).toContainText("No one called “zanzibar” waits here");
    await app.main.getByRole("link", { name: "Show everyone who waits" }).click();
    await expect(pool.rows).toHaveCount(4);
  });

  await test.step("one is taken in, with how they came; one goes on the Hundred; one is removed", async () => {
    await pool.take("Naomi Feld");
    await expect(pool.rows).toHaveCount(3);
    await pool.more("Élise Dupont", "Put on the Hundred");
    await pool.more("Alfred Roy", "Remove from the pool");
    await expect(pool.rows).toHaveCount(1);
    await app.undo.click();
    await expect(pool.rows).toHaveCount(2);
    await app.at("#/hundred");
    await expect(app.main.getByRole("link", { name: "Élise Dupont" })).toBeVisible();
    await app.main.getByRole("combobox", { name: "Line 2" }).fill("fred ito");
    await app.main.getByRole("button", { name: "Put on the list" }).click();
    await expect(app.main.getByRole("link", { name: "Fred Ito" })).toBeVisible();
    await app.at("#/people");
    await people.person("Naomi Feld").click();
    await expect(app.main).toContainText("from Connections.csv");
    await expect(app.main).toContainText("Harbour Bank");
  });

  await test.step("emptied, taken back, emptied for good", async () => {
    await app.at("#/pool");
    await pool.empty.click();
    await expect(app.main).toContainText("Nobody waits here");
    await app.undo.click();
    await expect(pool.rows).toHaveCount(1);
    await pool.empty.click();
    await page.reload();
    await app.opened();
    await expect(app.main).toContainText("Nobody waits here");
    await app.at("#/people");
    await expect(app.main).toContainText("3 people in your book.");
  });
});

test("an ideal client proposes whom to name, the source to ask is shown, and the ask is filled in", async ({ app, page, axe }) => {
  const [data, pool, people, ask] = [new Data(page), new Pool(page), new People(page), new AskFor(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await people.bring({ Name: "Jim Abernathy", Organisation: "Acme" });
  await app.at("#/people");
  await people.person("Jim Abernathy").click();
  await page.getByRole("button", { name: "Edit" }).first().click();
  await people.form.rating.selectOption("5");
  await people.form.save.click();
  await app.at("#/words/clients?client=");
  await page.getByRole("dialog").getByLabel("What you call them").fill("Heads of operations");
  await page.getByRole("dialog").getByLabel("Who decides").fill("Head of operations\nCOO");
  await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await bring(app, data, PEOPLE);

  await test.step("who waits is found from everywhere: the palette, the list of people, where they work", async () => {
    await app.at("#/people?q=fred%20it");
    await app.main.getByRole("link", { name: "1 name in the holding pool" }).click();
    await expect(pool.rows).toHaveCount(1);
    await app.at("#/today?find=fred%20ito");
    await page.getByRole("group", { name: "In the holding pool" }).getByRole("option", { name: /Fred Ito/ }).click();
    await expect(pool.search).toHaveValue("Fred Ito");
    await app.at("#/people");
    await people.person("Jim Abernathy").click();
    await app.main.getByRole("link", { name: "Acme" }).first().click();
    await expect(page.getByRole("region", { name: "In your holding pool" }).getByRole("listitem")).toHaveCount(2);
    expect(await axe({})).toEqual([]);
  });

  await test.step("those who fit stand there alone, with the source to ask", async () => {
    await app.at("#/words/clients");
    await app.main.getByRole("list", { name: "Ideal clients" }).getByText("Heads of operations").first().click();
    await app.main.getByRole("link", { name: "Who fits: Heads of operations" }).click();
    await expect(pool.rows).toHaveCount(2);
    await expect(pool.row("Fred Ito")).toContainText("Jim Abernathy works there");
    await expect(page).toHaveURL(/fits=/);
    expect(await axe({})).toEqual([]);
    await pool.more("Fred Ito", "Ask Jim for an introduction");
    await expect(app.title).toHaveText("Ask Jim Abernathy");
    await expect(ask.name).toHaveValue("Fred Ito");
    await expect(page.getByRole("textbox", { name: "Organisation" })).toHaveValue("Acme");
    await expect(page.getByRole("textbox", { name: "Link to their profile" })).toHaveValue(/linkedin/);
  });

  await test.step("another one of the pool is chosen by typing a part of the name", async () => {
    await ask.name.fill("");
    await page.getByRole("textbox", { name: "Link to their profile" }).fill("");
    await ask.name.fill("naom");
    await expect(page.getByRole("button", { name: "Choose: Naomi Feld" })).toBeVisible();
    expect(await axe({})).toEqual([]);
    await page.getByRole("button", { name: "Choose: Naomi Feld" }).click();
    await expect(ask.name).toHaveValue("Naomi Feld");
    await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Head of Operations");
    await expect(page.getByRole("button", { name: "Choose: Naomi Feld" })).toHaveCount(0);
    await ask.action("Jim").selectOption("call");
    await ask.asked.click();
    await expect(app.main).toContainText("You asked today for Naomi Feld");
  });

  await test.step("all who fit are taken into the book, and taken back in one step", async () => {
    await app.at("#/pool");
    await pool.fits.selectOption({ label: "Heads of operations" });
    await pool.takeAll.click();
    await expect(app.main).toContainText("Nobody in the holding pool fits");
    await app.at("#/people");
    await expect(people.person("Fred Ito")).toBeVisible();
    await app.undo.click();
    await expect(people.person("Fred Ito")).toHaveCount(0);
    await expect(app.main).toContainText("4 more in the holding pool");
  });
});

test("a list is pasted, looked at, and comes into the book", async ({ app, page, axe }) => {
  const [data, people] = [new Data(page), new People(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  const paste = page.getByRole("textbox", { name: "Or paste a list" });
  await paste.fill("Dear Ann,\nthank you for the evening.");
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "was not read" })).toContainText("Nothing was changed.");
  await paste.fill("- Naomi Feld, +44 20 7946 0101\n- Bo Ek <bo@ek.example>\n- Cher\n");
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(app.main).toContainText("A list of names");
  expect(await axe({})).toEqual([]);
  await expect(data.importNames).toHaveText("Import 3 names");
  await data.importNames.click();
  await app.at("#/people");
  await people.person("Naomi Feld").click();
  await expect(app.main).toContainText("+44 20 7946 0101");
  await expect(app.main).toContainText("from a pasted list");
});

test("ten thousand wait, a window of them in the page, and a keystroke finds one", async ({ app, page }) => {
  test.setTimeout(180_000);
  const [data, pool] = [new Data(page), new Pool(page)];
  await app.open();
  await app.begin("an empty book");
  const many = Array.from({ length: 10_000 }, (_, n) => [`Ann${n}`, `Lee${n % 97}`, `Company ${n % 311}`, "Clerk"]);
  await bring(app, data, many);
  await app.at("#/pool");
  await expect(pool.rows).toHaveCount(50);
  await page.getByRole("button", { name: "Show 50 more" }).click();
  await expect(pool.rows).toHaveCount(100);
  await pool.search.fill("ann7777");
  await expect(pool.rows).toHaveCount(1);
  await app.at("#/pool");
  const pressed = cancelAsSoonAs(page, { under: "kith/1/import/", written: 1 });
  await pool.empty.click();
  await pressed;
  await expect(page.getByText("Stopped. Nothing was changed.")).toBeVisible();
  await expect(app.main).toContainText("10,000 names wait outside your book");
  await pool.empty.click();
  await expect(app.main).toContainText("Nobody waits here");
  await app.undo.click();
  await expect(pool.rows).toHaveCount(50);
});
