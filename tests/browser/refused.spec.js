// Links that were refused: the same file again does not propose them, and a slip can be mended.
import { expect, test } from "./fixtures.js";
import { Data } from "./pages/data.js";
import { Links } from "./pages/links.js";
import { Tree } from "./pages/tree.js";

const GOOGLE = {
  name: "google.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`First Name,Last Name,E-mail 1 - Value,Relation 1 - Label,Relation 1 - Value
Connie,Alvarez,connie@alvarez.example,,
Fred,Ito,fred@acme.example,Referred By,Connie Alvarez
Bo,Ek,bo@ek.example,Referred By,Connie
Dan,Oak,dan@oak.example,referredBy,Fred Ito
`),
};

test("a link of a file that was refused stays refused when the same file comes again", async ({ app, page }) => {
  const [data, links, tree] = [new Data(page), new Links(page), new Tree(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");

  await test.step("a refused link is folded away, and a slip is mended in its place", async () => {
    await data.choose(GOOGLE);
    await expect(links.rows).toHaveCount(3);
    await links.never("Connie Alvarez brought Fred Ito").click();
    await links.never("Fred Ito brought Dan Oak").click();
    await expect(links.rows).toHaveCount(1);
    await links.refused("2 links are refused").click();
    await links.again("Dan Oak did not come by “Fred Ito”").click();
    await expect(links.tick("Fred Ito brought Dan Oak")).not.toBeChecked();
    await links.tick("Fred Ito brought Dan Oak").check();
    await expect(links.refused("1 link is refused")).toBeVisible();
    await data.importNames.click();
    await expect(app.main).toContainText("1 link is in your tree.");
  });

  await test.step("the same file again proposes neither what was taken nor what was refused", async () => {
    await app.at("#/data/import");
    await data.choose(GOOGLE);
    await expect(links.rows).toHaveCount(1);
    await expect(links.tick("Connie Alvarez brought Bo Ek")).not.toBeChecked();
    await expect(data.importNames).toHaveCount(0);
    await expect(links.refused("1 link is refused")).toBeVisible();
  });

  await test.step("of somebody who is here a link is refused at once, and Undo proposes it again", async () => {
    await links.never("Connie Alvarez brought Bo Ek").click();
    await expect(app.status.last()).toContainText("Bo Ek did not come by “Connie”. It is not proposed again.");
    await expect(app.main).toContainText("You refused every link that stands in it.");
    await app.undo.click();
    await expect(links.tick("Connie Alvarez brought Bo Ek")).toBeVisible();
    await links.never("Connie Alvarez brought Bo Ek").click();
    await expect(links.refused("2 links are refused")).toBeVisible();
  });

  await test.step("nor does the tree propose them, after a reload too; there they are proposed again", async () => {
    await page.reload();
    await app.at("#/tree");
    await expect(tree.people).toHaveCount(2);
    await expect(app.main).toContainText("2 links are refused for good.");
    await app.main.getByRole("link", { name: "Look at them again" }).click();
    await expect(links.rows).toHaveCount(0);
    await links.refused("2 links are refused").click();
    await links.again("Fred Ito did not come by “Connie Alvarez”").click();
    await expect(app.status.last()).toContainText("Who brought Fred Ito is proposed again.");
    await links.tick("Connie Alvarez brought Fred Ito").check();
    await page.getByRole("button", { name: "Put 1 link in the tree" }).click();
    await expect(tree.people).toHaveCount(3);
  });
});
