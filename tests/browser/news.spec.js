// News to many and success stories: who gets what, what is pasted, and what is told to nobody.
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { News } from "./pages/news.js";
import { Referral } from "./pages/referral.js";
import { Words } from "./pages/words.js";

const pasted = async (page) => {
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe("");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText(""));
  return text;
};

test("r70 a list is chosen, an issue is logged, pasted, sent and taken back, and stands with everyone it reached", async ({ app, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const news = new News(page);
  await app.open();
  await app.begin("the sample book");
  await app.go("Events and news");
  await news.part.click();
  await expect(news.issue("Paid on time")).toContainText("Harbour letter");

  // A list is made by ticking: all of a role, then one off, and that taken back.
  await news.another(" ");
  await expect(page.getByText("Give the list a name")).toBeVisible();
  await news.another("Clients’ letter");
  await expect(app.title).toHaveText("Clients’ letter");
  await expect(app.main).toContainText("Nobody is on it yet");
  await page.getByLabel("Role").selectOption("Client");
  const clients = await news.rows.getByRole("checkbox").count();
  expect(clients).toBeGreaterThan(10);
  await page.getByRole("button", { name: `Tick all ${clients}` }).click();
  // One of them asked for no news.
  const reached = clients - 1;
  await expect(app.main).toContainText(`${clients} people, ${reached} of them within reach.`);
  await news.tick("Connie Alvarez").uncheck();
  await expect(app.main).toContainText(`${clients - 1} people, ${reached - 1} of them within reach.`);
  await app.undo.click();
  await expect(news.tick("Connie Alvarez")).toBeChecked();

  // An issue, its addresses in one block, and whom it reached.
  await app.at("#/news");
  await news.write("Limits on one page", "clients’ LETTER", "What changes in the new year.");
  const issue = news.issue("Limits on one page");
  await expect(issue).toContainText("Clients’ letter: not sent yet");
  await issue.getByRole("button", { name: `Copy ${reached} addresses` }).click();
  const addresses = (await pasted(page)).split(", ");
  expect(new Set(addresses).size).toBe(reached);
  expect(addresses.every((one) => /^[^@\s,;]+@[^@\s,;]+$/.test(one))).toBe(true);
  await page.getByRole("radio", { name: "Semicolons (Outlook)" }).check({ force: true });
  await issue.getByRole("button", { name: `Copy ${reached} addresses` }).click();
  expect((await pasted(page)).split("; ")).toEqual(addresses);
  await issue.getByRole("button", { name: "I sent it: Limits on one page" }).click();
  await expect(issue).toContainText("Everyone has it");
  await app.undo.click();
  await expect(issue).toContainText("Not sent yet");
  await issue.getByRole("button", { name: "I sent it: Limits on one page" }).click();
  await expect(issue).toContainText(`to ${reached} people`);

  // Somebody has it in what has passed, asks for no news, and comes onto a list by their own page.
  await app.at("#/people?q=Connie");
  await app.main.getByRole("link", { name: "Connie Alvarez" }).click();
  await expect(app.main.getByRole("heading", { name: "News to Clients’ letter: Limits on one page" })).toBeVisible();
  await app.main.getByRole("checkbox", { name: "Wants no news" }).check();
  await expect(app.said("Connie gets no news any more.")).toBeVisible();
  await app.at("#/people?q=Sue");
  await app.main.getByRole("link", { name: "Sue Lindqvist" }).click();
  await app.main.getByRole("checkbox", { name: "Clients’ letter" }).check();
  await expect(app.said("Sue is on Clients’ letter.")).toBeVisible();

  // Who came later gets it on another day; who asked for none is named with the reason.
  await app.at("#/news");
  await issue.getByText("Limits on one page").first().click();
  await expect(issue).toContainText("Not with everyone");
  await issue.getByRole("button", { name: "Copy the address" }).click();
  expect(await pasted(page)).toMatch(/^sue@/);
  await issue.getByRole("button", { name: "I sent it: Limits on one page" }).click();
  await expect(issue).toContainText(/people, then .* to 1/);
  await news.write("Another page", "Clients’ letter", "");
  const another = news.issue("Another page");
  await expect(another).toContainText("Asked for no news");
  await expect(another).toContainText("Connie Alvarez");
  await another.getByRole("button", { name: "Put in the trash: Another page" }).click();
  await expect(another).toHaveCount(0);
  await app.main.getByText(/^In the trash/).click();
  await page.getByRole("button", { name: "Put back: Another page" }).click();
  await expect(another).toBeVisible();
});

test("r71 a sale is told as a story that names only who is ticked, in words of one's own, and in a message", async ({ app, page }) => {
  const [words, compose] = [new Words(page), new Compose(page)];
  await app.open();
  await app.begin("the sample book");
  await app.at("#/words/stories");
  const story = words.entry("Stories", "Fred Ito, through Connie Alvarez");
  await expect(story).toContainText("From your book");
  await story.getByText("Fred Ito, through Connie Alvarez").click();
  const told = story.locator("p").first();
  await expect(told).toContainText("a client of mine introduced me by e-mail to somebody new");
  await expect(told).not.toContainText(/Connie|Fred|Jim/);

  await words.edit("Fred Ito, through Connie Alvarez").click();
  await page.getByRole("checkbox", { name: "Connie Alvarez" }).check();
  await expect(words.field("The story")).toHaveValue(/Connie Alvarez introduced me by e-mail to somebody new/);
  await words.field("The story").fill("Fred could close four hundred open items.");
  await words.keep.click();
  await expect(page.getByText("Fred Ito stands in it and is not ticked.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Fred Ito" }).check();
  await words.keep.click();
  await expect(story).toContainText("Your words");
  await expect(told).toHaveText("Fred could close four hundred open items.");

  // The words of the book stand ready beside one's own.
  await words.edit("Fred Ito, through Connie Alvarez").click();
  await expect(page.getByText(/The book says: In .* Connie Alvarez introduced me by e-mail to Fred Ito/)).toBeVisible();
  await page.getByRole("button", { name: "Take these words" }).click();
  await words.keep.click();
  await expect(story).toContainText("From your book");

  await app.at("#/people?q=Jim");
  const jim = await app.main.getByRole("link", { name: "Jim Halloran" }).getAttribute("href");
  await app.at(`${jim}?write=${jim.slice("#/people/".length)}`);
  await compose.dialog.getByLabel("A result to tell").selectOption("Story: Fred Ito, through Connie Alvarez");
  await expect(compose.message).toHaveValue(/Connie Alvarez introduced me by e-mail to Fred Ito\./);
  await page.keyboard.press("Escape");

  await app.at("#/words/stories");
  await story.getByText("Fred Ito, through Connie Alvarez").click();
  await page.getByRole("button", { name: "Put in the trash: Fred Ito, through Connie Alvarez" }).click();
  await expect(story).toHaveCount(0);
  await app.main.getByText(/^In the trash/).click();
  await page.getByRole("button", { name: "Put back: Fred Ito, through Connie Alvarez" }).click();
  await expect(story).toBeVisible();
});

const MARKS = /Zebulon|Quillfeather|Nimbusworks|98,765|98765/i;

/** Wins a referral and looks at what is told to many; the run without secrecy proves that the other could fail. */
async function toldToMany({ app, page, context }, confidential) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const [news, capture, referral] = [new News(page), new Capture(page), new Referral(page)];
  await app.open();
  await app.begin("an empty book");
  await app.capture.click();
  await capture.line.fill("Zebulon Quillfeather zebulon@nimbusworks.example via Jim Novak");
  await capture.field("Organisation").fill("Nimbusworks");
  if (confidential) await capture.confidential.check();
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.go("Referrals");
  await app.main.getByRole("link", { name: "Zebulon Quillfeather" }).click();
  await referral.introduced.click();
  await referral.win("98,765");
  const silent = confidential ? (text) => expect(text).not.toMatch(MARKS) : (text) => expect(text).toMatch(MARKS);

  await app.at("#/words/stories");
  const main = await app.main.innerText();
  silent(main);
  if (confidential) expect(main).toContain("One sale in confidence has no story.");

  await app.at("#/news?list=Letter");
  await page.getByRole("button", { name: /^Tick all/ }).click();
  await app.at("#/news");
  await news.log.click();
  await expect(news.field("The list it goes to")).toHaveValue("Letter");
  await news.field("What it is called").fill("Limits on one page");
  await news.field("What it says").fill("Zebulon Quillfeather of Nimbusworks is glad.");
  await news.keep.click();
  if (confidential) {
    await expect(page.getByText("Zebulon Quillfeather came to you in confidence.")).toBeVisible();
    await news.field("What it says").fill("Somebody is glad.");
    await news.keep.click();
  }
  const issue = news.issue("Limits on one page");
  await expect(issue).toBeVisible();
  if (confidential) {
    await expect(issue).toContainText("In confidence: write to them by themselves");
    await expect(issue.getByRole("button", { name: /^Copy (the|\d+) address/ })).toHaveCount(0);
    return;
  }
  await issue.getByRole("button", { name: "Copy the address" }).click();
  silent(await pasted(page));
}

test("r70 r71 r63 what came in confidence stands in no story and in no address that is pasted", async ({ app, page, context }) => {
  await toldToMany({ app, page, context }, true);
});

test("what is no secret is told and written to", async ({ app, page, context }) => {
  await toldToMany({ app, page, context }, false);
});
