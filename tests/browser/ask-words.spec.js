// An ask in words: from what was prepared, or from a script, to the message, and from the message to the ask.
import { expect, test } from "./fixtures.js";
import { AskFor, AskPage } from "./pages/ask.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { People } from "./pages/people.js";

/** Adds somebody with this rating, and stays on their page. */
async function known(app, people, name, rating) {
  await app.at("#/people");
  await people.add.first().click();
  await people.form.fill({ Name: name });
  await people.form.rating.selectOption(rating);
  await people.form.save.click();
  await expect(app.title).toHaveText(name);
}

test("r24 the words of an ask are ready in the composer as it was prepared, and sending them makes the ask", async ({ app, page, axe }) => {
  const [people, ask, made, compose] = [new People(page), new AskFor(page), new AskPage(page), new Compose(page)];
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Jim Abernathy", "5");
  await app.main.getByRole("link", { name: "Ask for a referral" }).click();
  const write = page.getByRole("button", { name: "Write it to Jim…" });
  await write.click();
  await expect(ask.name).toBeFocused();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await ask.name.fill("Naomi Feld");
  await ask.action("Jim").selectOption("email");
  await write.click();
  await expect(page).toHaveURL(/write=[^~]+~ask/);
  await expect(page.getByRole("dialog", { name: "Ask Jim Abernathy" })).toBeVisible();
  await expect(compose.message).toHaveValue(/somebody I would like to meet, and you know them: Naomi Feld\./);
  await expect(compose.message).toHaveValue(/Would you write to them with me in copy, by \w+day \d+ \w+\?/);
  await expect(compose.message).toHaveValue(/“Naomi, there is somebody/);
  expect(await axe({})).toEqual([]);
  await compose.channel("Copy").check();
  await compose.send("How was Lisbon?");
  await expect(app.main).toContainText("You asked today for Naomi Feld.");
  await expect(made.agreed).toBeVisible();
  await app.main.getByRole("link", { name: "Jim Abernathy" }).first().click();
  await expect(app.main).toContainText("How was Lisbon?");
  await app.undo.click();
  await expect(app.main).not.toContainText("How was Lisbon?");
});

test("r25 a script is used for somebody who waits for such words, at once or by preparing the ask", async ({ app, page }) => {
  const [people, ask, capture, compose] = [new People(page), new AskFor(page), new Capture(page), new Compose(page)];
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Jim Abernathy", "5");
  await app.capture.click();
  await capture.line.fill("Fred Ito via Connie Alvarez");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  const script = async (moment, words) => {
    await app.at("#/words/scripts");
    await app.at(`#/words/scripts?script=~${moment}`);
    const form = page.getByRole("dialog");
    await form.getByLabel("What you call it").fill(`My ${moment}`);
    await form.getByLabel("Words", { exact: true }).fill(words);
    await form.getByRole("button", { name: "Keep it" }).click();
    await expect(form).toHaveCount(0);
    await page.getByRole("list", { name: "Scripts" }).getByText(`My ${moment}`).click();
  };
  const scripts = page.getByRole("list", { name: "Scripts" });

  await script("thank-agreed", "You named {prospect}, {first}.");
  await scripts.getByRole("link", { name: "Connie Alvarez" }).click();
  await expect(compose.message).toHaveValue("You named Fred Ito, Connie.");
  await expect(compose.script.locator("option:checked")).toHaveText("My thank-agreed");
  await page.goBack();

  await script("ask", "{first}, do you know {target}?");
  await scripts.getByRole("link", { name: "Jim Abernathy" }).click();
  await expect(app.title).toHaveText("Ask Jim Abernathy");
  await ask.name.fill("Naomi Feld");
  await ask.action("Jim").selectOption("call");
  await page.getByRole("button", { name: "Write it to Jim…" }).click();
  await expect(compose.message).toHaveValue("Jim, do you know Naomi Feld?");
  await compose.script.selectOption("Brief");
  await expect(compose.message).toHaveValue(/Would you call them/);
  await page.goBack();

  await app.at("#/words/scripts");
  const ready = page.getByRole("list", { name: "Words that come with Kith" });
  await ready.getByText("Thanks for agreeing").click();
  await ready.getByRole("link", { name: "Connie Alvarez" }).click();
  await expect(compose.message).toHaveValue(/Thank you for agreeing to introduce me to Fred Ito/);
});
