// The two rhythms of the practice on a phone, each once by touch and once by keys alone: Monday morning (the week looked
// at, five to contact, three asks sent) in at most twelve taps, and after a meeting (logged, help promised, the ask noted,
// the name written down) in at most eight. Typing is no tap; where the next thing is typed, the focus stands there.
import { moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { AskPage } from "./pages/ask.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { Data } from "./pages/data.js";
import { Finger, Keys } from "./pages/hand.js";
import { Today } from "./pages/today.js";
import { Week } from "./pages/week.js";

const [FRIDAY_BEFORE, MONDAY, WEDNESDAY] = ["2026-11-20", "2026-11-23", "2026-11-25"];
const NAMES = ["Grace Tolliver", "Jim Abernathy", "Helen Zhao", "Ken Maddox", "Sue Tran", "Ruth Adeyemi"];

/** A seller's book: six clients who are glad of them and were never asked, and one kind of client they look for. */
function book() {
  const id = (name) => name.split(" ")[0].toLowerCase();
  const person = NAMES.map((name) => ({
    id: id(name),
    name,
    roles: ["client"],
    rating: 5,
    loves: "that it is done when you said it would be",
    reach: [{ kind: "email", label: "", value: `${id(name)}@example.com` }],
  }));
  const touch = NAMES.slice(4).map((name, n) => ({ id: `t${n}`, person: id(name), on: FRIDAY_BEFORE, kind: "call", started_by: "me", purposes: ["catch up"] }));
  const ideal_client = [{ id: "c1", name: "owners of bakeries with two shops or more" }];
  const setting = [{ id: "choices", my_name: "Maren Holt" }];
  return { format: "kith", version: 1, book: "journeys", exported_at: "2026-11-20T09:00:00Z", app: "1.0.0", records: { person, touch, ideal_client, setting } };
}

/** The app on this day with the seller's book in it, at Today. */
async function opened(app, page, day) {
  await page.clock.setFixedTime(moment(day));
  await app.open();
  await app.begin("an empty book");
  const data = new Data(page);
  await app.at("#/data/import");
  await data.choose({ name: "kith.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(book())) });
  await data.merge.click();
  await expect(data.undoImport).toBeVisible();
  await app.at("#/today");
  await expect(app.title).toHaveText("Today");
}

/** What the after-meeting journey leaves behind, however it was made. */
async function wasKept(app, page) {
  const [made, today] = [new AskPage(page), new Today(page)];
  await expect(app.title).toHaveText("Ask Grace Tolliver");
  await expect(made.came.getByRole("link")).toHaveText(["Fred Ito"]);
  await expect(app.main).toContainText("Agreed today");
  await app.at("#/people/grace");
  await expect(app.main).toContainText("Meeting with Grace");
  await app.at("#/today");
  await expect(today.row("Grace Tolliver")).toContainText("Two rooms near the hospital");
  await expect(today.row("Grace Tolliver").getByRole("button", { name: "Write thanks" })).toBeVisible();
}

test.describe("Monday", () => {
  /** The words that left for the mail program, each as its link; nothing here opens one. */
  const mails = async (page, watch) => {
    watch.allow(/mailto:/);
    const links = [];
    await page.exposeFunction("mailed", (link) => links.push(link));
    await page.evaluate(() => navigation.addEventListener("navigate", (event) => {
      if (event.destination.url.startsWith("mailto:")) window.mailed(decodeURIComponent(event.destination.url));
    }));
    return links;
  };
  const lines = ["How did the harvest go?", "Your talk on Thursday was worth the drive.", "I hope the new oven has come."];

  /** What the journey leaves behind, however it was made. */
  const wereSent = async (app, page, names, links) => {
    const week = new Week(page);
    await expect(week.goal).toContainText("3 of 5");
    for (const [n, name] of names.entries()) {
      expect(links[n]).toContain(`mailto:${name.split(" ")[0].toLowerCase()}@example.com`);
      expect(links[n]).toContain(lines[n]);
      expect(links[n]).toContain("owners of bakeries with two shops or more");
      await app.find.filter({ visible: true }).first().click();
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await expect(app.title).toHaveText(name);
      await expect(app.main).toContainText(`You asked ${name.split(" ")[0]} for owners of bakeries with two shops or more`);
      await expect(app.main).toContainText(lines[n]);
    }
  };

  test("on Monday, by touch: the week reviewed, five proposed and three asks sent in at most twelve taps", async ({ app, page, watch }) => {
    await opened(app, page, MONDAY);
    const [week, compose, finger] = [new Week(page), new Compose(page), new Finger(page)];
    const links = await mails(page, watch);
    await finger.tap(week.goal.getByRole("link", { name: "Review the week" }));
    await expect(app.title).toHaveText("Scoreboard");
    await expect(page.getByRole("definition").first()).toContainText("0 2 last week");
    await finger.tap(page.getByRole("navigation", { name: /^Main/ }).getByRole("link", { name: "Today" }).filter({ visible: true }));
    await expect(week.five).toHaveCount(5);
    const asked = [];
    for (const line of lines) {
      asked.push((await week.names())[0]);
      await finger.tap(week.five.first().getByRole("button", { name: /^Write the ask/ }));
      await finger.type(compose.ownLine, line);
      await finger.tap(compose.dialog.getByRole("button", { name: "Open in Mail" }));
      await finger.tap(compose.alreadySent);
      await expect(compose.dialog).toHaveCount(0);
      await expect.poll(() => week.names()).not.toContain(asked.at(-1));
    }
    console.log(`on Monday: ${finger.taps} taps`);
    expect(finger.taps).toBeLessThanOrEqual(12);
    await wereSent(app, page, asked, links);
  });

  test("on Monday, by keys alone", async ({ app, page, watch }) => {
    await opened(app, page, MONDAY);
    const [week, compose, keys] = [new Week(page), new Compose(page), new Keys(page)];
    const links = await mails(page, watch);
    await keys.press("g", "s");
    await expect(app.title).toHaveText("Scoreboard");
    await keys.press("g", "t");
    await expect(week.five).toHaveCount(5);
    const asked = [];
    for (const line of lines) {
      asked.push((await week.names())[0]);
      await keys.until(week.five.first().getByRole("button", { name: /^Write the ask/ }), "j");
      await keys.press("Enter");
      await keys.type(compose.ownLine, line);
      await keys.press("Control+Enter");
      await keys.until(compose.alreadySent);
      await keys.press("Enter");
      await expect(compose.dialog).toHaveCount(0);
      await expect.poll(() => week.names()).not.toContain(asked.at(-1));
    }
    console.log(`on Monday: ${keys.presses} keys`);
    expect(keys.presses).toBeLessThanOrEqual(40);
    await wereSent(app, page, asked, links);
  });
});

test.describe("after a meeting", () => {
  const parts = (page) => {
    const log = page.getByRole("dialog", { name: /^Log a contact/ });
    const closing = page.getByRole("dialog", { name: "Before you leave Grace Tolliver" });
    return { log, closing, help: closing.getByRole("textbox", { name: "How can you help Grace?" }), capture: new Capture(page) };
  };

  test("after a meeting, by touch: logged, asked, help promised and the name written down in at most eight taps", async ({ app, page }) => {
    await opened(app, page, WEDNESDAY);
    const { log, closing, help, capture } = parts(page);
    const finger = new Finger(page);
    await finger.tap(app.log.filter({ visible: true }).first());
    await finger.type(log.getByLabel("With whom"), "Grace Tolliver");
    await finger.tap(log.getByRole("radio", { name: "Meeting", exact: true }));
    await finger.tap(log.getByRole("button", { name: "Log it" }));
    await finger.tap(closing.getByRole("radio", { name: "Yes, and names came" }));
    await finger.tap(help);
    await finger.type(help, "Two rooms near the hospital");
    await expect(closing.getByLabel("You promise it by")).toHaveValue("2026-12-02");
    await finger.tap(closing.getByRole("button", { name: "Keep the answers" }));
    await finger.type(capture.line, "Fred Ito 555-0101");
    await expect(capture.from).toHaveValue("Grace Tolliver");
    await finger.tap(capture.save);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    console.log(`after a meeting: ${finger.taps} taps`);
    expect(finger.taps).toBeLessThanOrEqual(8);
    await wasKept(app, page);
  });

  test("after a meeting, by keys alone", async ({ app, page }) => {
    await opened(app, page, WEDNESDAY);
    const { log, closing, help, capture } = parts(page);
    const keys = new Keys(page);
    await keys.press("l");
    await keys.type(log.getByLabel("With whom"), "Grace Tolliver");
    await keys.until(log.getByRole("radio", { name: "Call", exact: true }));
    await keys.press("ArrowDown", "ArrowDown", "ArrowDown");
    await expect(log.getByRole("radio", { name: "Meeting", exact: true })).toBeChecked();
    await keys.press("Control+Enter");
    await expect(closing.getByRole("radio", { name: "Yes, and names came" })).toBeFocused();
    await keys.press("Space");
    await keys.until(help);
    await keys.type(help, "Two rooms near the hospital");
    await keys.press("Control+Enter");
    await keys.type(capture.line, "Fred Ito 555-0101");
    await expect(capture.from).toHaveValue("Grace Tolliver");
    await keys.press("Control+Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    console.log(`after a meeting: ${keys.presses} keys`);
    expect(keys.presses).toBeLessThanOrEqual(16);
    await wasKept(app, page);
  });
});
