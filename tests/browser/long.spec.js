// Books made to keep the app busy: the page answers, what takes long can be left, and what is too large is set aside.
import { crc32, deflateRawSync } from "node:zlib";
import { expect, test } from "./fixtures.js";
import { Data } from "./pages/data.js";
import { holdWork } from "./pages/hand.js";

const backup = (name, records) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify({ format: "kith", version: 1, records })),
});

/** One with a name of 20,000 letters, 1,000 numbers and 10,000 tags, and fifty with names of 19,950 letters. */
function longNames() {
  const letters = (seed, length) => Array.from({ length }, (_, n) => "abcdefghij klmnop"[(n * n + seed * n) % 17]).join("");
  const reach = Array.from({ length: 1_000 }, (_, n) => ({ kind: "phone", value: `+1 555 ${1_000_000 + n}` }));
  const tags = Array.from({ length: 10_000 }, (_, n) => `t${n}`);
  const others = Array.from({ length: 50 }, (_, n) => ({ id: `p${n}`, name: letters(n % 3, 19_950) }));
  return { person: [{ id: "long", name: letters(1, 20_000), reach, tags }, ...others] };
}

/** Everyone was introduced by the one before, and became a client. */
function chain(length, isClosed = false) {
  const person = Array.from({ length: length + 1 }, (_, n) => ({ id: `p${n}`, name: `Nora Field${n}` }));
  const referral = Array.from({ length }, (_, n) => ({
    id: `r${n}`,
    source: `p${n}`,
    prospect: isClosed && n === length - 1 ? "p0" : `p${n + 1}`,
    agreed_on: "2026-10-01",
    introduced_on: "2026-10-02",
    outcome: { kind: "won", on: "2026-10-20" },
  }));
  return { person, referral };
}

async function merge(app, page, file) {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose(file);
  await data.merge.click();
  await expect(page.getByRole("heading", { name: `${file.name} was merged into your book.` })).toBeVisible({ timeout: 60_000 });
}

test("names of 20,000 letters are looked through, and the search can be left and taken up again", async ({ app, page }) => {
  test.setTimeout(120_000);
  await merge(app, page, backup("names.json", longNames()));
  const goOn = await holdWork(page);
  await app.at("#/people/twice");
  const status = app.main.getByRole("status");
  await expect(status).toHaveText(/^Looking through your book: \d+ of 100\.$/);
  await app.main.getByRole("button", { name: "Cancel" }).click();
  await goOn();
  await expect(status).toHaveText(/^Stopped\. \d+% of your book was looked through\.$/);
  await app.main.getByRole("button", { name: "Continue" }).click();
  await expect(app.main.getByRole("button", { name: "Cancel" })).toHaveCount(0, { timeout: 60_000 });
  await expect(status).not.toHaveText(/Looking|Stopped/);
});

for (const [what, book, people] of [
  ["a chain of 1,000 referrals", chain(1_000), "1,001"],
  ["5,000 referrals closed into a circle", chain(5_000, true), "5,001"],
]) {
  test(`${what} is merged, and Today and the tree answer`, async ({ app, page }) => {
    test.setTimeout(120_000);
    await merge(app, page, backup("chain.json", book));
    await app.at("#/today");
    await expect(app.main.locator("[data-row]").first()).toBeVisible({ timeout: 60_000 });
    await app.at("#/people");
    await expect(page.getByText(`${people} people in your book.`)).toBeVisible();
    await app.at("#/tree");
    await expect(page.getByRole("heading", { name: "As an outline" })).toBeVisible({ timeout: 60_000 });
  });
}

test("a value that inflates to 100 MB is set aside, and the rest of the book opens", async ({ app, page }) => {
  test.setTimeout(60_000);
  const bytes = deflateRawSync(Buffer.from(`{"format":"kith","version":1,"records":{},"erased":[],"x":"${"a".repeat(100_000_000)}"}`));
  const value = `${crc32(bytes).toString(16).padStart(8, "0")} ${bytes.toString("latin1")}`;
  await merge(app, page, backup("chain.json", chain(3)));
  const key = "kith/1/segment/1795253400000-0-k3f9a2mq7x";
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [key, value]);
  await page.reload();
  await app.opened();
  await expect(page.getByRole("alert").filter({ hasText: "cannot be read" })).toBeVisible();
  await app.at("#/people");
  await expect(page.getByText("4 people in your book.")).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key)?.length, key)).toBe(value.length);
});
