// The Hundred: names written down, a strict order, and the ways to change it.
import { expect, test } from "./fixtures.js";

test("the Hundred is written, moved by keys, by menu and by the grip, and the focus stays with the one moved", async ({ app, page }) => {
  await app.open();
  await app.begin("an empty book");
  await app.at("#/hundred");
  const list = page.getByRole("list", { name: "Your list" });
  const names = () => list.getByRole("link").allTextContents();
  const grip = (name) => list.getByRole("button", { name: `Move ${name}` });
  for (const [line, name] of ["Ada Byron", "Bo Dahl", "Cy Ek", "Di Fox"].entries()) {
    await page.getByRole("textbox", { name: `Line ${line + 1}` }).or(page.getByRole("combobox", { name: `Line ${line + 1}` })).fill(name);
    await page.keyboard.press("Enter");
    await expect(list.getByRole("link")).toHaveCount(line + 1);
  }
  await expect(page.getByText("4 of 100")).toBeVisible();
  await page.getByLabel("Line 5").fill("Ada Byron");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ada Byron stands on your list already.")).toBeVisible();

  await grip("Cy Ek").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(names).toEqual(["Ada Byron", "Cy Ek", "Bo Dahl", "Di Fox"]);
  await expect(grip("Cy Ek")).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(names).toEqual(["Ada Byron", "Bo Dahl", "Cy Ek", "Di Fox"]);

  await grip("Di Fox").click();
  await page.getByRole("button", { name: "Up", exact: true }).click();
  await expect.poll(names).toEqual(["Ada Byron", "Bo Dahl", "Di Fox", "Cy Ek"]);
  await expect(grip("Di Fox")).toBeFocused();
  await grip("Di Fox").click();
  await page.getByRole("button", { name: "Move to line…" }).click();
  await expect(page).toHaveURL(/line=/);
  await page.getByLabel("To line").fill("1");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(names).toEqual(["Di Fox", "Ada Byron", "Bo Dahl", "Cy Ek"]);
  await expect(grip("Di Fox")).toBeFocused();

  const [from, to] = [await grip("Di Fox").boundingBox(), await grip("Bo Dahl").boundingBox()];
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 5 });
  await page.mouse.up();
  await expect.poll(names).toEqual(["Ada Byron", "Bo Dahl", "Di Fox", "Cy Ek"]);
  await expect(page.getByRole("button", { name: "Up", exact: true })).toHaveCount(0);

  await app.undo.click();
  await expect.poll(names).toEqual(["Di Fox", "Ada Byron", "Bo Dahl", "Cy Ek"]);
  await grip("Di Fox").click();
  await page.getByRole("button", { name: "Take off the list" }).click();
  await expect.poll(names).toEqual(["Ada Byron", "Bo Dahl", "Cy Ek"]);
  await page.reload();
  await app.opened();
  await expect.poll(names).toEqual(["Ada Byron", "Bo Dahl", "Cy Ek"]);
});

test("r5 an order is suggested in one step, explained and taken back; the list goes on paper without what is for the screen", async ({ app, page }) => {
  await app.open();
  await app.begin("the sample book");
  await app.go("The Hundred");
  const list = page.getByRole("list", { name: "Your list" });
  const names = () => list.getByRole("link").allTextContents();
  const before = await names();
  await page.getByRole("button", { name: "Suggest an order" }).click();
  await expect(app.said(/In order of tier, rating, business done, referrals given and the last word\. \d+ lines moved\./)).toBeVisible();
  const after = await names();
  expect(after).not.toEqual(before);
  expect([...after].sort()).toEqual([...before].sort());
  await page.getByRole("button", { name: "Suggest an order" }).click();
  await expect(app.said(/^It stands as Kith would suggest/)).toBeVisible();
  expect(await names()).toEqual(after);
  await page.keyboard.press("Control+z");
  await expect.poll(names).toEqual(before);

  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await page.getByRole("button", { name: "Print" }).click();
  expect(await page.evaluate(() => window.printed)).toBe(true);
  await page.emulateMedia({ media: "print" });
  await expect(list.getByRole("link").first()).toBeVisible();
  await expect(list.getByRole("link").last()).toBeVisible();
  await expect(page.getByRole("button").filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("textbox").or(page.getByRole("combobox")).filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText("This is a sample book.")).toBeHidden();
});
