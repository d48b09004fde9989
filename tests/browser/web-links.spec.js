// Addresses and names of others: nothing in them hides where a link leads, or turns the rest of a line around.
import { expect, test } from "./fixtures.js";
import { Data } from "./pages/data.js";

test("a link shows where it leads, what is hidden in it, and a name turns nothing around", async ({ app, page }) => {
  const data = new Data(page);
  const reach = [
    { kind: "web", value: "https://good.example\u202emoc.live" },
    { kind: "web", value: "https://user:pass@host.example/x" },
    { kind: "profile", value: "https://good.example/jim" },
  ];
  const book = {
    format: "kith",
    version: 1,
    records: { person: [{ id: "p1", name: "Jim \u202eevil\u2066 Ito", reach }], touch: [{ id: "t1", person: "p1", on: "2026-11-06" }] },
  };
  await app.open();
  await app.begin("an empty book");
  await app.at("#/data/import");
  await data.choose({ name: "book.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(book)) });
  await data.merge.click();
  await expect(app.main).toContainText("book.json was merged into your book.");
  await app.at("#/people/p1");
  await expect(app.title).toHaveText("Jim evil Ito");
  const about = page.getByRole("region", { name: "About them" });
  await expect(about).toContainText("https://good.example[U+202E]moc.live");
  await expect(about.getByRole("link", { name: /moc\.live/ })).toHaveCount(0);
  const odd = about.getByRole("link", { name: "https://user:pass@host.example/x (leads to host.example)" });
  await expect(odd).toHaveAttribute("href", "https://user:pass@host.example/x");
  await expect(about.getByRole("link", { name: "https://good.example/jim", exact: true })).toHaveAttribute("href", "https://good.example/jim");
  const turning = () => /[\u202a-\u202e\u2066-\u2069]/.test(document.title + document.body.innerText);
  for (const address of ["#/people/p1", "#/people", "#/today", "#/people/p1?write=p1"]) {
    await app.at(address);
    expect(await page.evaluate(turning), address).toBe(false);
  }
});
