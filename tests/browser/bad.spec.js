// What goes wrong is said in a sentence where it went wrong, what was typed stays, and the book stays as it was.
import { readFileSync } from "node:fs";
import { contacts, file, PEOPLE, vCard } from "./contacts.js";
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Data } from "./pages/data.js";
import { People } from "./pages/people.js";
import { Referral } from "./pages/referral.js";

test.describe("forms", () => {
  test.beforeEach(async ({ app }) => {
    await app.open();
    await app.begin("an empty book");
  });

  /** Does what must be refused, and sees that the field says so, keeps what was typed, and the book is as it was. */
  const refused = async (app, act, field, sentence) => {
    const before = await app.kept();
    const typed = await field.inputValue();
    await act();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(sentence);
    await expect(field).toHaveValue(typed);
    expect(await app.kept()).toEqual(before);
  };

  test("a person without a name, or with one that is no name", async ({ app, page }) => {
    const { add, form } = new People(page);
    await app.go("People");
    await add.click();
    await form.fill({ Note: "Knows engines" });
    for (const name of ["", "   ", "\u202e\u2066 \t", "é".repeat(201)]) {
      await form.field("Name").fill(name);
      await refused(app, () => form.save.click(), form.field("Name"), name.length > 200 ? /at most 200 characters/ : /name/i);
      await expect(form.field("Note")).toHaveValue("Knows engines");
    }
    await form.fill({ Name: "Ada Byron", "E-mail": "not an address" });
    await refused(app, () => form.save.click(), form.field("E-mail"), /looks like fred@example\.com/);
    await form.fill({ "E-mail": "ada@example.org", Phone: "no digits" });
    await refused(app, () => form.save.click(), form.field("Phone"), /has digits/);
    await form.fill({ Phone: "555 0101", Note: "x".repeat(20_001) });
    await refused(app, () => form.save.click(), form.field("Note"), /20001 characters long; 20000 fit/);
    await form.fill({ Note: "" });
    await form.save.click();
    await expect(app.title).toHaveText("Ada Byron");
  });

  test("a name of any script, of emoji, or with control characters in it becomes one clean line", async ({ app, page }) => {
    const people = new People(page);
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const names = [
      ["Ada\u0007 \u202eByron\u202c", "Ada Byron"],
      ["👩🏽‍🚀 Zoë 🦊", "👩🏽‍🚀 Zoë 🦊"],
      ["ليلى الحسن", "ليلى الحسن"],
      ["<b onclick=alert(1)>Bo</b> & Co", "<b onclick=alert(1)>Bo</b> & Co"],
      ["W".repeat(200), "W".repeat(200)],
    ];
    for (const [typed, shown] of names) {
      await app.go("People");
      await people.bring({ Name: typed });
      await expect(app.title).toHaveText(shown);
      expect(await over(), shown).toBeLessThanOrEqual(0);
    }
    await app.go("People");
    expect(await over()).toBeLessThanOrEqual(0);
    await expect(page.getByText("5 people in your book.")).toBeVisible();
    for (const [, shown] of names) await expect(people.person(shown)).toBeVisible();
  });

  test("a capture of nobody, from nobody, or from someone to themselves", async ({ app, page }) => {
    const capture = new Capture(page);
    await app.capture.click();
    await refused(app, () => capture.save.click(), capture.field("Who they are"), /Write who was referred/);
    await expect(capture.from).toHaveAccessibleDescription(/Write who referred them/);
    await capture.field("Why would they benefit?").fill("They hire");
    await capture.line.fill("Jim Ito via Jim Ito");
    await refused(app, () => capture.save.click(), capture.from, /Nobody can refer themselves/);
    await expect(capture.line).toHaveValue("Jim Ito via Jim Ito");
    await expect(capture.field("Why would they benefit?")).toHaveValue("They hire");
    await capture.line.fill("Fred Ito not@ via Jim Ito");
    await capture.field("E-mail").fill("not@");
    await refused(app, () => capture.save.click(), capture.field("E-mail"), /looks like fred@example\.com/);
    await capture.field("E-mail").fill("");
    await capture.field("Who they are").fill("Fred Ito");
    await capture.save.click();
    await expect(capture.dialog).toHaveCount(0);
    // Now that both are in the book, the same again is refused for those in it.
    await app.capture.click();
    await capture.line.fill("Fred Ito via Fred Ito");
    await refused(app, () => capture.save.click(), capture.from, /Nobody can refer themselves/);
  });

  test("an absurd value, and a day that has not come", async ({ app, page }) => {
    const [capture, referral] = [new Capture(page), new Referral(page)];
    await app.capture.click();
    await capture.line.fill("Fred Ito via Jim Novak");
    await capture.save.click();
    await app.go("Referrals");
    await app.main.getByRole("link", { name: "Fred Ito" }).click();
    await referral.won.click();
    const dialog = page.getByRole("dialog", { name: "It is won" });
    const [value, day, currency] = ["Value", "Day", "Currency"].map((label) => dialog.getByLabel(label, { exact: true }));
    const save = () => dialog.getByRole("button", { name: "Mark it won" }).click();
    for (const [typed, sentence] of [
      ["0", /worth more than nothing/],
      ["-5", /figures|worth more than nothing/],
      ["1000000000000", /more than a trillion/],
      ["9".repeat(400), /more than a trillion|figures/],
      ["abc", /in figures, such as 12,500/],
      ["12 k", /figures/],
    ]) {
      await value.fill(typed);
      await refused(app, save, value, sentence);
    }
    await value.fill("12,500");
    await day.fill("2199-01-01");
    await refused(app, save, day, /has not come yet/);
    await expect(value).toHaveValue("12,500");
    await day.fill("1899-12-31");
    await refused(app, save, day, /before 1900/);
    await day.fill("");
    await currency.fill("dollars");
    await refused(app, save, currency, /three letters/);
    await expect(value).toHaveValue("12,500");
    await currency.fill("EUR");
    await save();
    await expect(dialog).toHaveCount(0);
    await expect(app.main).toContainText("12,500");
  });

  test("a contact with nobody, or on a day that has not come", async ({ app, page }) => {
    await app.log.click();
    const dialog = page.getByRole("dialog", { name: /^Log a contact/ });
    const [whom, said, day] = ["With whom", "What was said", "Day"].map((label) => dialog.getByLabel(label, { exact: true }));
    const save = () => dialog.getByRole("button", { name: "Log it" }).click();
    await said.fill("Good news");
    await refused(app, save, whom, /./);
    await whom.fill("Ada Byron");
    await dialog.getByRole("checkbox", { name: /^Add Ada Byron to your book/ }).check();
    await dialog.getByRole("radio", { name: "Another day" }).check();
    await day.fill("2199-01-01");
    await refused(app, save, day, /has not come yet/);
    await expect(said).toHaveValue("Good news");
    await dialog.getByRole("radio", { name: "Yesterday" }).check();
    await save();
    await expect(dialog).toHaveCount(0);
    await app.go("People");
    await new People(page).person("Ada Byron").click();
    await expect(app.main).toContainText("Good news");
  });

  test("an address that names no one writes nothing, whatever its dialog is told", async ({ app, page }) => {
    const before = await app.kept();
    for (const dialog of ["won", "close", "anyway", "write", "log", "drop"]) {
      await app.at(`#/today?${dialog}=k3f9a2mq7x-99`);
      const open = page.getByRole("dialog");
      if (await open.count()) {
        const act = open.getByRole("button", { name: /^(Mark it won|Close the file|Open the follow-up|Already sent|Log it|Take it off my list)$/ });
        const words = open.getByRole("textbox").and(page.locator(":not([type=date])"));
        for (const field of await words.all()) await field.fill("Because");
        if (await act.count()) await act.click();
      }
      expect(await app.kept(), dialog).toEqual(before);
    }
  });
});

test.describe("files", () => {
  const json = (value) => file("kith.json", JSON.stringify(value));
  const REFUSED = [
    ["a backup cut off in the middle", file("kith.json", '{"format":"kith","version":1,"records":{"person":[{"id":"k3f9a2mq7x-1","na'), /damaged or cut off/],
    ["a backup in which something was changed", json({ format: "kith", version: 1, counts: { person: 7 }, sha256: "0".repeat(64), records: { person: [{ id: "k3f9a2mq7x-1", name: "Ada" }] } }), /damaged, or was changed/],
    ["a backup of a newer version", json({ format: "kith", version: 99, records: {} }), /newer version of Kith/],
    ["data of another program", json({ people: [{ name: "Ada" }] }), /neither a backup of a book nor contacts/],
    ["a picture", file("contacts.vcf", Buffer.from("89504e470d0a1a0a0000000d4948445200000001", "hex")), /This is a picture/],
    ["an archive", file("Connections.csv", Buffer.from("504b0304140006000000436f6e6e656374696f6e732e637376", "hex")), /This is an archive\. Unpack it and choose the file with your contacts/],
    ["a workbook", file("contacts.csv", "PK\u0003\u0004\u0014\u0000[Content_Types].xml"), /This is a workbook\. Open it in your spreadsheet, save the sheet as CSV/],
    ["a table with a heading alone", file("contacts.csv", "Name,E-mail,Phone\r\n"), /the names of columns and nothing under them/],
    ["an empty file", file("contacts.csv", ""), /file is empty/],
    ["a table of which no column is known", file("contacts.csv", "1,2,3\n"), /No column is known|neither/],
  ];

  for (const [what, chosen, sentence] of REFUSED) {
    test(`${what} is refused in a sentence, and nothing is written`, async ({ app, page }) => {
      await app.open();
      await app.begin("an empty book");
      const data = new Data(page);
      await app.go("Your data");
      const before = await app.kept();
      await data.choose(chosen);
      const alert = page.getByRole("alert").filter({ hasText: "was not read" });
      await expect(alert).toContainText(sentence);
      await expect(alert).toContainText(chosen.name);
      await expect(alert).toContainText("Nothing was changed.");
      await expect(data.importNames).toHaveCount(0);
      await expect(data.merge).toHaveCount(0);
      expect(await app.kept()).toEqual(before);
      // The next file is read as if nothing had been.
      await data.choose(contacts(PEOPLE.slice(0, 3)));
      await expect(data.importNames).toHaveText("Import 3 names");
    });
  }

  test("a vCard cut in half brings the whole cards, and says which is not", async ({ app, page }) => {
    await app.open();
    await app.begin("an empty book");
    const data = new Data(page);
    await app.go("Your data");
    const before = await app.kept();
    const text = PEOPLE.slice(0, 5).map(vCard).join("");
    await data.choose(file("half.vcf", text.slice(0, text.lastIndexOf("TEL;"))));
    await expect(data.importNames).toHaveText("Import 4 names");
    await expect(app.main).toContainText(/the card begins and never ends/);
    expect(await app.kept()).toEqual(before);
    await data.importNames.click();
    await app.go("People");
    await expect(page.getByText("4 people in your book.")).toBeVisible();
  });

  test("a table with ragged rows brings what can be read, and says why the rest cannot", async ({ app, page }) => {
    await app.open();
    await app.begin("an empty book");
    const data = new Data(page);
    await app.go("Your data");
    const before = await app.kept();
    const rows = ["Name,E-mail,Phone", "Ada Byron", "Bo Dahl,bo@example.org,555 0101,more,and more", ",,", ",,555 0199", `${"x".repeat(300)},x@example.org,`, 'Cy Ek,"cy@example.org,555'];
    await data.choose(file("ragged.csv", rows.join("\n")));
    await expect(data.importNames).toBeVisible();
    await expect(app.main).toContainText(/Row \d+: the name has more than 200 characters/);
    await expect(app.main).toContainText(/Row \d+: a quotation mark opens and never closes/);
    expect(await app.kept()).toEqual(before);
    await data.importNames.click();
    const people = new People(page);
    await app.go("People");
    await expect(people.person("Ada Byron")).toBeVisible();
    await expect(people.person("Bo Dahl")).toBeVisible();
  });
});

/** In the page: fills the browser's store to the last unit. */
const fill = () => {
  localStorage.removeItem("kith/1/reserve");
  for (let length = 2 ** 20, n = 0; length >= 1; n += 1) {
    try {
      localStorage.setItem(`filler/${n}`, "x".repeat(length));
    } catch {
      length = Math.floor(length / 2);
    }
  }
};

/** In the page: the browser allows no storage. */
const block = () => {
  Object.defineProperty(window, "localStorage", { get() { throw new DOMException("The operation is insecure.", "SecurityError"); } });
};

test.describe("the browser's store", () => {
  test("where it is blocked, the app opens and says that nothing is kept", async ({ app, page }) => {
    await page.addInitScript(block);
    await app.open();
    const notice = page.getByRole("alert").filter({ hasText: "This browser keeps nothing for Kith." });
    await expect(notice).toBeVisible();
    await app.begin("an empty book");
    const [people, data] = [new People(page), new Data(page)];
    await app.go("People");
    await people.bring({ Name: "Ada Byron" });
    await expect(app.title).toHaveText("Ada Byron");
    // What is written lives as long as the page: it is nowhere said to be saved, and it can be taken out as a file.
    await expect(notice).toBeVisible();
    await expect(page.getByText("Saved on this device")).toHaveCount(0);
    await app.go("Your data");
    expect((await data.download()).text).toContain("Ada Byron");
  });

  test("where it is full, what was not saved is said not to be, and stays in the form", async ({ app, page }) => {
    await app.open();
    await app.begin("an empty book");
    await app.go("People");
    const { add, form } = new People(page);
    await page.evaluate(fill);
    const before = await app.kept();
    await add.click();
    await form.fill({ Name: "Ada Byron", Note: "Knows engines" });
    await form.save.click();
    await expect(page.getByRole("dialog")).toContainText(/no room left, so this was not saved/);
    await expect(form.field("Name")).toHaveValue("Ada Byron");
    await expect(form.field("Note")).toHaveValue("Knows engines");
    expect(await app.kept()).toEqual(before);
    // Once there is room the same form is saved.
    await page.evaluate(() => localStorage.removeItem("filler/0"));
    await form.save.click();
    await expect(app.title).toHaveText("Ada Byron");
    await page.reload();
    await app.opened();
    await app.go("People");
    await expect(new People(page).person("Ada Byron")).toBeVisible();
  });

  for (const [how, break_] of [["full", fill], ["blocked", block]]) {
    test(`where it is ${how}, no form says that it is kept as you type`, async ({ app, page }) => {
      const capture = new Capture(page);
      if (how === "blocked") await page.addInitScript(break_);
      await app.open();
      await app.begin("an empty book");
      if (how === "full") await page.evaluate(break_);
      await app.capture.click();
      await capture.line.fill("Fred Ito via Connie");
      await expect(capture.dialog.getByText("Not kept: closing this loses it")).toBeVisible();
      await expect(capture.dialog.getByText("Kept as you type")).toHaveCount(0);
      await expect(capture.dialog.getByRole("button", { name: "Close; your draft is lost" })).toBeVisible();
      if (how === "blocked") return;
      await page.evaluate(() => localStorage.removeItem("filler/0"));
      await capture.line.fill("Fred Ito via Connie B");
      await expect(capture.dialog.getByText("Kept as you type")).toBeVisible();
      await expect(capture.close).toBeVisible();
    });
  }

  test("what a newer version wrote is said to be so, and left as it is", async ({ app, page }) => {
    const people = new People(page);
    await app.open();
    await app.begin("an empty book");
    await page.evaluate(() => localStorage.setItem("kith/2/journal/later", "what this version cannot know"));
    await page.reload();
    await app.opened();
    await expect(page.getByText("This tab runs an older Kith.")).toBeVisible();
    await app.go("People");
    await people.bring({ Name: "Ada Byron" });
    await expect(app.title).toHaveText("Ada Byron");
    await page.reload();
    await app.opened();
    await expect(app.title).toHaveText("Ada Byron");
    expect(await page.evaluate(() => localStorage.getItem("kith/2/journal/later"))).toBe("what this version cannot know");
  });

  test("a part that cannot be read is said to be so, handed over, and never written over", async ({ app, page }) => {
    const people = new People(page);
    await app.open();
    await app.begin("an empty book");
    await app.go("People");
    await people.bring({ Name: "Ada Byron" });
    await expect(app.title).toHaveText("Ada Byron");
    const JUNK = "not ours: {]\u00ff\u0001";
    const key = await page.evaluate((junk) => {
      const known = Object.keys(localStorage).find((name) => name.startsWith("kith/1/journal/"));
      const other = known.replace(/.$/, (last) => (last === "7" ? "8" : "7"));
      localStorage.setItem(other, junk);
      return other;
    }, JUNK);
    await page.reload();
    await app.opened();
    await expect(page.getByRole("alert").filter({ hasText: "cannot be read" })).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the part" }).click()]);
    expect(readFileSync(await download.path(), "utf8")).toContain("not ours: {]");
    await app.go("People");
    await expect(people.person("Ada Byron")).toBeVisible();
    await people.bring({ Name: "Bo Dahl" });
    await expect(app.title).toHaveText("Bo Dahl");
    await page.reload();
    await app.opened();
    await expect(page.getByRole("alert").filter({ hasText: "cannot be read" })).toBeVisible();
    expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(JUNK);
    await app.go("People");
    await expect(page.getByText("2 people in your book.")).toBeVisible();
  });
});
