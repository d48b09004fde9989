// Your words: ideal clients, results and scripts are written once and used ever after; a fault is told at its field.
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { Today } from "./pages/today.js";
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

for (const confidential of [false, true]) {
  test(`r25 a script of one's own is offered at its moment, and ${confidential ? "gives way to neutral words" : "filled in from the book"}`, async ({ app, page }) => {
    const [words, capture, today, compose] = [new Words(page), new Capture(page), new Today(page), new Compose(page)];
    await app.open("#/words/scripts?script=~thank-agreed");
    await words.field("What you call it").fill("My thanks");
    await words.field("Words").fill("{first}, you named {prospect}. Is {target} next? {result}.");
    await words.keep.click();
    await app.at("#/words/results?result");
    await words.field("Without a name").fill("a printer in Leeds");
    await words.field("After").fill("4 days");
    await words.keep.click();
    await app.capture.click();
    await capture.line.fill("Zebulon Quillfeather via Jim Novak");
    if (confidential) await capture.confidential.check();
    await capture.save.click();
    await expect(capture.dialog).toHaveCount(0);
    await app.go("Today");
    await today.write("Jim Novak");
    await compose.channel("Copy").check();
    await compose.script.selectOption("My thanks");
    const merged = compose.dialog.getByRole("list", { name: "Filled in from your book" });
    if (confidential) {
      await expect(compose.message).not.toHaveValue(/Zebulon|\{/);
      await expect(merged).toContainText("left out: confidential");
      await expect(merged).not.toContainText("Zebulon");
      return;
    }
    await expect(compose.message).toHaveValue("Jim, you named Zebulon Quillfeather. Is {target} next? {result}.");
    await expect(merged.getByRole("listitem").filter({ hasText: "target" })).toContainText("nothing in your book yet");
    await compose.dialog.getByLabel("A result to tell").selectOption("a printer in Leeds");
    await expect(compose.message).toHaveValue("Jim, you named Zebulon Quillfeather. Is {target} next? What it came to for a printer in Leeds: 4 days.");
    await compose.ownLine.fill("Good luck on Sunday.");
    await compose.dialog.getByRole("button", { name: "Copy the words" }).click();
    await expect(compose.dialog).toContainText("{target} is not filled in. Write what belongs there, or take it out.");
    await compose.message.fill("Jim, you named Zebulon Quillfeather.");
    await page.keyboard.press("Escape");
    await today.write("Jim Novak");
    await expect(compose.message).toHaveValue("Jim, you named Zebulon Quillfeather.");
    await expect(compose.script.locator("option:checked")).toHaveText("My thanks");
    await compose.alreadySent.click();
    await expect(compose.dialog).toHaveCount(0);
  });
}

test("r25 where the device shares, the words can be handed on", async ({ app, page }) => {
  await page.addInitScript(() => { navigator.share = async (data) => { window.shared = data; }; });
  const [capture, today, compose] = [new Capture(page), new Today(page), new Compose(page)];
  await app.open();
  await app.begin("an empty book");
  await app.capture.click();
  await capture.line.fill("Zebulon Quillfeather via Jim Novak");
  await capture.save.click();
  await today.write("Jim Novak");
  await compose.channel("Share").check();
  await compose.ownLine.fill("Good luck on Sunday.");
  await compose.dialog.getByRole("button", { name: "Share the words" }).click();
  await expect.poll(() => page.evaluate(() => window.shared?.text)).toContain("Good luck on Sunday.");
});

test("r56 a gift is logged with its cost, and b15 the same one again is said to be so", async ({ app, page }) => {
  await app.open();
  await app.begin("the sample book");
  const dialog = page.getByRole("dialog", { name: /^Log a contact/ });
  const give = async () => {
    await app.log.click();
    await dialog.getByText("Another way").click();
    await dialog.getByRole("radio", { name: "Gift" }).check({ force: true });
    await dialog.getByLabel("What did you give?").fill("A fern");
    await dialog.getByLabel("What it cost").fill("40");
  };
  await app.go("People");
  await app.main.locator('a[href^="#/people/"]:not([href$="/twice"])').first().click();
  await give();
  await expect(dialog.getByText("had the same from you")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Log it" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(app.main.getByText("A fern")).toBeVisible();
  await give();
  await expect(dialog.getByText(/had the same from you today/)).toBeVisible();
  await dialog.getByRole("button", { name: "Log it" }).click();
  await expect(dialog).toHaveCount(0);
});
