// An ask from its first thought to the names it brought: prepared on its page, made, answered, captured, taken back.
import { expect, test } from "./fixtures.js";
import { AskFor, AskPage } from "./pages/ask.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { People } from "./pages/people.js";
import { Today } from "./pages/today.js";

/** Adds somebody with this rating, and stays on their page. */
async function known(app, people, name, rating) {
  await app.at("#/people");
  await people.add.first().click();
  await people.form.fill({ Name: name });
  await people.form.rating.selectOption(rating);
  await people.form.save.click();
  await expect(app.title).toHaveText(name);
}

test("an ask is prepared, made, agreed to, and brings two referrals", async ({ app, page }) => {
  const [people, today, ask, made, capture] = [new People(page), new Today(page), new AskFor(page), new AskPage(page), new Capture(page)];
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Jim Abernathy", "5");

  await app.go("Today");
  await expect(today.row("Jim Abernathy")).toContainText("never asked");
  await today.write("Jim Abernathy");
  await expect(app.title).toHaveText("Ask Jim Abernathy");
  await expect(page).toHaveTitle("Ask Jim Abernathy · Kith");

  await test.step("what is missing is said, and “anyone” is nobody", async () => {
    await ask.name.fill("Anyone who needs me");
    await ask.asked.click();
    await expect(ask.name).toBeFocused();
    await expect(app.main).toContainText("“Anyone” brings no one to mind.");
    await expect(app.main).toContainText("Choose what they do for you");
  });

  await test.step("the words follow the draft until they are edited, and everything is kept as it is typed", async () => {
    await ask.name.fill("Naomi Feld");
    await ask.action("Jim").selectOption("meeting");
    await expect(ask.words("Jim")).toHaveValue(/^Naomi, there is somebody/);
    await ask.words("Jim").fill("Naomi, meet the person who sorted us out.");
    await ask.comfortable("No").check({ force: true });
    await expect(app.main).toContainText("Do not press Jim.");
    await ask.comfortable("Yes").check({ force: true });
    await page.reload();
    await app.opened();
    await expect(ask.name).toHaveValue("Naomi Feld");
    await expect(ask.words("Jim")).toHaveValue("Naomi, meet the person who sorted us out.");
  });

  await ask.asked.click();
  await expect(app.main).toContainText("You asked today for Naomi Feld.");
  await expect(made.copy("Jim")).toBeVisible();

  await test.step("agreed: the names are captured one by one, each linked to the ask", async () => {
    await made.agreed.click();
    await expect(capture.line, "whom the ask was for").toHaveValue("Naomi Feld");
    await capture.saveAndAnother.click();
    await capture.line.fill("Curtis Bell");
    await capture.save.click();
    await expect(made.came.getByRole("link")).toHaveText(["Naomi Feld", "Curtis Bell"]);
    await expect(app.main).toContainText("Did Jim mention anybody else?");
    await app.go("Today");
    await expect(today.row("Jim Abernathy").getByRole("button", { name: "Write thanks" })).toBeVisible();
  });

  await test.step("while thanks are owed, the next ask closes the loop first", async () => {
    await today.row("Jim Abernathy").getByRole("link", { name: /Jim Abernathy/ }).click();
    await app.main.getByRole("link", { name: "Ask for a referral" }).click();
    const loop = page.getByRole("region", { name: "Close the loop first" });
    await loop.getByRole("button", { name: "Write thanks" }).click();
    await expect(page.getByRole("dialog", { name: "Thank Jim Abernathy" })).toBeVisible();
    await page.goBack();
    await ask.name.fill("Dana Lindqvist");
    await ask.action("Jim").selectOption("call");
    await ask.asked.click();
    await expect(ask.whyNow).toBeFocused();
    await ask.whyNow.fill("Jim leaves tomorrow");
    await ask.asked.click();
    await expect(app.main).toContainText("Jim leaves tomorrow");
  });
});

test("an ask is put off, declined, reopened, put in the trash, and found again in what has passed", async ({ app, page }) => {
  const [people, today, ask, made] = [new People(page), new Today(page), new AskFor(page), new AskPage(page)];
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Helen Zhao", "3");
  await app.main.getByRole("link", { name: "Ask for a referral" }).click();

  await test.step("nothing given lately: help is offered first; without trust a note is needed", async () => {
    await page.getByRole("button", { name: "Help Helen first…" }).click();
    const promise = page.getByRole("dialog", { name: "Help Helen first" });
    await promise.getByRole("textbox", { name: "What you can do for them" }).fill("The name of a roofer");
    await promise.getByRole("button", { name: "Promise it" }).click();
    await expect(promise).toHaveCount(0);
    await ask.name.fill("Naomi Feld");
    await ask.action("Helen").selectOption("call");
    await ask.asked.click();
    const why = page.getByRole("textbox", { name: "Why Helen would vouch for you" });
    await expect(why).toBeFocused();
    await why.fill("We sailed together for years");
    await ask.asked.click();
    await expect(made.agreed).toBeVisible();
  });

  await test.step("not now, until a day", async () => {
    await made.notNow.click();
    await page.getByLabel("Until", { exact: true }).fill("2020-01-01");
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(page.getByText("Choose a day after today.")).toBeVisible();
    await page.getByLabel("Until", { exact: true }).fill("");
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(app.main).toContainText("Not now, until");
    await app.undo.click();
    await expect(made.agreed).toBeVisible();
  });

  await test.step("declined, and reopened", async () => {
    await made.declined.click();
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(page.getByText("Write what they said")).toBeVisible();
    await page.getByLabel("What did they say?").fill("Knows nobody there");
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(app.main).toContainText("Knows nobody there");
    await made.reopen.click();
    await expect(made.agreed).toBeVisible();
  });

  await test.step("it stands in what has passed; help is owed on its day", async () => {
    await app.main.getByRole("link", { name: "Helen Zhao" }).click();
    await app.main.getByRole("link", { name: "You asked Helen for Naomi Feld" }).click();
    await made.more("Put in the trash");
    await page.getByRole("button", { name: "Put back" }).click();
    await expect(made.agreed).toBeVisible();
    await app.go("Today");
    await expect(today.row("Helen Zhao")).toContainText("The name of a roofer");
  });
});

test("after a meeting with a good source two questions are put once, and both may be skipped", async ({ app, page, axe }) => {
  const [people, today, ask] = [new People(page), new Today(page), new AskFor(page)];
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Grace Tolliver", "5");
  const closing = page.getByRole("dialog", { name: "Before you leave Grace Tolliver" });
  const log = async (kind) => {
    await app.main.getByRole("button", { name: "Log a word" }).click();
    const dialog = page.getByRole("dialog", { name: "Log a contact with Grace Tolliver" });
    await dialog.getByRole("radio", { name: kind, exact: true }).check({ force: true });
    await dialog.getByRole("button", { name: "Log it" }).click();
    await expect(dialog).toHaveCount(0);
  };

  await log("Call");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await log("Meeting");
  const meeting = page.url();
  await closing.getByRole("button", { name: "Skip both" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(app.title).toHaveText("Grace Tolliver");

  await test.step("skipped is an answer: that meeting is not asked about again, until it is taken back", async () => {
    const again = () => app.at(new URL(meeting).hash);
    await again();
    await expect(page.getByRole("dialog", { name: "Nothing left to answer" })).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await app.undo.click();
    await again();
    await expect(closing).toBeVisible();
    await closing.getByRole("button", { name: "Skip both" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("not today, and a promise, in one act", async () => {
    await log("Meeting");
    await closing.getByRole("radio", { name: "Not today" }).check({ force: true });
    await closing.getByRole("textbox", { name: "Why not today?" }).fill("The budget is not through");
    await closing.getByRole("textbox", { name: "How can you help Grace?" }).fill("Two rooms near the hospital");
    expect(await axe({})).toEqual([]);
    await closing.getByRole("button", { name: "Keep the answers" }).click();
    await expect(closing).toHaveCount(0);
    await expect(app.main).toContainText("You left asking Grace for another day");
    await log("Meeting");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await app.go("Today");
    await expect(today.row("Grace Tolliver")).toContainText("Two rooms near the hospital");
  });

  await test.step("yes leads to the ask, and the meeting is not counted twice", async () => {
    await today.row("Grace Tolliver").getByRole("link", { name: /Grace Tolliver/ }).click();
    await app.main.getByRole("link", { name: "You left asking Grace for another day" }).click();
    await page.getByRole("button", { name: "More for this ask" }).click();
    await page.getByRole("button", { name: "Put in the trash" }).click();
    await app.main.getByRole("link", { name: "Grace Tolliver" }).click();
    await log("Meeting");
    await closing.getByRole("radio", { name: "Yes, none yet" }).check({ force: true });
    await closing.getByRole("button", { name: "Keep the answers" }).click();
    await expect(app.title).toHaveText("Ask Grace Tolliver");
    await ask.name.fill("Naomi Feld");
    await ask.action("Grace").selectOption("call");
    await ask.asked.click();
    await expect(app.main).toContainText("You asked today for Naomi Feld.");
  });
});

test("asks are switched off after a meeting, and are not offered any more", async ({ app, page }) => {
  const people = new People(page);
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Grace Tolliver", "5");
  await app.main.getByRole("button", { name: "Log a word" }).click();
  await page.getByRole("radio", { name: "Coffee", exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Log it" }).click();
  await page.getByRole("radio", { name: "Never with Grace" }).check({ force: true });
  await page.getByRole("button", { name: "Keep the answers" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(app.main.getByRole("link", { name: "Ask for a referral" })).toHaveCount(0);
  await app.undo.click();
  await expect(app.main.getByRole("link", { name: "Ask for a referral" })).toBeVisible();
});

test("a sale ends on the referral's page, where the new client is asked and their names are written down", async ({ app, page }) => {
  const [people, capture, today] = [new People(page), new Capture(page), new Today(page)];
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Connie Alvarez", "4");
  await app.capture.click();
  await capture.line.fill("Fred Ito via Connie Alvarez");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.at("#/referrals");
  const address = await app.main.getByRole("link", { name: "Fred Ito" }).getAttribute("href");
  await app.at(`#/today?won=${address.slice("#/referrals/".length)}`);
  await page.getByRole("button", { name: "Mark it won" }).click();
  await expect(app.title).toHaveText("Fred Ito");

  const next = page.getByRole("region", { name: "Next" });
  await expect(next.getByRole("button", { name: "Write thanks" })).toBeVisible();
  await next.getByRole("button", { name: "Who did Fred mention?" }).click();
  await expect(capture.from).toHaveValue("Fred Ito");
  await capture.close.click();
  await next.getByRole("link", { name: "Ask Fred for a referral" }).click();
  await expect(app.title).toHaveText("Ask Fred Ito");
  await app.go("Today");
  await today.more("Fred Ito", "Done already");
  await expect(app.said("Saved. You asked Fred.")).toBeVisible();
});

/** Logs a contact of this kind on the page of the person. */
async function log(app, page, kind) {
  await app.main.getByRole("button", { name: "Log a word" }).click();
  const dialog = page.getByRole("dialog", { name: /^Log a contact with/ });
  const radio = dialog.getByRole("radio", { name: kind, exact: true });
  if (!(await radio.isVisible())) await dialog.getByText("Another way").click();
  await radio.check({ force: true });
  await dialog.getByRole("button", { name: "Log it" }).click();
  await expect(dialog).toHaveCount(0);
}

test("r20 asks are switched off on the person's page, no meeting asks about them then, and they are switched on again", async ({ app, page }) => {
  const people = new People(page);
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Grace Tolliver", "5");
  const menu = async (act) => {
    await page.getByRole("button", { name: "More for Grace Tolliver" }).click();
    await page.getByRole("button", { name: act }).filter({ visible: true }).click();
  };
  await menu("Switch asks off");
  await expect(app.said("Grace is not asked any more.")).toBeVisible();
  await expect(app.main.getByRole("list", { name: "What they are to you" })).toContainText("Asks are off");
  await expect(app.main.getByRole("link", { name: "Ask for a referral" })).toHaveCount(0);
  await log(app, page, "Meeting");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await menu("Switch asks on again");
  await expect(app.main.getByRole("link", { name: "Ask for a referral" })).toBeVisible();
  await log(app, page, "Meeting");
  await expect(page.getByRole("dialog", { name: "Before you leave Grace Tolliver" })).toBeVisible();
});

test("r50 a project debrief is an ask moment, whatever the tier", async ({ app, page }) => {
  const people = new People(page);
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Ken Maddox", "2");
  await log(app, page, "Meeting");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await log(app, page, "Project debrief");
  const closing = page.getByRole("dialog", { name: "Before you leave Ken Maddox" });
  await closing.getByRole("radio", { name: "Yes, none yet" }).check({ force: true });
  await closing.getByRole("button", { name: "Keep the answers" }).click();
  await expect(app.title).toHaveText("Ask Ken Maddox");
  await expect(page.getByLabel("How you ask")).toHaveValue("debrief");
});

test("r50 a finished project proposes its debrief, which is an ask moment", async ({ app, page }) => {
  const people = new People(page);
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Ken Maddox", "2");
  await page.getByRole("button", { name: "More for Ken Maddox" }).click();
  await page.getByRole("button", { name: "A project is finished" }).filter({ visible: true }).click();
  const dialog = page.getByRole("dialog", { name: "Log a contact with Ken Maddox" });
  await expect(dialog.getByRole("radio", { name: "Project debrief" })).toBeChecked();
  await dialog.getByRole("button", { name: "Log it" }).click();
  await expect(page.getByRole("dialog", { name: "Before you leave Ken Maddox" })).toBeVisible();
});

test("r45 after the third thank-you the next ask is proposed, and not before", async ({ app, page }) => {
  const [people, capture, today, compose] = [new People(page), new Capture(page), new Today(page), new Compose(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await people.add.first().click();
  await people.form.fill({ Name: "Connie Alvarez" });
  await people.form.roles.getByRole("checkbox", { name: "Client", exact: true }).check();
  await people.form.save.click();
  await app.main.getByRole("button", { name: "Who did Connie mention?" }).click();
  await capture.line.fill("Fred Ito");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.at("#/referrals");
  const address = await app.main.getByRole("link", { name: "Fred Ito" }).getAttribute("href");
  await app.at(`#/today?won=${address.slice("#/referrals/".length)}`);
  await page.getByRole("button", { name: "Mark it won" }).click();
  await expect(app.title).toHaveText("Fred Ito");
  await app.go("Today");
  await expect(today.row("Connie Alvarez").getByRole("button", { name: "Write thanks" })).toBeVisible();
  await expect(today.row("Connie Alvarez")).not.toContainText("Prepare the ask");
  await today.write("Connie Alvarez");
  await compose.send("None of this would have begun without you.");
  await expect(today.row("Connie Alvarez")).toHaveAttribute("data-due", "ripe");
  await expect(today.row("Connie Alvarez").getByRole("button", { name: "Prepare the ask" })).toBeVisible();
  await app.undo.click();
  await expect(today.row("Connie Alvarez").getByRole("button", { name: "Write thanks" })).toBeVisible();
});

test("r20 an ask that is being prepared is left for another day, and nothing is proposed before", async ({ app, page }) => {
  const [people, today] = [new People(page), new Today(page)];
  await app.open();
  await app.begin("an empty book");
  await known(app, people, "Grace Tolliver", "5");
  await app.main.getByRole("link", { name: "Ask for a referral" }).click();
  await page.getByRole("button", { name: "Not now…" }).click();
  const dialog = page.getByRole("dialog", { name: "Not now, until…" });
  await dialog.getByLabel("Until", { exact: true }).fill("2020-01-01");
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).toContainText("Choose a day after today.");
  await dialog.getByLabel("Until", { exact: true }).fill("");
  await expect(dialog).not.toContainText("Choose a day after today.");
  await dialog.getByLabel("Why not now?").fill("The budget is not through");
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(app.title).toHaveText("Grace Tolliver");
  await expect(app.main).toContainText("You left asking Grace for another day");
  await app.go("Today");
  await expect(today.row("Grace Tolliver")).toHaveCount(0);
});
