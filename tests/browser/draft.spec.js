// What is being written is kept with every keystroke: closing the tab loses nothing of it.
import { expect, test } from "./fixtures.js";
import { App } from "./pages/app.js";
import { Capture } from "./pages/capture.js";
import { People } from "./pages/people.js";

test("a capture half written is there when the tab is opened again, and gone once it was saved", async ({ app, page, context }) => {
  await app.open();
  await app.begin("an empty book");
  const first = new Capture(page);
  await app.capture.click();
  await first.line.pressSequentially("Fred Ito 555-0101 via Connie");
  await first.field("Why would they benefit?").pressSequentially("They hire in spring");
  await first.confidential.check();
  await page.close();

  const again = new App(await context.newPage());
  await again.open();
  const capture = new Capture(again.page);
  await again.capture.click();
  await expect(capture.line).toHaveValue("Fred Ito 555-0101 via Connie");
  await expect(capture.field("Who they are")).toHaveValue("Fred Ito");
  await expect(capture.field("Phone")).toHaveValue("555-0101");
  await expect(capture.from).toHaveValue("Connie");
  await expect(capture.field("Why would they benefit?")).toHaveValue("They hire in spring");
  await expect(capture.confidential).toBeChecked();
  await expect(capture.dialog).toContainText("as you left it");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await again.capture.click();
  await expect(capture.line).toHaveValue("");
  await expect(capture.field("Why would they benefit?")).toHaveValue("");
  await expect(capture.confidential).not.toBeChecked();
});

test("closing the form by its button or Escape keeps the draft; Cancel gives it up", async ({ app, page }) => {
  await app.open();
  await app.begin("an empty book");
  const [capture, people] = [new Capture(page), new People(page)];
  await app.capture.click();
  await capture.line.fill("Fred Ito via Connie");
  await capture.close.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.capture.click();
  await expect(capture.line).toHaveValue("Fred Ito via Connie");
  await page.keyboard.press("Escape");
  await expect(capture.dialog).toHaveCount(0);

  await app.go("People");
  await people.add.click();
  await people.form.fill({ Name: "Ada Byron", Note: "Knows engines" });
  await page.reload();
  await app.opened();
  await expect(people.form.field("Name")).toHaveValue("Ada Byron");
  await expect(people.form.field("Note")).toHaveValue("Knows engines");
  await people.form.cancel.click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await people.add.click();
  await expect(people.form.field("Name")).toHaveValue("");
  await expect(people.form.field("Note")).toHaveValue("");
});
