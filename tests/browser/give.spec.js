// Giving back: help wanted finds somebody, both are asked before they are introduced, balances count it, and plans are kept.
import { later, moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { Compose } from "./pages/compose.js";
import { Data } from "./pages/data.js";
import { Give } from "./pages/give.js";

/** A Friday, so that what was due on a working day is late. */
const TODAY = "2026-11-20";

/** The day this many days after today. */
const day = (n) => later(TODAY, n);

/** Sue, who looks for a trainer; Raj, who trains; Ken, who sent four and got nothing. */
function book() {
  const email = (id) => [{ kind: "email", label: "", value: `${id}@example.com` }];
  const person = [
    { id: "sue", name: "Sue Tran", title: "Adviser", organisation: "Northwind", looks_for: "A trainer for four new advisers", reach: email("sue"), note: "SECRET-NOTE" },
    { id: "raj", name: "Raj Mehta", title: "Sales trainer", organisation: "Mehta & Sons", reach: email("raj"), note: "SECRET-NOTE" },
    { id: "ken", name: "Ken Maddox", reach: email("ken") },
    { id: "fred", name: "Fred Ito", title: "CFO" },
    { id: "lena", name: "Lena Fischer", tags: ["insurance"] },
    { id: "ann1", name: "Ann Lee", organisation: "Acme" },
    { id: "ann2", name: "Ann Lee", organisation: "Bolt" },
  ];
  const referral = [1, 2, 3, 4].map((n) => ({ id: `r${n}`, source: "ken", prospect: "fred", agreed_on: day(-20), talked_on: n === 1 ? day(-9) : undefined, outcome: n > 1 ? { kind: "won", on: day(-2) } : undefined }));
  return { format: "kith", version: 1, book: "give", records: { person, referral } };
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

test("r68 two people are introduced with the yes of both, and nobody is named before", async ({ app, page, axe }) => {
  const [give, compose] = [new Give(page), new Compose(page)];
  await begin(app, page);
  await app.go("Giving back");
  const pair = give.pair("Sue Tran", "Raj Mehta");

  await test.step("it is proposed with its reason, and Sue is asked without a name", async () => {
    await expect(pair).toContainText("because Raj’s title is “Sales trainer”");
    await expect(pair).toContainText("Sue not asked");
    expect(await axe({})).toEqual([]);
    await pair.getByRole("button", { name: "Ask Sue first" }).click();
    await expect(compose.to).toHaveValue("sue@example.com");
    await expect(compose.message).not.toHaveValue(/Raj|Mehta|SECRET/);
    expect(await axe({})).toEqual([]);
    await compose.send("How is the new office?");
    await expect(pair).toContainText("Sue has yet to answer");
  });

  await test.step("Raj hears of Sue only after her yes", async () => {
    await give.more(pair, "Sue says yes");
    await pair.getByRole("button", { name: /^Ask Raj:/ }).click();
    await expect(compose.to).toHaveValue("raj@example.com");
    await expect(compose.message).toHaveValue(/Sue Tran \(Adviser, Northwind\) would like to meet you/);
    await compose.send("Good to see you on Friday.");
    await give.more(pair, "Raj says yes");
  });

  await test.step("both are introduced in one message, which counts for both", async () => {
    await pair.getByRole("button", { name: /^Introduce them/ }).click();
    await expect(compose.dialog).toContainText("raj@example.com gets it in copy.");
    await expect(compose.message).toHaveValue(/Sue, meet Raj Mehta/);
    await expect(compose.message).not.toHaveValue(/SECRET/);
    await compose.send("You will like each other.");
    await expect(pair).toHaveCount(0);
    await expect(page.getByText("Introductions made (1)")).toBeVisible();
    await expect(give.balances.getByRole("row", { name: /^Sue Tran/ })).toContainText("01");
    await expect(give.balances.getByRole("row", { name: /^Raj Mehta/ })).toContainText("01");
  });

  await test.step("what came of it is written down, and all of it is taken back", async () => {
    await page.getByText("Introductions made (1)").click();
    await page.getByRole("button", { name: /^What came of it: Sue Tran/ }).click();
    await give.dialog.getByLabel("In a line or two").fill("Four advisers trained");
    await give.dialog.getByRole("button", { name: "Keep it" }).click();
    await expect(page.getByRole("list", { name: "Introductions made" })).toContainText("Four advisers trained");
    await app.undo.click();
    await expect(page.getByRole("list", { name: "Introductions made" })).not.toContainText("Four advisers trained");
  });
});

test("r68 several are introduced to one, names are told apart, and nobody meets themselves", async ({ app, page }) => {
  const [give, compose] = [new Give(page), new Compose(page)];
  await begin(app, page);
  await app.at("#/give");
  await page.getByRole("button", { name: "Introduce two people" }).click();
  const others = give.dialog.getByLabel("Whom should they meet?");
  await give.dialog.getByLabel("For whom?").fill("Ken Maddox");
  await others.fill("Ken Maddox");
  await give.dialog.getByRole("button", { name: "Begin" }).click();
  await expect(give.dialog).toContainText("Nobody needs to meet themselves");
  await others.fill("Ann Lee");
  await give.dialog.getByRole("button", { name: "Begin" }).click();
  await expect(give.dialog).toContainText("2 people are called Ann Lee");
  await others.fill("Fred Ito\nann");
  await give.dialog.getByRole("button", { name: "Ann Lee, Bolt" }).click();
  await expect(others).toHaveValue("Fred Ito\nAnn Lee, Bolt\n");
  await give.dialog.getByRole("button", { name: "Begin" }).click();
  await expect(give.dialog).toHaveCount(0);
  await give.pair("Ken Maddox", "Fred Ito").getByRole("button", { name: /^Ask Ken first/ }).click();
  await expect(compose.message).toHaveValue(/I know 2 people you might like to meet/);
  await compose.send("A thought of mine.");
  await expect(give.pair("Ken Maddox", "Ann Lee")).toContainText("Ken has yet to answer");
  await give.more(give.pair("Ken Maddox", "Ann Lee"), "Not these two");
  await expect(give.pair("Ken Maddox", "Ann Lee")).toHaveCount(0);
  await app.undo.click();
  await expect(give.pair("Ken Maddox", "Ann Lee")).toHaveCount(1);
});

test("r65 r66 what is given, promised, wanted and sent stands in its place and in the balance", async ({ app, page, axe }) => {
  const [give, compose] = [new Give(page), new Compose(page)];
  await begin(app, page);
  await app.at("#/give");
  const ken = () => give.balances.getByRole("row", { name: /^Ken Maddox/ });

  await test.step("who gave most and got least comes first, with what could be done", async () => {
    await expect(ken()).toContainText("40");
    await expect(app.main).toContainText("One person has given far more than they got");
    await expect(give.ideas).toContainText("Something for Ken");
    await expect(give.ideas).toContainText("A good word about Ken’s work in public");
    await expect(give.dark).toContainText("Ken Maddox");
  });

  await test.step("a promise, with its words, kept and counted", async () => {
    await give.given({ state: "Promised", to: "Ken Maddox", text: "A name of a bookkeeper", on: day(-1) });
    await expect(give.dialog).toContainText("today or later");
    await give.dialog.getByLabel("Promised by").fill(day(0));
    await give.dialog.getByRole("button", { name: "Keep it" }).click();
    await expect(give.next).toContainText("A name of a bookkeeper");
    await give.given({ state: "Promised", what: "An article", to: "Sue Tran", text: "On cash flow", on: day(30) });
    await expect(give.promised).toContainText("On cash flow");
    expect(await axe({})).toEqual([]);
    await give.next.getByRole("button", { name: "Done already" }).click();
    await expect(ken()).toContainText("41");
    await give.next.getByRole("button", { name: "Send it" }).click();
    await expect(compose.message).toHaveValue(/On cash flow/);
    await compose.send("It made me think of you.");
    await expect(give.balances.getByRole("row", { name: /^Sue Tran/ })).toContainText("01");
  });

  await test.step("help that is wanted finds somebody, or says that nobody is found", async () => {
    await give.given({ state: "They want it", to: "Ken Maddox", text: "A boat hall to rent", on: day(-19) });
    await expect(give.wanted).toContainText("A boat hall to rent");
    await expect(give.wanted).toContainText("19 days");
    await give.given({ state: "They want it", to: "Ken Maddox", text: "Warehouse insurance" });
    await expect(give.pair("Ken Maddox", "Lena Fischer")).toContainText("because you tagged Lena “insurance”");
    await give.more(give.wanted.getByRole("listitem"), "Not wanted any more");
    await expect(give.wanted).toHaveCount(0);
  });

  await test.step("a referral I gave goes on to its end", async () => {
    await give.given({ what: "A referral", to: "Ken Maddox", sent: "Ken Maddox" });
    await expect(give.dialog).toContainText("Nobody can be referred to themselves");
    await give.dialog.getByLabel("Whom you sent").fill("Zoe Zed");
    await give.dialog.getByRole("button", { name: "Keep it" }).click();
    const row = give.sent.getByRole("listitem");
    await expect(row).toContainText("You sent Zoe Zed");
    await row.getByRole("button", { name: /^They are in touch/ }).click();
    await row.getByRole("button", { name: /^They have talked/ }).click();
    await row.getByRole("button", { name: /^Ken made a sale/ }).click();
    await expect(row).toContainText("It became a sale today");
    await app.undo.click();
    await expect(row).toContainText("They talked today");
    await expect(ken()).toContainText("42");
  });

  await test.step("the page of the person tells the balance, and all of it stands after a reload", async () => {
    await page.reload();
    await app.opened();
    await expect(give.sent).toContainText("Zoe Zed");
    await ken().getByRole("link").click();
    await expect(page.getByRole("region", { name: "Giving back" })).toContainText("4 from Ken, 2 from you in all.");
  });
});

test("r27 the words of a promise open for it, whatever else is owed, and keep it", async ({ app, page }) => {
  const [give, compose] = [new Give(page), new Compose(page)];
  await begin(app, page);
  await app.at("#/give");
  await give.given({ state: "Promised", to: "Ken Maddox", text: "A name of a bookkeeper", on: day(3) });
  await give.next.getByRole("button", { name: "Send it" }).click();
  await expect(compose.dialog.getByRole("heading", { name: "Help Ken Maddox" })).toBeVisible();
  await expect(compose.message).toHaveValue(/A name of a bookkeeper/);
  await compose.send("Good luck with it.");
  await expect(page.getByText("You kept your promise to Ken")).toBeVisible();
  await expect(app.main).toContainText("You have promised nothing that is not done");

  await give.ideas.getByRole("button", { name: /whom they look for/ }).click();
  await expect(compose.dialog.getByRole("heading", { name: "Write to Ken Maddox" })).toBeVisible();
  await compose.alreadySent.click();
  await expect(page.getByText("Saved. You wrote to Ken.")).toBeVisible();
  await expect(give.dark).toContainText("Ken Maddox");
});

test("r67 a plan is agreed, ticked, reviewed, changed, and thrown away", async ({ app, page, axe }) => {
  const give = new Give(page);
  await begin(app, page);
  await app.at("#/people/ken");
  await page.getByRole("link", { name: "Plan together" }).click();
  const field = (name) => give.dialog.getByLabel(name, { exact: true });
  await expect(field("With whom")).toHaveValue("Ken Maddox");

  await test.step("days that are past are refused", async () => {
    await field("What you do").fill("Two names for the apprentice scheme");
    await field("By").fill(day(-1));
    await field("What they do").fill("A tour of the plant");
    await field("Next meeting").fill(day(-2));
    await give.dialog.getByRole("button", { name: "Agree on it" }).click();
    await expect(give.dialog.getByText("That day has passed")).toHaveCount(2);
    await field("By").fill(day(1));
    await field("Next meeting").fill(day(8));
    expect(await axe({})).toEqual([]);
    await give.dialog.getByRole("button", { name: "Agree on it" }).click();
    await expect(app.title).toHaveText("Your plan with Ken");
  });

  await test.step("lines are ticked, added, edited and taken out", async () => {
    const mine = page.getByRole("region", { name: "What you do" });
    const theirs = page.getByRole("region", { name: "What Ken does" });
    expect(await axe({})).toEqual([]);
    await theirs.getByRole("checkbox", { name: "A tour of the plant" }).check();
    await expect(app.main).toContainText("1 of 2 done.");
    await mine.getByRole("button", { name: "Add what you do" }).click();
    await field("What").fill("A seat at the fair");
    await give.dialog.getByRole("button", { name: "Keep it" }).click();
    await expect(mine.getByRole("listitem")).toHaveCount(2);
    await give.more(mine.getByRole("listitem").last(), "Edit…");
    await field("What").fill("Two seats at the fair");
    await give.dialog.getByRole("button", { name: "Keep it" }).click();
    await expect(mine).toContainText("Two seats at the fair");
    await give.more(mine.getByRole("listitem").last(), "Take it out");
    await expect(mine.getByRole("listitem")).toHaveCount(1);
    await page.getByRole("button", { name: "Change the days" }).click();
    await field("Look at it again").fill(day(20));
    await give.dialog.getByRole("button", { name: "Keep them" }).click();
    await page.getByRole("button", { name: "We looked at it" }).click();
    await expect(app.said("Looked at. It comes up again in 90 days.")).toBeVisible();
  });

  await test.step("it stands among the plans, is owed on its day, and goes into the trash and back", async () => {
    await app.at("#/give");
    await expect(give.next).toContainText("Two names for the apprentice scheme");
    await give.plans.getByRole("link", { name: "Ken Maddox" }).click();
    await page.getByRole("button", { name: "More for this plan" }).click();
    await page.getByRole("button", { name: "Put in the trash" }).filter({ visible: true }).click();
    await expect(app.main).toContainText("There is no such plan here");
    await app.at("#/data");
    const thrown = page.getByRole("list", { name: /^Plans together/ });
    expect(await axe({})).toEqual([]);
    await thrown.getByRole("button", { name: "Put back: Your plan with Ken Maddox" }).click();
    await expect(thrown).toHaveCount(0);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(thrown.getByRole("listitem")).toHaveText(/Your plan with Ken Maddox/);
    await thrown.getByRole("button", { name: "Put back: Your plan with Ken Maddox" }).click();
    await page.goBack();
    await expect(app.title).toHaveText("Your plan with Ken");
  });
});
