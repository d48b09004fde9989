// The practice as it is lived: what is known of somebody is kept and used, anyone is a source, and what they said of a
// name stands by it when it is followed up.
import { moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { AskFor } from "./pages/ask.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { Data } from "./pages/data.js";
import { People } from "./pages/people.js";
import { Today } from "./pages/today.js";

test("what is known of somebody is kept: several roles, tier, since when and through whom; it is in mind when they are written to and asked", async ({ app, page }) => {
  const [people, capture, compose, ask] = [new People(page), new Capture(page), new Compose(page), new AskFor(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await people.add.first().click();
  await people.form.fill({ Name: "Connie Alvarez" });
  await people.form.save.click();
  await app.at("#/people");
  await people.add.first().click();
  await people.form.fill({ Name: "Jim Abernathy" });
  for (const role of ["Client", "Friend"]) await people.form.roles.getByRole("checkbox", { name: role, exact: true }).check();
  await people.form.rating.selectOption("4");
  for (const fold of await page.getByRole("dialog").locator("details > summary").all()) await fold.click();
  await people.form.field("Tier").selectOption("B");
  await people.form.fill({ "Known since": "2017-02-01", "Met through": "Connie Alvarez" });
  await page.getByRole("dialog").getByLabel("What they love about my work").fill("That it is on time.");
  await page.getByRole("dialog").getByLabel("Personal facts").fill("Rows on Tuesdays.");
  await people.form.save.click();
  await expect(app.title).toHaveText("Jim Abernathy");
  await expect(app.main.getByRole("list", { name: "What they are to you" }).getByRole("listitem")).toHaveText(["Client", "Friend", "Tier B", /Good/]);
  const about = page.getByRole("region", { name: "About them" });
  await expect(about).toContainText("1 February 2017");
  await expect(about.getByRole("link", { name: "Connie Alvarez" })).toBeVisible();

  await app.main.getByRole("button", { name: "Who did Jim mention?" }).click();
  await capture.line.fill("Fred Ito");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.main.getByRole("button", { name: "Write thanks" }).click();
  await expect(compose.dialog).toContainText("Rows on Tuesdays.");
  await expect(compose.script.locator("option:checked")).toHaveText("Brief");
  await compose.channel("Copy").check();
  await compose.dialog.getByRole("button", { name: "Copy the words" }).click();
  await expect(compose.dialog).toContainText("Write one line only you could write");
  await compose.send("Did the eight win?");
  await app.main.getByRole("link", { name: "Ask for a referral" }).click();
  await expect(page.getByRole("region", { name: "What Jim loves about it" })).toContainText("That it is on time.");
  await ask.name.fill("Naomi Feld");
  await ask.action("Jim").selectOption("call");
  await expect(ask.words("Jim")).toHaveValue(/That it is on time/);
});

test("anyone is a source, even a lost prospect; who refers twice is likely a connector; what was said stands by the name", async ({ app, page }) => {
  const [capture, today] = [new Capture(page), new Today(page)];
  await app.open();
  await app.begin("an empty book");
  await app.capture.click();
  await capture.line.fill("Fred Ito via Connie Alvarez");
  await capture.origin("Offered").check({ force: true });
  await capture.field("What they said about them").fill("New in the chair, wants to show something.");
  await capture.field("Why would they benefit?").fill("Four hundred open items.");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.at("#/referrals");
  const address = await app.main.getByRole("link", { name: "Fred Ito" }).getAttribute("href");
  await app.at(address);
  await expect(app.main).toContainText("New in the chair, wants to show something.");
  await expect(app.main.getByLabel("Why would they benefit?")).toHaveValue("Four hundred open items.");
  await expect(page.getByRole("list", { name: "Nine steps" }).locator('[data-step="skipped"]')).toHaveCount(4);
  await app.at(`${address}?close=${address.slice("#/referrals/".length)}`);
  await page.getByRole("textbox", { name: "Why is it closed?" }).fill("Has somebody already");
  await page.getByRole("dialog").getByRole("button", { name: /^Close the file/ }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await app.at("#/today");
  await app.capture.click();
  for (const name of ["Lena Ost", "Max Lund"]) {
    await capture.line.fill(`${name} via Fred Ito`);
    await capture.saveAndAnother.click();
    await expect(capture.line).toHaveValue("");
  }
  await page.keyboard.press("Escape");
  await app.at("#/today");
  await expect(today.row("Fred Ito").getByRole("button", { name: "Write thanks" })).toBeVisible();
  await page.getByRole("button", { name: "Fred Ito is a connector" }).click();
  await app.at("#/people");
  await app.main.getByRole("link", { name: "Fred Ito" }).click();
  await expect(app.main.getByRole("list", { name: "What they are to you" })).toContainText("Connector");
  await app.undo.click();
  await expect(app.main.getByRole("list", { name: "What they are to you" })).not.toContainText("Connector");
  await expect(page.getByRole("region", { name: "About them" })).toContainText("came to you by referral");
});

test("r61 who is unthanked stands first on Today, with the age in days", async ({ app, page }) => {
  const [today, data, compose] = [new Today(page), new Data(page), new Compose(page)];
  const person = ["Ann Berg", "Bo Dahl", "Cem Ay", "Dora Ek"].map((name, n) => ({ id: `p${n}`, name, reach: [{ kind: "email", value: `p${n}@example.com` }] }));
  const referral = [
    { id: "r1", source: "p1", prospect: "p0", agreed_on: "2026-11-16" },
    { id: "r2", source: "p2", prospect: "p0", agreed_on: "2026-11-08" },
    // Older than both, but nobody's thanks: they were introduced, and nobody has followed up.
    { id: "r3", source: "p1", prospect: "p3", introduced_on: "2026-10-01" },
  ];
  await page.clock.setFixedTime(moment("2026-11-20"));
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data");
  await data.choose({ name: "kith.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ format: "kith", version: 1, book: "r61", records: { person, referral } })) });
  await data.merge.click();
  await app.at("#/today");
  await expect(app.main).toContainText("2 have gone unthanked, one of them for 12 days.");
  expect((await today.rows()).slice(0, 3)).toEqual(["Cem Ay late", "Bo Dahl late", "Dora Ek late"]);
  await expect(today.row("Cem Ay")).toContainText("12 days late");
  await expect(today.row("Bo Dahl")).toContainText("4 days late");
  await today.write("Cem Ay");
  await compose.ownLine.fill("It was good to see you.");
  await compose.alreadySent.click();
  await expect(app.main).toContainText("One has gone unthanked for 4 days.");
  expect((await today.rows())[0]).toBe("Bo Dahl late");
});
