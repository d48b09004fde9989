// Erasing for good: the one act that is asked about first, and that leaves nothing behind.
import { moment } from "./day.js";
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Data } from "./pages/data.js";
import { People } from "./pages/people.js";

/** Under which keys the browser keeps a text with the name. */
const telling = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => /Zebulon|nimbusworks/.test(localStorage[key])));

test("who is erased for good is gone from the book, from the storage, and from the backup", async ({ app, page }) => {
  const [capture, data, people] = [new Capture(page), new Data(page), new People(page)];
  await page.clock.install({ time: moment("2026-11-20") });
  await app.open();
  await app.begin("an empty book");
  await app.capture.click();
  await capture.line.fill("Zebulon Quillfeather zebulon@nimbusworks.example via Jim Novak");
  await capture.save.click();
  await expect(capture.dialog).toHaveCount(0);
  await app.at("#/people");
  await people.list.getByRole("link", { name: "Zebulon Quillfeather" }).click();
  await test.step("a form about them was left open", async () => {
    const address = await page.evaluate(() => location.hash);
    await app.at(`${address}?not-yet=${address.slice("#/people/".length)}`);
    await page.getByRole("dialog").locator("textarea").fill("Zebulon is at sea.");
    await page.keyboard.press("Escape");
    await app.at(address);
  });
  await page.getByRole("button", { name: /^More for/ }).first().click();
  await page.getByRole("button", { name: "Put in the trash" }).filter({ visible: true }).click();

  const before = await telling(page);
  expect(before.length).toBeGreaterThan(1);
  await app.at("#/data");
  const trash = page.getByRole("region", { name: "Trash" });
  await trash.getByRole("button", { name: "Erase for good: Zebulon Quillfeather" }).click();
  const asked = page.getByRole("dialog", { name: "Erase for good: Zebulon Quillfeather" });
  await expect(asked).toContainText("1 referral stays without the name");
  await test.step("nothing goes before the answer", async () => {
    await page.keyboard.press("Escape");
    await expect(asked).toHaveCount(0);
    await expect(trash.getByRole("button", { name: "Put back: Zebulon Quillfeather" })).toBeVisible();
  });
  await trash.getByRole("button", { name: "Erase for good: Zebulon Quillfeather" }).click();
  await asked.getByRole("button", { name: "Erase for good" }).click();
  await expect(app.said("Erased: Zebulon Quillfeather.")).toBeVisible();
  await expect(trash).toContainText("The trash is empty.");

  await test.step("no step back brings the name again, and the referral stands without it", async () => {
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await app.at("#/people?trash=yes");
    await expect(page.getByText("Zebulon")).toHaveCount(0);
    await page.keyboard.press("Control+Shift+z");
    await page.keyboard.press("Control+Shift+z");
    await app.at("#/referrals");
    await expect(app.main).toContainText("Jim Novak");
    await expect(app.main).not.toContainText("Zebulon");
  });
  await test.step("the backup does not know who it was", async () => {
    await app.at("#/data");
    const { text } = await data.download();
    expect(text).toContain("Jim Novak");
    expect(text).not.toMatch(/Zebulon|nimbusworks/);
  });
  await test.step("nor does the browser, once the old chunks have been folded and cleared away", async () => {
    await page.clock.fastForward("01:00");
    await page.clock.fastForward("48:00:00");
    await page.reload();
    await app.opened();
    await page.clock.fastForward("01:00");
    const left = () => page.evaluate((keys) => keys.filter((key) => localStorage.getItem(key) !== null), before);
    await expect.poll(left).toEqual([]);
    expect(await telling(page)).toEqual([]);
    await app.at("#/referrals");
    await expect(app.main.getByRole("link", { name: "Somebody erased" })).toBeVisible();
    await expect(app.main).toContainText("Through Jim Novak");
  });
});
