// Events: planned, the guests proposed, invited one after the other, their answers, who came, the words after it.
import { later, moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { Compose } from "./pages/compose.js";
import { Data } from "./pages/data.js";
import { Events } from "./pages/events.js";

/** A Friday. */
const TODAY = "2026-11-20";

/** The day this many days after today. */
const day = (n) => later(TODAY, n);

/** Jim and Sue send people; Zoe is talked with, Noah in confidence; Kim bought; Raj trains, which Sue looks for; Hugh wants nothing. */
function book() {
  const email = (id) => [{ kind: "email", label: "", value: `${id}@example.com` }];
  const person = [
    { id: "jim", name: "Jim Dow", reach: email("jim"), organisation: "Dow & Daughters" },
    { id: "sue", name: "Sue Tran", reach: email("sue"), looks_for: "A trainer for four new advisers" },
    { id: "zoe", name: "Zoe Ali", reach: email("zoe") },
    { id: "noah", name: "SECRET NOAH", reach: email("noah") },
    { id: "kim", name: "Kim Rae", reach: email("kim"), roles: ["client"], rating: 5 },
    { id: "raj", name: "Raj Mehta", title: "Sales trainer", reach: email("raj"), rank: 1 },
    { id: "hugh", name: "Hugh Still", rank: 2, consent: "do not contact" },
    { id: "ann1", name: "Ann Lee", organisation: "Acme" },
    { id: "ann2", name: "Ann Lee", organisation: "Bolt" },
  ];
  const talked = { agreed_on: day(-30), introduced_on: day(-25), followed_up_on: day(-24), talked_on: day(-5) };
  const referral = [
    { id: "r1", source: "jim", prospect: "zoe", ...talked },
    { id: "r2", source: "sue", prospect: "noah", confidential: true, ...talked },
    { id: "r3", source: "jim", prospect: "kim", agreed_on: day(-90), outcome: { kind: "won", on: day(-60) } },
  ];
  return { format: "kith", version: 1, book: "events", records: { person, referral } };
}

/** Opens an empty book and brings these people into it. */
async function begin(app, page) {
  await page.clock.setFixedTime(moment(TODAY));
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data");
  const data = new Data(page);
  await data.choose({ name: "kith.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(book())) });
  await data.merge.click();
  await expect(data.undoImport).toBeVisible();
}

/** Goes to the page of events in the navigation and plans a supper this many days off. */
async function supper(app, page, events, off) {
  await app.go("Events and news");
  await events.plan.click();
  await events.keep({ name: "Supper", on: day(off), place: "Marlowe’s" });
  await expect(app.title).toHaveText("Supper");
}

test("r69 an event is planned, its guests are proposed, invited, come, and hear from me after", async ({ app, page, axe }) => {
  const [events, compose] = [new Events(page), new Compose(page)];
  await begin(app, page);
  await app.go("Events and news");

  await test.step("it is planned with a name and a day", async () => {
    await expect(app.main).toContainText("No event yet");
    expect(await axe({})).toEqual([]);
    await events.plan.click();
    await expect(page).toHaveURL(/#\/events\?event=$/);
    await events.keep({});
    await expect(events.dialog).toContainText("Write what it is called");
    await expect(events.dialog).toContainText("Choose the day");
    expect(await axe({})).toEqual([]);
    await page.goBack();
    await expect(events.dialog).toHaveCount(0);
    await supper(app, page, events, 13);
    await expect(app.main).toContainText("Thursday 3 December, in 13 days. Marlowe’s.");
  });

  await test.step("it is found from anywhere, by its name or its place", async () => {
    await app.at("#/people");
    await app.find.first().click();
    const dialog = page.getByRole("dialog");
    const line = dialog.getByRole("searchbox", { name: "Find anyone" });
    const found = dialog.getByRole("group", { name: "Events" }).getByRole("option");
    await line.fill("lunch");
    await expect(found).toHaveCount(0);
    for (const typed of ["supp", "marlowe"]) {
      await line.fill(typed);
      await expect(found).toContainText("Thursday 3 December, in 13 days. Marlowe’s.");
    }
    await line.press("Enter");
    await expect(app.title).toHaveText("Supper");
  });

  await test.step("sources, prospects and clients are proposed, each with the reason; nobody in confidence or against their will", async () => {
    await expect(events.proposed.getByRole("listitem")).toHaveCount(5);
    await expect(events.proposal("Jim Dow")).toContainText("Because they sent you 2 people; 1 bought.");
    await expect(events.proposal("Zoe Ali")).toContainText("Because you talked 5 days ago");
    await expect(events.proposed).not.toContainText(/NOAH|Hugh/);
    await expect(app.main).toContainText("3 sources, 1 prospect and 1 client.");
    expect(await axe({})).toEqual([]);
    await events.proposal("Kim Rae").getByRole("button", { name: "Put on the list: Kim Rae" }).click();
    await expect(events.guest("Kim Rae")).toContainText("Not asked");
    await page.getByRole("button", { name: "Put all 4 on the list" }).click();
    await expect(events.guests.getByRole("listitem")).toHaveCount(5);
    await app.undo.click();
    await expect(events.guests.getByRole("listitem")).toHaveCount(1);
    await page.getByRole("button", { name: "Put all 4 on the list" }).click();
    await expect(events.room).toContainText("One in 5 is someone you hope to work with.");
  });

  await test.step("somebody else is put there by name, but nobody who wants no messages, and nobody twice", async () => {
    const add = async (name) => {
      await events.dialog.getByLabel("Name").fill(name);
      await events.dialog.getByRole("button", { name: "Put on the list" }).click();
    };
    await page.getByRole("button", { name: "Somebody else…" }).click();
    await add("Hugh Still");
    await expect(events.dialog).toContainText("wants no messages");
    await add("Jim Dow");
    await expect(events.dialog).toContainText("stands on the list already");
    await add("Ann Lee");
    await expect(events.dialog).toContainText("2 people are called Ann Lee");
    await add("Ann Lee, Bolt");
    await expect(events.guest("Ann Lee")).toContainText("Because you put them on the list. Bolt");
    await events.more(events.guest("Ann Lee"), "Take off the list");
    await expect(events.guest("Ann Lee")).toHaveCount(0);
  });

  await test.step("they are invited one after the other, each with the words ready", async () => {
    await expect(events.next).toContainText("Invite the 5 who are not asked");
    await events.next.getByRole("button", { name: "Write the 5 invitations" }).click();
    await expect(compose.message).toHaveValue("I would be glad to have you at Supper, Thursday 3 December, Marlowe’s. Will you come?");
    await expect(compose.dialog).toContainText("Invite Kim Rae");
    expect(await axe({})).toEqual([]);
    for (const name of ["Kim Rae", "Jim Dow", "Zoe Ali"]) {
      await expect(compose.dialog.getByRole("heading", { level: 2 })).toContainText(name);
      await compose.ownLine.fill("It would not be the same without you.");
      await compose.alreadySent.click();
    }
    await compose.dialog.getByRole("button", { name: /^Close/ }).click();
    await expect(events.guest("Kim Rae")).toContainText("No answer");
    await expect(events.next).toContainText("Invite the 2 who are not asked");
  });

  await test.step("they answer; the day moves, and they are asked again", async () => {
    await events.more(events.guest("Kim Rae"), "Comes");
    await events.more(events.guest("Jim Dow"), "Cannot come");
    await expect(events.guest("Kim Rae")).toContainText("Comes");
    await expect(events.guest("Jim Dow")).toContainText("Cannot");
    await expect(events.room).toContainText("Said yes: 1 client.");
    await events.about("Edit…");
    await events.keep({ on: day(20), verb: "Keep it" });
    await expect(events.guest("Kim Rae")).toContainText("Another day");
    await expect(events.next).toContainText("3 guests were asked for another day");
    await events.guest("Kim Rae").getByRole("button", { name: "Invite: Kim Rae" }).click();
    await expect(compose.message).toHaveValue(/^Supper has moved to another day: Thursday 10 December/);
    await compose.send("Sorry for the change.");
    await expect(events.guest("Kim Rae")).toContainText("No answer");
    await app.undo.click();
    await app.status.getByText("Taken back.").waitFor();
    await events.more(events.guest("Kim Rae"), "Comes");
    await events.more(events.guest("Zoe Ali"), "Comes");
    await app.at("#/events");
    await expect(events.coming).toContainText("2 come, 3 are not asked.");
  });
});

test("r69 who came was met, hears from me the next working day, and two who should meet are introduced", async ({ app, page, axe }) => {
  const [events, compose] = [new Events(page), new Compose(page)];
  await begin(app, page);
  await supper(app, page, events, -1);

  await test.step("an event that was is noted with those who came", async () => {
    await expect(events.proposed).toHaveCount(0);
    for (const name of ["Sue Tran", "Raj Mehta", "SECRET NOAH"]) {
      await page.getByRole("button", { name: "Somebody else…" }).click();
      await events.dialog.getByLabel("Name").fill(name);
      await events.dialog.getByRole("button", { name: "Put on the list" }).click();
      await expect(events.guest(name)).toHaveCount(1);
    }
    await events.more(events.guest("Sue Tran"), "Comes");
    await events.next.getByRole("button", { name: "Sue came" }).click();
    await events.guest("Raj Mehta").getByRole("checkbox", { name: "Raj Mehta came" }).check();
    await expect(events.guest("Raj Mehta")).toContainText("Came");
    expect(await axe({})).toEqual([]);
  });

  await test.step("two of them should meet, and it leads to the introduction", async () => {
    await expect(events.meet).toContainText("because Raj’s title is “Sales trainer”");
    await events.meet.getByRole("button", { name: /^Ask Sue first/ }).click();
    await expect(compose.to).toHaveValue("sue@example.com");
    await compose.dialog.getByRole("button", { name: /^Close/ }).click();
    await expect(events.meet).toHaveCount(0);
  });

  await test.step("a word to each is owed, on Today and here; it is written, and not owed any more", async () => {
    await app.at("#/today");
    await expect(page.getByRole("list", { name: "Owed" })).toContainText("They came to Supper yesterday.");
    await app.at("#/events");
    await expect(app.main).toContainText("2 people who came wait for a word.");
    await expect(events.past.getByRole("row", { name: /^Supper/ })).toContainText("Nothing yet");
    expect(await axe({})).toEqual([]);
    await events.after.getByRole("button", { name: "Write to Raj Mehta" }).click();
    await expect(compose.message).toHaveValue("It was good to have you at Supper. How did you like it?");
    await compose.send("Your story of the lift stays with me.");
    await expect(events.after.getByRole("listitem")).toHaveCount(1);
    await app.at("#/people/raj");
    await expect(app.main).toContainText("Event with Raj");
  });

  await test.step("who is trashed leaves the list and comes back; the event goes into the trash and back", async () => {
    await page.getByRole("button", { name: /^More for/ }).first().click();
    await page.getByRole("button", { name: "Put in the trash" }).filter({ visible: true }).click();
    await app.at("#/events");
    await events.past.getByRole("link", { name: "Supper" }).click();
    await expect(app.main).toContainText("1 guest is not in your book any more.");
    await app.undo.click();
    await expect(events.guests.getByRole("listitem")).toHaveCount(3);
    await events.about("Put in the trash");
    await expect(app.main).toContainText("No event yet");
    await app.undo.click();
    await expect(events.past).toContainText("Supper");
  });

  await test.step("on paper there are names to tick, and nobody in confidence", async () => {
    await events.past.getByRole("link", { name: "Supper" }).click();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("table", { name: "Guests, to print" })).toContainText("Raj Mehta");
    await expect(page.getByRole("table", { name: "Guests, to print" })).toContainText("Confidential");
    await expect(page.locator("body")).not.toHaveText(/SECRET/, { useInnerText: true });
    await page.emulateMedia({ media: "screen" });
  });
});

test("r69 an address of no event says so, and three hundred guests stand in a list that grows", async ({ app, page }) => {
  const events = new Events(page);
  await page.clock.setFixedTime(moment(TODAY));
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data");
  const person = Array.from({ length: 300 }, (_, n) => ({ id: `p${n}`, name: `Guest Number ${n}` }));
  const event = [{ id: "e1", name: "Fair", on: day(20), invited: person.map(({ id }) => ({ person: id })) }];
  const data = new Data(page);
  const file = JSON.stringify({ format: "kith", version: 1, book: "many", records: { person, event } });
  await data.choose({ name: "kith.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await data.merge.click();
  await expect(data.undoImport).toBeVisible();
  await app.at("#/events/gone");
  await expect(app.main).toContainText("There is no such event here");
  await app.at("#/events/e1");
  await expect(events.next).toContainText("Invite the 300 who are not asked");
  await expect(events.guests.getByRole("listitem")).toHaveCount(24);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(events.guests.getByRole("listitem")).toHaveCount(48);
  await expect(app.main).toContainText("48 of 300");
});
