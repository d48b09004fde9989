// What every form does: it begins at its first question, what was wrong goes as it is put right, and nothing that passes
// covers a button.
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { People } from "./pages/people.js";
import { Today } from "./pages/today.js";

/** The app with one good source in it, on their page. */
async function opened(app, page) {
  const people = new People(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await people.add.first().click();
  await people.form.fill({ Name: "Grace Tolliver" });
  await people.form.rating.selectOption("5");
  await people.form.save.click();
  await expect(app.title).toHaveText("Grace Tolliver");
}

test("what is wrong with a field is not said any longer once that field is edited, and what is wrong with another stays", async ({ app, page }) => {
  const people = new People(page);
  await opened(app, page);
  await app.at("#/people");
  await people.add.first().click();
  const dialog = page.getByRole("dialog");
  await people.form.fill({ "E-mail": "fred at example", Phone: "call me" });
  await people.form.save.click();
  const said = { email: dialog.getByText(/looks like fred@example.com/), phone: dialog.getByText(/has digits/) };
  await expect(said.email).toBeVisible();
  await people.form.field("E-mail").press("End");
  await page.keyboard.type("x");
  await expect(said.email).toHaveCount(0);
  await expect(people.form.field("E-mail")).not.toHaveAttribute("aria-invalid", "true");
  await expect(said.phone).toBeVisible();
  await people.form.save.click();
  await expect(said.email).toBeVisible();

  await test.step("a name that is not known is put right by adding it", async () => {
    await app.at("#/today?log=");
    await dialog.getByLabel("With whom").fill("Nell Castellano");
    await dialog.getByRole("button", { name: "Log it" }).click();
    const whom = dialog.getByText("Say whom you mean");
    await expect(whom).toBeVisible();
    await dialog.getByLabel("What was said").fill("Rain");
    await expect(whom).toBeVisible();
    await dialog.getByLabel(/^Add Nell/).check();
    await expect(whom).toHaveCount(0);
  });
});

test("a dialog begins at its first question", async ({ app, page }) => {
  await opened(app, page);
  const dialog = page.getByRole("dialog");
  await app.main.getByRole("button", { name: "Log a word" }).click();
  await expect(dialog.getByRole("radio", { name: "Call", exact: true })).toBeFocused();
  await dialog.getByRole("radio", { name: "Meeting", exact: true }).check({ force: true });
  await dialog.getByRole("button", { name: "Log it" }).click();
  await expect(dialog.getByRole("radio", { name: "Yes, and names came" })).toBeFocused();
});

test("the sentence that passes covers no button of a dialog", async ({ app, page }) => {
  await opened(app, page);
  const capture = new Capture(page);
  await app.main.getByRole("button", { name: "Log a word" }).click();
  await page.getByRole("radio", { name: "Meeting", exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Log it" }).click();
  const covered = async () => {
    await expect(app.said(/./)).toBeVisible();
    return page.evaluate(() => {
      const at = (button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2);
      };
      const buttons = [...document.querySelectorAll("dialog footer > button")];
      return buttons.filter((button) => !button.contains(at(button))).map((button) => button.textContent);
    });
  };
  await expect(page.getByRole("button", { name: "Skip both" })).toBeVisible();
  expect(await covered()).toEqual([]);
  await page.getByRole("radio", { name: "Yes, and names came" }).check({ force: true });
  await page.getByRole("button", { name: "Keep the answers" }).click();
  await capture.line.fill("Fred Ito");
  await capture.saveAndAnother.click();
  await expect(app.said("Fred Ito is captured.")).toBeVisible();
  expect(await covered()).toEqual([]);
});

test("a row of Today that is settled leaves at once, while it can be taken back", async ({ app, page }) => {
  const [capture, today, compose] = [new Capture(page), new Today(page), new Compose(page)];
  await opened(app, page);
  await app.capture.filter({ visible: true }).first().click();
  await capture.line.fill("Fred Ito via Connie Alvarez");
  await capture.save.click();
  await app.go("Today");
  const soon = { timeout: 1_500 };
  await today.write("Connie Alvarez");
  await compose.send("None of this would have begun without you.");
  await expect(today.row("Connie Alvarez")).toHaveAttribute("data-due", "soon", soon);
  await expect(app.undo).toBeVisible();
  await today.more("Grace Tolliver", "Tomorrow");
  await expect(today.row("Grace Tolliver")).toHaveCount(0, soon);
  await app.undo.click();
  await expect(today.row("Grace Tolliver")).toHaveCount(1, soon);
});

test("a label of the rail stands on one line in a wide face", async ({ app, page, isMobile }) => {
  test.skip(isMobile, "a phone has no rail");
  await app.open();
  await app.begin("an empty book");
  await page.evaluate(() => document.documentElement.style.setProperty("--sans", "'DejaVu Sans', Verdana, sans-serif"));
  const lines = await app.capture.evaluate((button) => {
    const label = [...button.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const range = document.createRange();
    range.selectNodeContents(label);
    const [box, text] = [button.getBoundingClientRect(), range.getBoundingClientRect()];
    return { lines: range.getClientRects().length, within: text.left >= box.left && text.right <= box.right && text.bottom <= box.bottom + 1 };
  });
  expect(lines).toEqual({ lines: 1, within: true });
});
