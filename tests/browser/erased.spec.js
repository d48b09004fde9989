// What is erased leaves the browser, and a file erases nothing that was not ticked.
import { inflateRawSync } from "node:zlib";
import { expect, test } from "./fixtures.js";
import { Data } from "./pages/data.js";

const AT = "1763629200000-0-elsewherex";

/** Two people met in another book, one of them with a touch. */
const book = {
  format: "kith",
  version: 1,
  records: {
    person: [
      { id: "zeb", name: "Zebulon Quillfeather", note: "Keeps Zebulonian bees.", _at: AT },
      { id: "ada", name: "Ada Byron", note: "Old note.", _at: AT },
    ],
    touch: [{ id: "t1", person: "zeb", on: "2026-11-02", text: "Zebulon rang.", _at: AT }],
  },
};

const bring = async (page, data, file) => {
  await data.choose({ name: "kith.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
  await expect(page.getByRole("heading", { name: "What merging would change" })).toBeVisible();
};

/** The text of a stored value, inflated where it is a segment or a part of an import. */
const plain = (value) => {
  try {
    return value + inflateRawSync(Buffer.from(value.slice(value.indexOf(" ") + 1), "latin1")).toString("utf8");
  } catch {
    return value;
  }
};

/** The keys of the storage under which the browser keeps a text. */
async function stored(page, pattern) {
  const kept = await page.evaluate(() => Object.entries(localStorage));
  return kept.filter(([key, value]) => pattern.test(key + plain(value))).map(([key]) => key);
}

/** The keys under which the browser keeps a text, in its storage and in its caches. */
async function telling(page, pattern) {
  const cached = await page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push([request.url, await (await cache.match(request)).text()]);
      }
    }
    return found;
  });
  const telling = cached.filter(([address, text]) => pattern.test(address + text)).map(([address]) => address);
  return [...(await stored(page, pattern)), ...telling];
}

test("who was imported and erased is in no stored value after the next opening, nor is the draft about them", async ({ app, page }) => {
  const data = new Data(page);
  await page.clock.install({ time: new Date("2026-11-20T10:00:00Z") });
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data");
  await bring(page, data, book);
  await data.merge.click();
  await expect(data.undoImport.first()).toBeVisible();
  await app.at("#/people/zeb?log=zeb");
  await page.getByRole("dialog").locator("textarea").first().fill("Zebulon wants a hive.");
  await page.keyboard.press("Escape");
  const before = await telling(page, /Zebulon/);
  expect(before.some((key) => key.startsWith("kith/1/import/"))).toBe(true);
  expect(before).toContain("kith/draft/log");

  await app.at("#/data?erase=person~zeb");
  const asked = page.getByRole("dialog", { name: "Erase for good: Zebulon Quillfeather" });
  await expect(asked).toContainText("stays about a minute longer");
  await expect(asked).toContainText("An import that changed it can't be undone after this.");
  await asked.getByRole("button", { name: "Erase for good" }).click();
  await expect(app.said("Its text leaves this browser's storage within about a minute.")).toBeVisible();
  expect(await telling(page, /Zebulon wants/)).toEqual([]);
  await page.clock.fastForward("00:02");

  await test.step("the next opening finishes it within seconds", async () => {
    await page.reload();
    await app.opened();
    await page.clock.fastForward("00:20");
    await expect.poll(() => telling(page, /Zebulon|zebulon/)).toEqual([]);
    await app.at("#/people/ada");
    await expect(app.title).toHaveText("Ada Byron");
  });
});

test("who is erased leaves the storage a minute later where the page stays open", async ({ app, page }) => {
  const data = new Data(page);
  await page.clock.install({ time: new Date("2026-11-20T10:00:00Z") });
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data");
  await bring(page, data, book);
  await data.merge.click();
  await app.at("#/data?erase=person~zeb");
  await page.getByRole("dialog").getByRole("button", { name: "Erase for good" }).click();
  await expect(app.said("Erased: Zebulon Quillfeather.")).toBeVisible();
  await page.clock.runFor(5_000);
  await page.clock.fastForward("01:05");
  await expect.poll(() => telling(page, /Zebulon/)).toEqual([]);
  await app.at("#/people/ada");
  await expect(app.title).toHaveText("Ada Byron");
});

test("of the sample that was removed no stored value holds a name after the next opening", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-20T10:00:00Z") });
  await app.open();
  await app.begin("the sample book");
  // The program itself, which is cached, knows the sample by heart: the storage is looked at.
  const names = /Margaret|Connie|Lindiwe/;
  expect((await stored(page, names)).length).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Remove the sample" }).click();
  await expect(app.said("The sample is gone.")).toBeVisible();
  await page.clock.fastForward("00:02");
  await page.reload();
  await app.opened();
  await page.clock.fastForward("00:20");
  await expect.poll(() => stored(page, names)).toEqual([]);
});

test("a file erases only what is ticked, after the book was handed out, and promises no undo that does not exist", async ({ app, page, axe }) => {
  const data = new Data(page);
  const erased = (id, at) => ({ kind: "person", id, ...(at ? { _at: at } : {}) });
  const file = (...list) => ({ format: "kith", version: 1, records: {}, erased: list });
  const rows = page.getByRole("checkbox", { name: /^Erase for good/ });
  await page.clock.setFixedTime(new Date("2026-11-20T10:00:00Z"));
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data");
  await bring(page, data, book);
  await data.merge.click();

  await test.step("without a stamp it is refused in a sentence, and nothing is asked", async () => {
    await app.at("#/data");
    await bring(page, data, file(erased("zeb"), erased("ada")));
    await expect(app.main).toContainText("This file asks to erase 2 entries without saying when they were erased, so nothing is erased.");
    await expect(rows).toHaveCount(0);
    await data.merge.click();
    await expect(data.undoImport).toHaveCount(0);
  });

  const later = "1763632800000-0-elsewherex";
  await test.step("with one, each person is shown, unticked, as for good; unticked they stay", async () => {
    await app.at("#/data");
    await bring(page, data, file(erased("zeb", later), erased("ada", later), erased("old", later)));
    await expect(rows).toHaveCount(2);
    await expect(page.getByRole("checkbox", { name: /^Keep out for good: 1 entry your book does not have/ })).not.toBeChecked();
    for (const row of await rows.all()) await expect(row).not.toBeChecked();
    await expect(page.getByRole("region", { name: "What this file would erase" })).toContainText("erased for good and can't be undone");
    expect(await axe()).toEqual([]);
    await data.merge.click();
    await expect(data.undoImport).toHaveCount(0);
    await app.at("#/people/zeb");
    await expect(app.title).toHaveText("Zebulon Quillfeather");
  });

  await test.step("what is ticked is erased, after the book was handed over", async () => {
    await app.at("#/data");
    await bring(page, data, file(erased("zeb", later), erased("ada", later)));
    await page.getByRole("checkbox", { name: "Erase for good: Zebulon Quillfeather" }).check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Back up, merge, and erase 1 for good" }).click(),
    ]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    expect(JSON.parse(Buffer.concat(chunks).toString("utf8")).records.person.map((person) => person.id)).toContain("zeb");
    await expect(page.getByRole("heading", { name: /was merged into your book, and 1 entry was erased for good/ })).toBeVisible();
    await expect(data.undoImport).toHaveCount(0);
    await app.at("#/people");
    await expect(app.main.getByRole("link", { name: "Ada Byron" })).toBeVisible();
    await expect(app.main).not.toContainText("Zebulon");
  });

  await test.step("the original says who stays out", async () => {
    await app.at("#/data");
    await bring(page, data, book);
    await expect(app.main).toContainText("2 entries of this file were erased from your book for good, so they stay out.");
    await expect(app.main).not.toContainText("Everything in this file is in your book already.");
  });
});
