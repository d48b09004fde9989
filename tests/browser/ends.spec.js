// How things end and what came of them: the first thank-you restates what was promised, a closed file ends with one last
// word, and the scoreboard says what introductions of each strength came to.
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { Referral } from "./pages/referral.js";
import { Today } from "./pages/today.js";

test("r64 a file that is closed ends the news with one last word, and then owes nothing", async ({ app, page }) => {
  const [capture, referral, today, compose] = [new Capture(page), new Referral(page), new Today(page), new Compose(page)];
  await app.open();
  await app.begin("an empty book");
  await app.capture.click();
  await capture.line.fill("Fred Ito via Connie Alvarez");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.at("#/referrals");
  await app.main.getByRole("link", { name: "Fred Ito" }).click();
  await referral.introduced.click();
  await referral.closeFile.click();
  await page.getByRole("textbox", { name: "Why is it closed?" }).fill("They stay with whom they have");
  await page.getByRole("dialog").getByRole("button", { name: /^Close the file/ }).click();
  await expect(referral.next).toContainText("One last word to Connie");
  await referral.write();
  await expect(compose.message).toHaveValue(/Fred/);
  await compose.channel("Copy").check();
  await compose.send("Dinner is on me.");
  await expect(referral.next).not.toContainText("last word");
  await app.at("#/today");
  await expect(today.row("Connie Alvarez"), "one message settled the thanks that were open too").toHaveCount(0);
});

test("r41 b12 the first thank-you says again what was promised; what introductions of a strength came to is told and counted", async ({ app, page, axe }) => {
  const [capture, referral, today, compose] = [new Capture(page), new Referral(page), new Today(page), new Compose(page)];
  await app.open();
  await app.begin("an empty book");
  await app.capture.click();
  await capture.line.fill("Fred Ito via Connie Alvarez");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.at("#/referrals");
  const address = await app.main.getByRole("link", { name: "Fred Ito" }).getAttribute("href");
  await app.at(address);
  await app.main.getByLabel("What they will do").selectOption("call");
  const friday = await page.evaluate(() => new Date(Date.now() + 5 * 86_400_000).toLocaleDateString("sv-SE"));
  await app.main.getByLabel("By when").fill(friday);
  await app.main.getByLabel("By when").blur();
  await expect(app.main).toContainText("None of yours stood at this strength yet.");

  await app.at("#/today");
  await today.write("Connie Alvarez");
  await expect(compose.message).toHaveValue(/call/);
  await expect(compose.message).toHaveValue(new RegExp(`\\b${Number(friday.slice(8))}\\b`));
  await compose.channel("Copy").check();
  await compose.send("You did not have to.");

  await app.at(address);
  await referral.introduced.click();
  await expect(app.main).toContainText("Yours at this strength: 0 of 1 became a first talk.");
  await referral.followedUp.click();
  await referral.talked.click();
  await expect(app.main).toContainText("Yours at this strength: 1 of 1 became a first talk, 0 days on average.");
  await app.main.getByLabel("How strong the introduction is").selectOption("5");
  await expect(app.main).toContainText("Yours at this strength: 1 of 1 became a first talk");
  await referral.win("1200");

  await app.at("#/scoreboard");
  const plot = (name) => page.getByRole("region", { name });
  const row = (name, of) => plot(of).getByRole("row", { name });
  await expect(row("In person", "By the strength of the introduction").getByRole("cell")).toHaveText(["", "1", "1", "1", "0"]);
  await expect(row("Asked or offered", "Step by step").getByRole("cell")).toHaveText(["", "1", ""]);
  await expect(row("Won", "Step by step").getByRole("cell")).toHaveText(["", "1", "100%"]);
  await expect(row("Same day", "How soon you said thank you").getByRole("cell")).toHaveText(["", "1"]);
  await expect(row("Connie Alvarez", "What each tree has been worth")).toContainText("1,200");
  expect(await axe({})).toEqual([]);
  await row("Connie Alvarez", "Who sends people").getByRole("link").click();
  await expect(app.title).toHaveText("Connie Alvarez");
});
