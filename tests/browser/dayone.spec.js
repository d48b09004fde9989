// The tree on day one: who brought whom stands in address books already, and grows into a tree after a look.
import { expect, test } from "./fixtures.js";
import { Data } from "./pages/data.js";
import { Links } from "./pages/links.js";
import { Tree } from "./pages/tree.js";

const OUTLOOK = {
  name: "outlook.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`First Name,Last Name,Company,E-mail Address,Referred By
Connie,Alvarez,Alvarez Dental,connie@alvarez.example,
Ann,Lee,Acme,ann@acme.example,
Ann,Lee,Bolt & Co,ann@bolt.example,
Fred,Ito,Acme,fred@acme.example,"Alvarez, Connie"
Bo,Ek,,bo@ek.example,Connie
Cy,Ray,,cy@ray.example,Ann Lee
Dan,Oak,,dan@oak.example,Fred Ito
Eve,Roy,,eve@roy.example,fred@acme.example
Hal,Moon,,hal@moon.example,myself
`),
};

const SURE = ["Connie Alvarez brought Fred Ito", "Fred Ito brought Dan Oak", "Fred Ito brought Eve Roy"];

test("who brought whom is looked at before a file comes in, stands in the tree, and goes with the import", async ({ app, page }) => {
  const [data, links, tree] = [new Data(page), new Links(page), new Tree(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");

  await test.step("each link stands there with its doubt: the sure ones ticked, the others to be looked at", async () => {
    await data.choose(OUTLOOK);
    await expect(links.rows).toHaveCount(5);
    for (const title of SURE) await expect(links.tick(title)).toBeChecked();
    await expect(links.tick("Connie Alvarez brought Bo Ek")).not.toBeChecked();
    await links.tick("Fred Ito brought Dan Oak").uncheck();
    await links.which("Cy Ray").selectOption({ label: "Ann Lee, Bolt & Co" });
  });

  await test.step("one yes brings the people and their links, and leads to the tree", async () => {
    await data.importNames.click();
    await expect(app.main).toContainText("9 people came in from outlook.csv. 3 links are in your tree.");
    await app.main.getByRole("link", { name: "See the tree" }).click();
    await expect(tree.people).toHaveCount(5);
    await expect(tree.row("Eve Roy")).toContainText("2nd, from an address book");
    await expect(tree.row("Cy Ray")).toContainText("1st, from an address book");
    await app.at("#/today");
    await expect(page.getByRole("list", { name: "Owed" }).getByRole("listitem")).toHaveCount(0);
  });

  await test.step("the same file again proposes only what is not linked, and one link alone can be brought", async () => {
    await app.at("#/data/import");
    await data.choose(OUTLOOK);
    await expect(links.rows).toHaveCount(2);
    await page.getByRole("button", { name: "Put 1 link in the tree" }).click();
    await app.main.getByRole("link", { name: "See the tree" }).click();
    await expect(tree.people).toHaveCount(6);
    await page.keyboard.press("Control+z");
    await expect(tree.people).toHaveCount(5);
  });

  await test.step("the import is taken back with its links", async () => {
    await page.keyboard.press("Control+z");
    await expect(app.main).toContainText("No tree yet");
    await app.at("#/people");
    await expect(app.main).not.toContainText("Fred Ito");
  });
});

test("the links that wait in an address book are looked at, and grow into a tree that owes nobody a word", async ({ app, page }) => {
  const [data, links, tree] = [new Data(page), new Links(page), new Tree(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose(OUTLOOK);
  for (const title of SURE) await links.tick(title).uncheck();
  await data.importNames.click();
  await expect(data.undoImport).toBeVisible();

  await test.step("the empty tree says how many wait, and nothing is written by looking", async () => {
    await app.at("#/tree");
    await expect(app.main).toContainText("5 links wait in your address book.");
    await app.main.getByRole("link", { name: "Look at them" }).click();
    await expect(links.rows).toHaveCount(5);
    await expect(links.tick("Connie Alvarez brought Fred Ito")).toBeChecked();
    await expect(links.tick("Fred Ito brought Eve Roy")).toBeChecked();
    await expect(links.tick("Connie Alvarez brought Bo Ek")).not.toBeChecked();
    await expect(links.row("Bo Ek")).toContainText("Likely: Connie Alvarez is the only “Connie” you know.");
    await page.goBack();
    await expect(app.main).toContainText("No tree yet");
    await page.goForward();
  });

  await test.step("one is unticked, one is chosen of two who bear the name, and they are put in the tree", async () => {
    await links.tick("Fred Ito brought Dan Oak").uncheck();
    await page.getByRole("button", { name: "Tick the likely one" }).click();
    await expect(links.tick("Connie Alvarez brought Bo Ek")).toBeChecked();
    await expect(links.which("Cy Ray")).toHaveValue("");
    await links.which("Cy Ray").selectOption({ label: "Ann Lee, Bolt & Co" });
    await page.getByRole("button", { name: "Put 4 links in the tree" }).click();
    await expect(tree.people).toHaveCount(6);
    await expect(tree.row("Eve Roy")).toContainText("2nd, from an address book");
    await expect(app.main).toContainText("1 link waits in your address book.");
  });

  await test.step("nobody is owed a word for it, and the page of a link says what is known", async () => {
    await app.at("#/today");
    await expect(page.getByRole("list", { name: "Owed" }).getByRole("listitem")).toHaveCount(0);
    await app.at("#/referrals?is=all");
    await app.main.getByRole("link", { name: /Fred Ito/ }).first().click();
    await expect(page.getByRole("region", { name: "Next" })).toContainText("It says “Alvarez, Connie”.");
    await expect(app.main).not.toContainText("Write thanks");
  });

  await test.step("one step takes all of them back", async () => {
    await app.undo.click();
    await app.at("#/tree");
    await expect(app.main).toContainText("5 links wait in your address book.");
    await expect(app.main).toContainText("No tree yet");
  });
});
