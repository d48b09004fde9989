// The referral tree: drawn, walked, folded, searched, credited, thanked and handed on; by pointer, by keys and as an outline.
import { moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { Compose } from "./pages/compose.js";
import { Data } from "./pages/data.js";
import { Tree } from "./pages/tree.js";

const person = (id, name, more = {}) => ({ id, name, ...more });
const referral = (id, source, prospect, more = {}) => ({ id, source, prospect, ...more });
const won = (on, minor) => ({ outcome: { kind: "won", on, value: { minor, currency: "USD" } } });

/** Connie brought Christina and Ruth, Christina and later Jim brought Fred, Fred brought Helen, and one in confidence. */
const BRANCHES = {
  person: [
    person("p1", "Connie Alvarez"), person("p2", "Christina Okafor"), person("p3", "Fred Ito"), person("p4", "Helen Zhao"),
    person("p5", "Ruth Adeyemi"), person("p6", "Jim Novak"), person("p7", "Zebulon Quillfeather"),
  ],
  referral: [
    referral("r1", "p1", "p2", won("2022-02-01", 2_200_000)),
    referral("r2", "p1", "p5", { outcome: { kind: "closed", on: "2023-03-01", why: "No budget" } }),
    referral("r3", "p2", "p3", won("2024-04-01", 3_150_000)),
    referral("r4", "p6", "p3"),
    referral("r5", "p3", "p4", { introduced_on: "2026-11-09", ...won("2026-11-16", 1_000_000) }),
    referral("r6", "p3", "p7", { confidential: true, introduced_on: "2024-05-01", ...won("2024-06-01", 9_876_500) }),
  ],
  // All that was won long ago has been thanked for.
  touch: [["p1", "r1"], ["p1", "r3"], ["p2", "r3"], ["p3", "r6"], ["p2", "r6"], ["p1", "r6"]].map(([to, about], n) => ({
    id: `t${n}`, person: to, on: "2024-06-02", kind: "note", started_by: "me", purposes: ["thank"], about, milestone: "won",
  })),
};

/** Opens an empty book and brings these records into it. */
async function bring(app, page, records) {
  const text = JSON.stringify({ format: "kith", version: 1, book: "b1", records });
  const data = new Data(page);
  await page.clock.setFixedTime(moment("2026-11-20"));
  await app.open();
  await app.begin("an empty book");
  await app.go("Your data");
  await data.choose({ name: "trees.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await data.merge.click();
  await expect(data.undoImport).toBeVisible();
}

async function grown(app, page, records = BRANCHES) {
  await bring(app, page, records);
  await app.go("Tree");
  const tree = new Tree(page);
  await expect(tree.people.first()).toBeVisible();
  return tree;
}

test("r57 the tree is drawn from the base upward, and the outline says the same", async ({ app, page, axe }) => {
  const tree = await grown(app, page);
  await expect(tree.people).toHaveCount(7);
  await expect(page.getByText("2 trees with 7 people, up to 3 generations above the base.")).toBeVisible();
  const [connie, christina, fred, helen] = [await tree.place(/^Connie/), await tree.place(/^Christina/), await tree.place(/^Fred/), await tree.place(/^Helen/)];
  expect(connie.y).toBeGreaterThan(christina.y);
  expect(christina.y).toBeGreaterThan(fred.y);
  expect(fred.y).toBeGreaterThan(helen.y);
  await expect(tree.person("Fred Ito, 2nd generation, Client, USD 31,500, Thank-you overdue")).toHaveAttribute("aria-level", "3");
  await expect(tree.rows).toHaveCount(7);
  await expect(tree.row("Helen Zhao")).toContainText("3rd, USD 10,000, said yes 16 November");
  await expect(tree.row("Ruth Adeyemi")).toContainText("1st, file closed, 2023");
  await expect(tree.row("Zebulon Quillfeather")).toContainText("confidential");

  await test.step("one tree of its own", async () => {
    await tree.trees.getByRole("link", { name: /^Connie/ }).click();
    await expect(page.getByText("2 introductions by Connie Alvarez have grown into 5 people, 4 of them clients, worth USD 162,265.")).toBeVisible();
    await expect(tree.people).toHaveCount(6);
    expect(await axe()).toEqual([]);
  });

  await test.step("nobody in a tree is told so", async () => {
    await app.at("#/tree/p99");
    await expect(page.getByRole("heading", { name: "No tree yet" })).toBeVisible();
  });
});

test("the tree is walked with the keys, folded, searched, zoomed and dragged, and the outline can do as much", async ({ app, page }) => {
  const tree = await grown(app, page);
  await test.step("keys walk along the branches", async () => {
    await tree.drawing.focus();
    for (const [key, name] of [
      ["ArrowUp", "Christina Okafor"], ["ArrowUp", "Fred Ito"], ["ArrowUp", "Helen Zhao"], ["ArrowUp", "Helen Zhao"],
      ["ArrowDown", "Fred Ito"], ["Home", "Connie Alvarez"], ["ArrowRight", "Jim Novak"], ["ArrowLeft", "Connie Alvarez"], ["End", "Helen Zhao"],
    ]) {
      await page.keyboard.press(key);
      await expect(tree.chosen).toHaveAccessibleName(new RegExp(`^${name}`));
      await expect(tree.drawing).toHaveAttribute("aria-activedescendant", await tree.chosen.getAttribute("id"));
    }
  });

  await test.step("a branch folds by the space bar and unfolds in the outline", async () => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    await expect(tree.people).toHaveCount(5);
    await expect(tree.rows).toHaveCount(5);
    await expect(tree.person(/^Fred Ito/)).toHaveAttribute("aria-expanded", "false");
    await tree.outline.getByRole("button", { name: "Branch of Fred Ito" }).click();
    await expect(tree.people).toHaveCount(7);
    await page.getByRole("button", { name: "Fold the branch" }).click();
    await expect(tree.people).toHaveCount(5);
  });

  await test.step("somebody folded away is found, unfolded and put in the middle", async () => {
    await tree.find.fill("zhao");
    await tree.find.press("Enter");
    await expect(tree.chosen).toHaveAccessibleName(/^Helen Zhao/);
    await expect(tree.people).toHaveCount(7);
    const [at, box] = [await tree.place(/^Helen/), await tree.drawing.boundingBox()];
    expect(Math.abs(at.x - box.x - box.width / 2)).toBeLessThan(60);
    await tree.find.fill("nobody at all");
    await expect(page.getByText("No one here is called so.")).toBeVisible();
    await tree.find.fill("");
  });

  await test.step("the outline chooses too", async () => {
    await tree.outline.getByRole("button", { name: "Choose Christina Okafor" }).click();
    await expect(tree.chosen).toHaveAccessibleName(/^Christina/);
    await expect(page.getByText("1st generation, brought by Connie Alvarez.")).toBeVisible();
    await expect(page.getByText("3 people · 3 referrals · 0 open · 3 won · USD 140,265")).toBeVisible();
  });

  await test.step("buttons and the wheel zoom, a drag moves the paper and chooses nobody", async () => {
    await page.getByRole("button", { name: "Fit", exact: true }).click();
    const size = async () => (await tree.person(/^Ruth/).boundingBox()).width;
    const fitted = await size();
    await page.getByRole("button", { name: "Zoom in" }).click();
    expect(await size()).toBeGreaterThan(fitted * 1.1);
    await page.getByRole("button", { name: "Zoom out" }).click();
    expect(Math.abs((await size()) - fitted)).toBeLessThan(2);
    await tree.drawing.scrollIntoViewIfNeeded();
    const box = await tree.drawing.boundingBox();
    const middle = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(...middle);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -200);
    await page.keyboard.up("Control");
    await expect.poll(size).toBeGreaterThan(fitted * 1.3);
    const before = await tree.place(/^Christina/);
    await page.mouse.move(before.x, before.y + 5);
    await page.mouse.down();
    await page.mouse.move(before.x + 40, before.y + 35, { steps: 4 });
    await page.mouse.up();
    const after = await tree.place(/^Christina/);
    expect(Math.abs(after.x - before.x - 40)).toBeLessThan(3);
    await expect(tree.chosen).toHaveAccessibleName(/^Christina/);
    await tree.person(/^Ruth/).click();
    await expect(tree.chosen).toHaveAccessibleName(/^Ruth/);
  });
});

test("r60 a branch is thanked one after the other, each with a sentence of their own, and each is ticked", async ({ app, page }) => {
  const [tree, compose] = [await grown(app, page), new Compose(page)];
  await expect(tree.thank).toContainText("Helen Zhao said yes 4 days ago. 0 of 3 thanked.");
  const sentences = await tree.thank.locator("q").allTextContents();
  expect(sentences).toEqual([
    "Helen Zhao has said yes, and it began with you. Thank you.",
    "Because you introduced me to Fred Ito, one thing led to another: it has led to a sale. Thank you for your part in it.",
    "You once introduced me to Christina Okafor, and it has led to a sale. Thank you for where it began.",
  ]);
  await expect(tree.person(/^Connie/)).toHaveAccessibleName(/Thank-you/);
  await tree.thank.getByRole("link", { name: "Thank all 3, one after the other" }).click();
  for (const name of ["Fred Ito", "Christina Okafor", "Connie Alvarez"]) {
    await expect(page.getByRole("dialog", { name: `Thank ${name}` })).toBeVisible();
    await compose.ownLine.fill(`A line for ${name}.`);
    await compose.alreadySent.click();
  }
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(tree.thank).toContainText("3 of 3 thanked.");
  await expect(tree.thank).toContainText("Everyone is thanked");
  for (const name of [/^Fred/, /^Christina/, /^Connie/]) await expect(tree.person(name)).toHaveAccessibleName(/, Thanked$/);
  await page.keyboard.press("Control+z");
  await expect(tree.thank).toContainText("2 of 3 thanked.");
});

test("r59 b8 the tree is handed on as a picture and as text, without anything confidential, and without names on request", async ({ app, page }) => {
  const tree = await grown(app, page);
  const files = { svg: "Picture (SVG)", txt: "Outline (text)" };
  const read = async (way) => (await tree.download(way)).bytes.toString("utf8");
  for (const [kind, way] of Object.entries(files)) {
    const { name, bytes } = await tree.download(way);
    const text = bytes.toString("utf8");
    expect(name).toBe(`kith-tree-2026-11-20.${kind}`);
    expect(text).toContain("Connie");
    expect(text).not.toMatch(/Zebulon|Quillfeather|98,765/);
  }
  const png = await tree.download("Picture (PNG)");
  expect(png.name).toBe("kith-tree-2026-11-20.png");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.length).toBeGreaterThan(5_000);
  await tree.names.getByText("Initials").click();
  await expect(tree.outline.getByRole("link", { name: "CA", exact: true })).toBeVisible();
  for (const way of Object.values(files)) expect(await read(way)).toMatch(/CA/);
  for (const way of Object.values(files)) expect(await read(way)).not.toMatch(/Connie|Fred|Ruth|Zebulon/);
  await tree.names.getByText("Hidden").click();
  await expect(tree.outline.getByRole("link", { name: "Connie Alvarez" })).toHaveCount(0);
  await expect(tree.person(/^Person 1, base/)).toBeVisible();
  for (const way of Object.values(files)) expect(await read(way)).not.toMatch(/Connie|Fred|Ruth|Zebulon/);

  await test.step("what is printed is that and nothing of the screen", async () => {
    await page.evaluate(() => { window.print = () => { window.printed = true; }; });
    await tree.names.getByText("Names", { exact: true }).click();
    await page.getByRole("button", { name: "Print" }).click();
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(true);
    await page.evaluate(() => { window.printed = false; });
    await page.getByRole("button", { name: "Print" }).click();
    await expect.poll(() => page.evaluate(() => window.printed), "a second time as well").toBe(true);
    await page.emulateMedia({ media: "print" });
    const shown = await page.getByRole("main").innerText();
    expect(shown).toContain("Christina Okafor, 1st".slice(0, 16));
    expect(shown).not.toMatch(/Zebulon|Quillfeather|98,765/);
  });

  await test.step("the browser's own way to print gives the same, as people are named now", async () => {
    await page.emulateMedia({ media: null });
    await tree.names.getByText("Initials").click();
    await page.pdf();
    await page.emulateMedia({ media: "print" });
    const shown = await page.getByRole("main").innerText();
    expect(shown).toMatch(/CA, the base/);
    expect(shown).not.toContain("Christina Okafor");
    expect(await page.locator("main img").evaluate((img) => img.complete && img.naturalWidth > 0)).toBe(true);
  });
});

test("r58 of two who brought somebody the other can be counted, and b9 what was won counts for whom one likes", async ({ app, page }) => {
  const tree = await grown(app, page);
  await tree.person(/^Fred/).click();
  await expect(page.getByText("2nd generation, brought by Christina Okafor.")).toBeVisible();
  await page.getByRole("button", { name: "Count Jim Novak as the one" }).click();
  await expect(page.getByText("1st generation, brought by Jim Novak.")).toBeVisible();
  await expect(tree.person(/^Fred/)).toHaveAttribute("aria-level", "2");
  await page.keyboard.press("Control+z");
  await expect(tree.person(/^Fred/)).toHaveAttribute("aria-level", "3");

  const credit = async (view) => {
    await tree.credit.getByRole("link", { name: view }).click();
    return Promise.all([/^Connie/, /^Christina/, /^Fred/].map(async (name) => ((await tree.person(name).locator("text").first().textContent()).match(/USD ([\d,.]+\d)/) ?? [, "0"])[1]));
  };
  expect(await credit("Whoever sent them")).toEqual(["22,000", "31,500", "108,765"]);
  expect(await credit("The base")).toEqual(["162,265", "0", "0"]);
  expect(await credit("By halves")).toEqual(["64,941.25", "42,941.25", "54,382.50"]);
  expect(await credit("Their own")).toEqual(["0", "22,000", "31,500"]);
});

test("no tree yet says what will be", async ({ app, page }) => {
  await app.open();
  await app.begin("an empty book");
  await app.go("Tree");
  await expect(page.getByRole("heading", { name: "No tree yet" })).toBeVisible();
  await page.getByRole("link", { name: "Capture the first referral" }).click();
  await expect(page.getByRole("dialog", { name: /^Capture a referral/ })).toBeVisible();
});

test("r57 of three thousand only what is in view is drawn", async ({ app, page }) => {
  const many = Array.from({ length: 3_000 }, (_, n) => n + 1);
  const tree = await grown(app, page, {
    person: [person("p0", "Ann Berg"), ...many.map((n) => person(`p${n}`, `Bea ${n}`))],
    referral: many.map((n) => referral(`r${n}`, "p0", `p${n}`)),
  });
  await expect(page.getByText("One tree with 3,001 people, up to one generation above the base.")).toBeVisible();
  expect(await tree.people.count()).toBeLessThan(80);
  await expect(tree.rows).toHaveCount(40);
  await tree.find.fill("Bea 2999");
  await tree.find.press("Enter");
  await expect(tree.chosen).toHaveAccessibleName(/^Bea 2999/);
  expect(await tree.people.count()).toBeLessThan(80);

  await test.step("what nobody could read is not handed on, and it is said why", async () => {
    await page.getByRole("button", { name: "Download" }).click();
    await page.getByRole("button", { name: "Picture (PNG)" }).click();
    await expect(page.getByText("this drawing is too large for names to be read in a PNG")).toBeVisible();
    await page.evaluate(() => { window.print = () => { window.printed = true; }; });
    await page.getByRole("button", { name: "Print" }).click();
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(true);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("Drawn on one page, names would be too small to read.")).toBeVisible();
    await expect(page.locator("main img")).toHaveCount(0);
    expect(await page.getByRole("main").innerText()).toContain("Bea 2999");
  });
});

test("r57 r59 of sixty trees the largest are named, the others come by a tap, and all of them are one picture", async ({ app, page }) => {
  const many = Array.from({ length: 60 }, (_, n) => n);
  const tree = await grown(app, page, {
    person: many.flatMap((n) => [person(`b${n}`, `Ann ${n}`), person(`p${n}`, n < 2 ? "Bo Ek" : `Bea ${n}`)]),
    referral: many.map((n) => referral(`r${n}`, `b${n}`, `p${n}`)),
  });
  await expect(tree.trees.getByRole("link")).toHaveCount(6);
  await tree.trees.getByRole("button", { name: "and 55 more" }).click();
  await expect(tree.trees.getByRole("link")).toHaveCount(26);
  await expect(tree.trees.getByRole("button", { name: "and 35 more" })).toBeVisible();

  await tree.find.fill("bo ek");
  await page.getByRole("button", { name: "Bo Ek, by Ann 1" }).click();
  await expect(page.getByText("1st generation, brought by Ann 1.")).toBeVisible();

  const { bytes } = await tree.download("Picture (SVG)");
  const [, width, height] = bytes.toString().match(/width="(\d+)" height="(\d+)"/).map(Number);
  expect(width / height, "rows, not a strip").toBeLessThan(3);
  const png = await tree.download("Picture (PNG)");
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
});
