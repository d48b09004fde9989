// What every page has: the keys, the palette, the sentence that passes, and the sample that can be taken out again.
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Data } from "./pages/data.js";

const line = (page) => page.getByRole("dialog").getByRole("searchbox", { name: "Find anyone" });

test("letters are keys outside fields, and can be switched off", async ({ app, page, isMobile }) => {
  test.skip(isMobile, "a phone has no keys");
  await app.open();
  await app.begin("the sample book");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await expect(app.title).toHaveText("People");
  await page.keyboard.press("/");
  await expect(line(page)).toBeFocused();
  await page.keyboard.type("gc");
  await expect(line(page)).toHaveValue("gc");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Single letters are keys" }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the window is called after what the page is about", async ({ app, page }) => {
  await app.open();
  await app.begin("an empty book");
  await expect(page).toHaveTitle("Today · Kith");
  await app.capture.click();
  const capture = new Capture(page);
  await capture.line.fill("Fred Ito via Connie Baxter");
  await capture.confidential.check();
  await capture.save.click();
  await app.at("#/referrals");
  await expect(page).toHaveTitle("Referrals · Kith");
  await app.main.getByRole("link", { name: "Fred Ito" }).click();
  await expect(page).toHaveTitle("Confidential, from Connie Baxter · Kith");
  await app.at("#/people");
  await expect(page).toHaveTitle("People · Kith");
  await app.main.getByRole("link", { name: "Connie Baxter" }).first().click();
  await expect(page).toHaveTitle("Connie Baxter · Kith");
  await app.at("#/people/nobody-1");
  await expect(page).toHaveTitle("People · Kith");
});

test.describe("where the day is another than in Greenwich", () => {
  test.use({ timezoneId: "Pacific/Honolulu" });

  test("a backup is named after the day that it is here", async ({ app, page }) => {
    await page.clock.setFixedTime(new Date("2026-11-21T08:30:00Z"));
    await app.open();
    await app.begin("an empty book");
    await app.go("Your data");
    const { name, text } = await new Data(page).download();
    expect(name).toBe("kith-2026-11-20.json");
    expect(JSON.parse(text).exported_at).toBe("2026-11-21T08:30:00Z");
  });
});

test("a row of Today is put off with a key, and the act is taken back with another", async ({ app, page, isMobile }) => {
  test.skip(isMobile, "a phone has no keys");
  await app.open();
  await app.begin("the sample book");
  const rows = page.getByRole("list", { name: "Owed" }).getByRole("listitem");
  const before = await rows.count();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("s");
  await expect(rows).toHaveCount(before - 1);
  await expect(app.undo).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveCount(before);
});

test("anyone is found from anywhere, and nobody is missed for a slip of the finger", async ({ app, page }) => {
  await app.open();
  await app.begin("the sample book");
  await app.find.first().click();
  await line(page).fill("lindiwe");
  await page.keyboard.press("Enter");
  await expect(app.title).toHaveText("Lindiwe Khumalo");
  await app.find.first().click();
  await line(page).fill("Kumalo");
  const found = page.getByRole("listbox", { name: "Found" });
  await expect(found.getByRole("option", { name: /Lindiwe Khumalo/ })).toBeVisible();
  await found.getByRole("option", { name: "Add “Kumalo” as a person…" }).click();
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Kumalo");
});

test("a page opens at its top, and Back returns to where it was left", async ({ app, page }) => {
  await app.open();
  await app.begin("the sample book");
  await app.at("#/people");
  const lindiwe = app.main.getByRole("link", { name: "Lindiwe Khumalo" });
  await lindiwe.scrollIntoViewIfNeeded();
  const far = await page.evaluate(() => scrollY);
  expect(far).toBeGreaterThan(100);
  await lindiwe.click();
  await expect(app.title).toHaveText("Lindiwe Khumalo");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(app.title).toHaveText("People");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(far);
});

test("the sample is taken out, and what was written beside it stays", async ({ app, page }) => {
  await app.open();
  await app.begin("the sample book");
  await expect(page.getByText("This is a sample book.")).toBeVisible();
  await app.at("#/people?person=");
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "Name", exact: true }).fill("Helen Marsh");
  await form.getByRole("button", { name: "Save person" }).click();
  await page.getByRole("button", { name: "Remove the sample" }).click();
  await expect(page.getByText("This is a sample book.")).toHaveCount(0);
  await page.reload();
  await app.opened();
  await app.at("#/people");
  await expect(page.getByText("1 person in your book.")).toBeVisible();
  await expect(app.main.getByRole("link", { name: "Helen Marsh" })).toBeVisible();
});

test("a file that is neither a backup nor contacts is refused in a sentence, and nothing is written", async ({ app, page }) => {
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data");
  const written = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("/journal/")).sort());
  const before = await written();
  await page.getByLabel("Import a file").setInputFiles({ name: "holiday.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await expect(page.getByRole("alert")).toContainText("This is a PDF.");
  await expect(page.getByRole("alert")).toContainText("Nothing was changed.");
  expect(await written()).toEqual(before);
});
