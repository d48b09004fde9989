// Your words: ideal clients, results and scripts are written once and used ever after; a fault is told at its field.
import { expect, test } from "./fixtures.js";
import { Words } from "./pages/words.js";

test("r24 ideal clients, r23 results: written, read again, thrown away and brought back", async ({ app, page }) => {
  const words = new Words(page);
  await app.open();
  await app.begin("an empty book");
  await app.go("Your words");
  await expect(page.getByRole("heading", { name: "No ideal client yet" })).toBeVisible();

  await words.another("Another kind").click();
  await words.keep.click();
  await expect(words.field("What you call them")).toHaveAttribute("aria-invalid", "true");
  await words.field("What you call them").fill("Owners of family firms");
  await words.field("Two who are just right").fill("Ana Ruiz, Brightside");
  await words.close.click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await words.another("Another kind").click();
  await expect(words.field("What you call them")).toHaveValue("Owners of family firms");
  await words.keep.click();
  const owners = words.entry("Ideal clients", "Owners of family firms");
  await expect(owners).toContainText("One example");
  await page.reload();
  await app.opened();
  await owners.getByText("Owners of family firms").click();
  await words.edit("Owners of family firms").click();
  await words.field("Two who are just right").fill("Ana Ruiz, Brightside\nMo Ali, Kerr");
  await words.keep.click();
  await expect(owners).not.toContainText("One example");
  await expect(owners).toContainText("Mo Ali, Kerr");

  await page.getByRole("button", { name: "Put in the trash: Owners of family firms" }).click();
  await expect(words.entries("Ideal clients")).toHaveCount(0);
  await app.main.getByText(/^In the trash/).click();
  await page.getByRole("button", { name: "Put back: Owners of family firms" }).click();
  await expect(owners).toBeVisible();
  await app.undo.click();
  await expect(words.entries("Ideal clients")).toHaveCount(0);

  await words.part("Results").click();
  await words.another("Another result").click();
  await words.field("For whom").fill("Nobody Known");
  await words.field("After").fill("4 days");
  await words.keep.click();
  await expect(page.getByText("No one in your book is called Nobody Known.")).toBeVisible();
  await words.field("For whom").fill("");
  await words.field("Without a name").fill("a printer in Leeds");
  await words.keep.click();
  await expect(words.entry("Results", "a printer in Leeds")).toContainText("Told without a name");
});

test("r25 a script begins from the words that come with Kith, and a wrong brace is told at the words", async ({ app, page }) => {
  const words = new Words(page);
  await app.open("#/words/scripts");
  await page.getByText("Thanks for agreeing").click();
  await page.getByRole("button", { name: "Begin from these: Thanks for agreeing" }).click();
  await expect(words.field("For the moment")).toHaveValue("thank-agreed");
  await words.field("What you call it").fill("My thanks");
  await words.field("Words").fill("Thank you, {frist}.");
  await words.keep.click();
  await expect(page.getByText("Kith has nothing for {frist}. Perhaps {first}?")).toBeVisible();
  await words.field("Words").fill("Thank you, {first");
  await words.keep.click();
  await expect(page.getByText("A brace opens before “first” and never closes.")).toBeVisible();
  await words.field("Words").fill("Thank you, {first}.");
  await words.keep.click();
  await expect(words.entry("Scripts", "My thanks")).toContainText("Thanks for agreeing");
});

test("r52 the ask card has one, three or five lines", async ({ app, page }) => {
  await app.open("#/words/card");
  const card = page.getByRole("article", { name: "The card" });
  await expect(card.getByRole("listitem")).toHaveCount(3);
  await page.getByRole("radio", { name: "Five" }).check();
  await expect(card.getByRole("listitem")).toHaveCount(5);
  await page.reload();
  await expect(card.getByRole("listitem")).toHaveCount(5);
  await expect(card).toContainText("Who are five people I could do this for?");
});
