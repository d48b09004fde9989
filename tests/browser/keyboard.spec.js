// The whole of it without a pointer: keys alone, from the first opening to the sale and the backup.
import { contacts, PEOPLE } from "./contacts.js";
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Compose } from "./pages/compose.js";
import { Data } from "./pages/data.js";
import { Referral } from "./pages/referral.js";
import { Today } from "./pages/today.js";
import { Welcome } from "./pages/welcome.js";

test("from the first opening to the backup by keys alone", async ({ app, page }) => {
  test.setTimeout(120_000);
  const [data, capture, compose, referral, today] = [new Data(page), new Capture(page), new Compose(page), new Referral(page), new Today(page)];
  const { keyboard } = page;

  /** Presses Tab until this has the focus, as a person would. */
  const tabTo = async (target) => {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 80; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${target}`);
  };
  const press = async (target) => {
    await tabTo(target);
    await keyboard.press("Enter");
  };
  const goTo = async (letter, title) => {
    await keyboard.press("g");
    await keyboard.press(letter);
    await expect(app.title).toHaveText(title);
  };
  const closed = () => expect(page.getByRole("dialog")).toHaveCount(0);

  await app.open();
  await press(new Welcome(page).openMyBook);
  await expect(app.title).toHaveText("Today");

  await goTo("d", "Your data");
  await tabTo(data.file);
  await data.choose(contacts(PEOPLE.slice(0, 20)));
  await press(data.importNames);
  await expect(data.undoImport).toBeVisible();

  await keyboard.press("c");
  await expect(capture.line).toBeFocused();
  await keyboard.type("Fred Ito 555-0101 CFO Acme via Connie Baxter");
  await expect(capture.from).toHaveValue("Connie Baxter");
  await press(capture.saveAndAnother);
  await expect(capture.line).toBeFocused();
  await expect(capture.line).toHaveValue("");
  await keyboard.type("Hana Sato hana@example.org via Jim Novak");
  // Letters are keys outside fields only: nothing else opened while they were typed.
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await keyboard.press("Control+Enter");
  await closed();

  await goTo("t", "Today");
  await expect.poll(() => today.rows()).toEqual(["Connie Baxter today", "Jim Novak today"]);
  await keyboard.press("j");
  await keyboard.press("j");
  await expect(today.row("Jim Novak").getByRole("button").first()).toBeFocused();
  await keyboard.press("k");
  await expect(today.row("Connie Baxter").getByRole("button").first()).toBeFocused();
  await keyboard.press("Enter");
  await expect(compose.ownLine).toBeFocused();
  await keyboard.type("Your timing could not have been better.");
  await press(compose.alreadySent);
  await closed();
  await expect.poll(async () => (await today.rows())[0]).toBe("Jim Novak today");
  await keyboard.press("j");
  await keyboard.press("e");
  await expect.poll(async () => (await today.rows()).filter((row) => / today$/.test(row))).toEqual([]);

  await goTo("r", "Referrals");
  await press(app.main.getByRole("link", { name: "Fred Ito" }));
  await expect(app.title).toHaveText("Fred Ito");
  await press(referral.introduced);
  await press(referral.followedUp);
  await press(referral.talked);
  await expect.poll(async () => (await referral.states()).slice(4, 7)).toEqual(["done", "done", "done"]);
  await press(referral.won);
  await expect(page.getByRole("dialog").getByLabel("Value", { exact: true })).toBeFocused();
  await keyboard.type("12,500");
  await keyboard.press("Control+Enter");
  await closed();
  await expect(app.main).toContainText("12,500");

  // Back on the page, the focus is not lost in a dialog that is gone.
  await keyboard.press("/");
  const line = page.getByRole("dialog").getByRole("searchbox", { name: "Find anyone" });
  await expect(line).toBeFocused();
  await keyboard.type("grace");
  const options = page.getByRole("dialog").getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  const name = PEOPLE.find(({ first }) => first === "Grace").name;
  await keyboard.press("ArrowUp");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(options.first()).toContainText("Grace");
  await keyboard.press("Enter");
  await expect(app.title).toHaveText(/^Grace /);
  expect(name).toMatch(/^Grace /);

  await keyboard.press("l");
  const log = page.getByRole("dialog", { name: /^Log a contact/ });
  await expect(log).toBeVisible();
  await tabTo(log.getByLabel("What was said", { exact: true }));
  await keyboard.type("Asked after the choir.");
  await keyboard.press("Control+Enter");
  await closed();
  await expect(app.main).toContainText("Asked after the choir.");
  await keyboard.press("Control+z");
  await expect(app.main).not.toContainText("Asked after the choir.");
  await keyboard.press("Control+Shift+z");
  await expect(app.main).toContainText("Asked after the choir.");

  await keyboard.press("c");
  await expect(capture.line).toBeFocused();
  await keyboard.press("Escape");
  await closed();

  await goTo("d", "Your data");
  const coming = page.waitForEvent("download");
  await press(data.backUp);
  const file = await (await coming).path();
  await tabTo(data.file);
  await data.choose(file);
  await expect(page.getByText("Everything in this file is in your book already.")).toBeVisible();
  await press(data.merge);
  await expect(page.getByRole("heading", { name: /Nothing was written\.$/ })).toBeVisible();
});
