// The whole of it, day by day: contacts come in, referrals are captured, everyone is thanked in order, a sale is
// made, and the book survives a reload, a stopped server, and the way out and in again.
import { contacts, PEOPLE } from "./contacts.js";
import { moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { App } from "./pages/app.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { Data } from "./pages/data.js";
import { People } from "./pages/people.js";
import { Referral } from "./pages/referral.js";
import { Today } from "./pages/today.js";
import { Welcome } from "./pages/welcome.js";

const [FRIDAY, MONDAY, TUESDAY, WEDNESDAY] = ["2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25"];

/** Goes to a referral by the list it stands in. */
async function toReferral(app, list, name) {
  await app.go("Referrals");
  await app.main.getByRole("group", { name: "Show" }).getByRole("link", { name: list, exact: true }).click();
  await app.main.getByRole("list", { name: "Referrals" }).getByRole("link", { name }).click();
  await expect(app.title).toHaveText(name);
}

test("from the first opening to the sale, and the book comes through everything", async ({ page, context, ownSite }) => {
  test.setTimeout(150_000);
  const site = await ownSite();
  const app = new App(page);
  const [data, people, capture, referral] = [new Data(page), new People(page), new Capture(page), new Referral(page)];
  const [today, compose] = [new Today(page), new Compose(page)];

  const dawn = async (day) => {
    await page.clock.setFixedTime(moment(day));
    await page.reload();
    await app.opened();
    await app.go("Today");
  };
  const ofFred = (list = "Open", there = app) => toReferral(there, list, "Fred Ito");

  await test.step("the first opening, with nothing filled in", async () => {
    await page.clock.setFixedTime(moment(FRIDAY));
    await app.open(site.url);
    await new Welcome(page).openMyBook.click();
    await expect(app.title).toHaveText("Today");
    await expect(today.owed.getByRole("listitem")).toHaveCount(0);
  });

  await test.step("200 people come in, after a look at what would come", async () => {
    await app.go("Your data");
    await data.choose(contacts());
    await expect(data.importNames).toHaveText("Import 200 names");
    await expect(page.getByText("200 people in your book")).toHaveCount(0);
    const more = page.getByRole("button", { name: "Show 50 more" });
    for (let tap = 0; tap < 3; tap += 1) await more.click();
    await expect(more).toHaveCount(0);
    await expect(page.getByRole("row", { name: /王/ }).first()).toContainText("New");
    await data.importNames.click();
    await expect(data.undoImport).toBeVisible();
    await app.go("People");
    await expect(page.getByText("200 people in your book.")).toBeVisible();
    await people.search.fill("Ольга Смирнова");
    await expect(people.person("Ольга Смирнова")).toBeVisible();
    await people.person("Ольга Смирнова").click();
    await expect(app.main).toContainText(PEOPLE.find(({ name }) => name === "Ольга Смирнова").note);
  });

  await test.step("three referrals from one line each", async () => {
    await app.capture.click();
    await capture.line.fill("Fred Ito 555-0101 CFO Acme via Connie Baxter");
    await expect(capture.understood).toContainText("Connie Baxter");
    await expect(capture.field("Who they are")).toHaveValue("Fred Ito");
    await expect(capture.field("Phone")).toHaveValue("555-0101");
    await expect(capture.field("Title")).toHaveValue("CFO");
    await expect(capture.field("Organisation")).toHaveValue("Acme");
    await expect(capture.from).toHaveValue("Connie Baxter");
    await capture.saveAndAnother.click();
    await expect(capture.line).toHaveValue("");
    await capture.line.fill("Hana Sato hana@example.org via Jim Novak");
    await capture.saveAndAnother.click();
    await expect(capture.line).toHaveValue("");
    await capture.line.fill("Paul Reed +44 20 7946 0999 via Ольга Смирнова");
    await capture.save.click();
    await expect(capture.dialog).toHaveCount(0);
    await app.go("People");
    // Connie and Ольга were known; Jim and the three prospects were not.
    await expect(page.getByText("204 people in your book.")).toBeVisible();
  });

  await test.step("Friday: each is owed thanks today, and one is thanked from the referral", async () => {
    await app.go("Today");
    await expect.poll(() => today.rows()).toEqual(["Connie Baxter today", "Jim Novak today", "Ольга Смирнова today"]);
    await ofFred();
    await expect(referral.next).toContainText("Connie");
    await referral.write();
    await expect(compose.message).not.toHaveValue("");
    await compose.send("Your timing could not have been better.");
    expect((await referral.states())[5]).toBe("done");
    await expect(app.main).toContainText("Your timing could not have been better.");
    await app.go("Today");
    await expect.poll(() => today.rows()).toEqual(["Jim Novak today", "Ольга Смирнова today", "Connie Baxter soon"]);
    await today.write("Jim Novak");
    await compose.send("Hana wrote to me within the hour.");
    await expect.poll(() => today.rows()).toEqual(["Ольга Смирнова today", "Connie Baxter soon", "Jim Novak soon"]);
  });

  await test.step("Monday: what was not done on Friday is late; the introduction is made", async () => {
    await dawn(MONDAY);
    await expect.poll(() => today.rows()).toEqual(["Ольга Смирнова late", "Connie Baxter soon", "Jim Novak soon"]);
    await today.more("Ольга Смирнова", "Done already");
    await expect.poll(() => today.rows()).toEqual(["Connie Baxter soon", "Jim Novak soon", "Ольга Смирнова soon"]);
    await ofFred();
    expect((await referral.states())[6]).toBe("locked");
    await referral.introduced.click();
    await expect.poll(async () => (await referral.states())[4]).toBe("done");
    await app.go("Today");
    await expect(today.row("Fred Ito")).toHaveAttribute("data-due", "soon");
  });

  await test.step("Tuesday: the follow-up is due; they are followed up and talked to", async () => {
    await dawn(TUESDAY);
    await expect(today.row("Fred Ito")).toHaveAttribute("data-due", "today");
    await ofFred();
    await referral.followedUp.click();
    await expect.poll(async () => (await referral.states())[6]).toBe("done");
    await referral.talked.click();
    await app.go("Today");
    await expect(today.row("Fred Ito")).toHaveCount(0);
    await expect(today.row("Connie Baxter")).toHaveAttribute("data-due", "soon");
  });

  await test.step("Wednesday: the sale; the thanks for it stand first, and are settled one by one", async () => {
    await dawn(WEDNESDAY);
    await expect(today.row("Connie Baxter")).toHaveAttribute("data-due", "today");
    await ofFred();
    await referral.win("12,500");
    await expect(app.main).toContainText("12,500");
    await app.go("Today");
    await expect.poll(() => today.rows()).toEqual(["Connie Baxter today", "Jim Novak today", "Ольга Смирнова today", "Fred Ito today"]);
    await expect(today.row("Connie Baxter")).not.toContainText("12,500");
    await today.write("Connie Baxter");
    await expect(compose.message).not.toHaveValue(/12.500/);
    await compose.send("None of this would have begun without you.");
    await expect.poll(() => today.rows()).toEqual(["Jim Novak today", "Ольга Смирнова today", "Fred Ito today"]);
    await ofFred("Won");
    expect((await referral.states()).slice(4)).toEqual(["done", "done", "done", "done", "done"]);
  });

  const allThere = async (there) => {
    await there.opened();
    await there.go("People");
    await expect(there.page.getByText("204 people in your book.")).toBeVisible();
    await ofFred("Won", there);
    await expect(there.main).toContainText("12,500");
    await expect(there.main).toContainText("Your timing could not have been better.");
  };

  await test.step("a reload", async () => {
    await page.reload();
    await allThere(app);
  });

  const file = await test.step("a backup", async () => {
    await app.go("Your data");
    const { name, text } = await data.download();
    expect(name).toBe(`kith-${WEDNESDAY}.json`);
    await expect(page.getByRole("heading", { name: "Backed up today" })).toBeVisible();
    return text;
  });

  await test.step("the page closed, the server stopped, and opened again", async () => {
    await expect(page.locator("html")).toHaveAttribute("data-offline", "on");
    await page.close();
    await site.stop();
    const again = new App(await context.newPage());
    await again.page.goto(site.url);
    await allThere(again);
    await again.page.close();
  });

  await test.step("in again elsewhere, and out again: the same book", async () => {
    const other = new App(await context.newPage());
    await other.open((await ownSite()).url);
    await new Welcome(other.page).backup.click();
    const there = new Data(other.page);
    await there.choose({ name: "kith.json", mimeType: "application/json", buffer: Buffer.from(file) });
    await expect(other.page.getByRole("row", { name: /Fred Ito/ }).first()).toContainText("New");
    await there.merge.click();
    await expect(there.undoImport).toBeVisible();
    await other.go("Your data");
    const [one, two] = [JSON.parse(file), JSON.parse((await there.download()).text)];
    expect(two.records).toEqual(one.records);
    expect(two.erased).toEqual(one.erased);
    expect(one.records.person).toHaveLength(204);
    expect(one.records.referral).toHaveLength(3);
  });
});
