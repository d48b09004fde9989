// What holds on every screen, without a book, with an empty one and with a full one: axe finds nothing
// in either theme, and there is one h1.
import { expect, test } from "./fixtures.js";
import { ADDRESSES } from "./pages/addresses.js";

const BOOKS = ["no book", "an empty book", "the sample book"];

for (const book of BOOKS) {
  test(`${book}: axe finds nothing on any screen, by day or by night`, async ({ app, page, axe }) => {
    test.setTimeout(180_000);
    await app.open();
    await app.begin(book);
    // A colour on its way to another is no finding: nothing moves, and nothing is pointed at.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.mouse.move(0, 0);
    const found = [];
    const addresses = { "no book": ["#/welcome", "#/data"], "an empty book": ADDRESSES, "the sample book": [...ADDRESSES] }[book];
    if (book === "the sample book") addresses.push(...(await app.screens()));
    for (const address of addresses) {
      await app.at(address);
      await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
      // A list that is chosen from is a part of its page, every other name in an address a dialog.
      await expect(page.getByRole("dialog"), address).toHaveCount(/[?](?!list=|select=|links=)/.test(address) ? 1 : 0);
      for (const [theme, rules] of [["light", {}], ["dark", { runOnly: ["color-contrast"] }]]) {
        await page.evaluate((chosen) => { document.documentElement.dataset.theme = chosen; }, theme);
        found.push(...(await axe(rules)).map((finding) => `${address} ${theme}: ${finding}`));
      }
    }
    expect(found).toEqual([]);
  });
}
