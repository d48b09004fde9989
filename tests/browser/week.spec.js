// The rhythm of a week: the goal, its slots and its pace; five people to contact; how many of whom there are.
import { expect, test } from "./fixtures.js";
import { People } from "./pages/people.js";
import { Week } from "./pages/week.js";

const logged = async (app, page, name, day) => {
  await app.at("#/today?log=");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("With whom").fill(name);
  const add = dialog.getByLabel(/^Add .* to your book/);
  await add.check();
  if (day) await dialog.getByText(day, { exact: true }).click();
  await dialog.getByRole("button", { name: "Log it" }).click();
  await expect(dialog).toHaveCount(0);
};

test("a contact fills a slot of its own day, the pace says what is left, and another goal leaves last week alone", async ({ app, page }) => {
  const week = new Week(page);
  await week.on("2026-11-18");
  await app.open();
  await app.begin("an empty book");
  await expect(week.goal).toContainText("0 of 5, Wednesday");
  await expect(week.goal).toContainText("3 behind an even pace: 5 more by Friday.");
  await logged(app, page, "Ada Byron");
  await logged(app, page, "Bo Dahl", "Yesterday");
  await expect(week.slots).toHaveText([/Bo Dahl, Tuesday/, /Ada Byron, Wednesday/, "Empty", "Empty", "Empty"]);
  await expect(week.goal).toContainText("1 behind an even pace: 3 more by Friday.");

  await week.change.click();
  await expect(page).toHaveURL(/goal=/);
  await week.people.fill("4");
  await week.set.click();
  await expect(week.dialog).toContainText("Five is the least that keeps a book alive: one person a working day.");
  await week.people.fill("501");
  await week.set.click();
  await expect(week.dialog).toContainText("Five hundred is the most.");
  await week.people.fill("8");
  await week.set.click();
  await expect(week.dialog).toHaveCount(0);
  await expect(week.goal).toContainText("2 of 8");
  await app.undo.click();
  await expect(week.goal).toContainText("2 of 5");
  await week.change.click();
  await page.goBack();
  await expect(week.dialog).toHaveCount(0);
});

test("five are proposed, each for a reason of their own, and a swap brings the next one", async ({ app, page }) => {
  const week = new Week(page);
  await app.open();
  await app.begin("the sample book");
  await expect(week.five).toHaveCount(5);
  const before = await week.names();
  const reasons = await week.five.getByRole("paragraph").allTextContents();
  expect(new Set(reasons).size).toBe(5);
  const swap = week.five.nth(1).getByRole("button", { name: `Someone else instead of ${before[1]}` });
  await swap.click();
  await expect.poll(week.names.bind(week)).not.toContain(before[1]);
  const after = await week.names();
  expect(after).toHaveLength(5);
  expect(after[0]).toBe(before[0]);
  await expect(week.five.nth(1).getByRole("button", { name: `Someone else instead of ${after[1]}` })).toBeFocused();
  await app.undo.click();
  await expect.poll(week.names.bind(week)).toEqual(before);
  await week.five.first().getByRole("button").first().click();
  await expect(page.getByRole("dialog")).toContainText(before[0].split(" ")[0]);
});

test("every number of the census leads to the people it counts", async ({ app, page }) => {
  const [week, people] = [new Week(page), new People(page)];
  await app.open();
  await app.begin("the sample book");
  for (const name of [/ clients?$/, / excellent$/, / never asked$/, /build by referral/]) {
    await app.at("#/today");
    const link = week.box.getByRole("link", { name });
    const number = Number((await link.textContent()).match(/\d+/)[0]);
    await link.click();
    await expect(app.title).toHaveText("People");
    await expect(people.list.getByRole("row")).toHaveCount(number + 1);
  }
});
