// A file that Kith itself wrote: it completes what is empty of people who are here, and shows it before.
import { expect, test } from "./fixtures.js";
import { Data } from "./pages/data.js";

const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const THIN = csv("thin.csv", "Name,Email\nFred Ito,fred@acme.example\nBo Ek,bo@ek.example\n");
const OWN = csv(
  "kith-people.csv",
  `"Name","Organization Name","Organization Title","E-mail 1 - Label","E-mail 1 - Value","Labels","Referred By","Notes","Kith: roles","Kith: rating","Kith: loves","Kith: looks for"
"Fred Ito","Acme","CFO","","fred@acme.example","golf","","","client; friend","4","Plain words","Owners of bakeries"
"Bo Ek","","","","bo@ek.example","","","","","","",""
`,
);

test("a file of our own completes what is empty of somebody who is here, once, and is taken back in one step", async ({ app, page }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose(THIN);
  await data.importNames.click();
  await expect(data.undoImport).toBeVisible();

  await test.step("what it would fill is shown before anything is written", async () => {
    await app.at("#/data/import");
    await data.choose(OWN);
    const fred = page.getByRole("row").filter({ hasText: "Fred Ito" });
    for (const news of ["Here, with news", "Title: CFO", "Roles: client; friend", "Rating: 4", "Loves: Plain words", "Looks for: Owners of bakeries"]) {
      await expect(fred).toContainText(news);
    }
    await expect(page.getByRole("row").filter({ hasText: "Bo Ek" })).toContainText("Already here");
    await data.importNames.click();
    await expect(app.main).toContainText("1 person was completed from kith-people.csv.");
  });

  await test.step("the person has it, and the same file again changes nothing", async () => {
    await app.at("#/people");
    await app.main.getByRole("link", { name: "Fred Ito" }).first().click();
    await expect(app.main).toContainText("Owners of bakeries");
    await expect(app.main).toContainText("Client");
    await app.at("#/data/import");
    await data.choose(OWN);
    await expect(app.main).toContainText("There is nobody new in this file. Nothing needs to be written.");
  });

  await test.step("one step takes it back", async () => {
    await page.keyboard.press("Control+z");
    await app.at("#/people");
    await app.main.getByRole("link", { name: "Fred Ito" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Fred Ito" })).toBeVisible();
    await expect(app.main).not.toContainText("Owners of bakeries");
  });
});
