// Files, lines and clocks that mean harm: nothing runs, no link leads where it does not say, and what was meant is kept.
import { expect, test } from "./fixtures.js";
import { file } from "./contacts.js";
import { App } from "./pages/app.js";
import { Capture } from "./pages/capture.js";
import { Data } from "./pages/data.js";
import { People } from "./pages/people.js";

/** Texts that other programs have run, followed, counted or turned round. */
const HOSTILE = [
  '<img src=x onerror="window.ran=1">',
  "<script>window.ran=1</script>",
  "{{constructor.constructor('window.ran=1')()}}",
  "javascript:window.ran=1",
  "=HYPERLINK(\"https://evil.example\",\"Bank\")",
  "__proto__",
  "constructor",
  "Robert'); DROP TABLE people;--",
  "%s%n ${7*7} `window.ran=1`",
  "Ann\u0000Lee\u0007",
];

/** What a page can run or follow, wherever it stands. */
const audit = (page) =>
  page.evaluate(() => ({
    ran: "ran" in window || "ran" in Object.prototype,
    markup: document.querySelectorAll("main script, main iframe, main object, main embed, main img[src='x'], [onerror], [onclick], [onload]").length,
    schemes: [...new Set([...document.querySelectorAll("a[href], area[href], form[action]")].map((link) => new URL(link.href, location.href).protocol))].sort(),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));

const harmless = async (page, where) => {
  const { ran, markup, schemes, wide } = await audit(page);
  expect(ran, where).toBe(false);
  expect(markup, where).toBe(0);
  expect(schemes.filter((scheme) => !["http:", "https:", "mailto:", "tel:", "sms:", "blob:"].includes(scheme)), where).toEqual([]);
  expect(wide, where).toBeLessThanOrEqual(0);
};

const card = (text, n) =>
  ["BEGIN:VCARD", "VERSION:3.0", `FN:Card ${n} ${text.replaceAll(/[\r\n]/g, " ")}`, `ORG:${text}`, `TITLE:${text}`, `NOTE:${text}\\nBEGIN:VCARD\\nFN:Nobody`, `URL:${text}`, `EMAIL:${text}`, `TEL:${text}`, `X-${n}:${text}`, "END:VCARD"].join("\r\n");

test("hostile cards and tables come in as the text they are, and nothing of them runs", async ({ app, page }) => {
  const data = new Data(page);
  await app.open();
  await app.begin("an empty book");
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const table = ["Name,Company,Title,Email,Phone,Website,Notes", ...HOSTILE.map((text, n) => [`Row ${n} ${text}`, text, text, text, text, text, text].map(cell).join(","))].join("\r\n");
  for (const chosen of [file("cards.vcf", HOSTILE.map(card).join("\r\n")), file("table.csv", table)]) {
    await app.at("#/data/import");
    await data.choose(chosen);
    await expect(data.importNames).toHaveText(`Import ${HOSTILE.length} names`);
    await harmless(page, `the preview of ${chosen.name}`);
    await data.importNames.click();
    await expect(app.main).toContainText(`${HOSTILE.length} people came in from ${chosen.name}.`);
  }
  await app.at("#/people");
  await expect(app.main).toContainText(`${HOSTILE.length * 2} people in your book`);
  await harmless(page, "the list of people");
  const addresses = await new People(page).list.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")).filter((href) => /^#\/people\/[^?]+$/.test(href)));
  for (const address of new Set(addresses)) {
    await app.at(address);
    await harmless(page, address);
  }
  for (const address of ["#/today", "#/tree", "#/hundred", "#/referrals", "#/people/twice", "#/people?q=%3Cscript%3E", "#/<img src=x onerror=window.ran=1>"]) {
    await app.at(address);
    await harmless(page, address);
  }
  const { text } = await (await app.at("#/data"), data.download());
  const names = JSON.parse(text).records.person.map((person) => person.name);
  HOSTILE.forEach((words, n) => expect(names.filter((name) => name.startsWith(`Row ${n} `)), words).toHaveLength(1));
  await page.reload();
  await app.opened();
  await app.at("#/people");
  await expect(app.main).toContainText(`${HOSTILE.length * 2} people in your book`);
});

test("hostile lines that are pasted stay text, and nothing typed is lost", async ({ app, page }) => {
  const [capture, data] = [new Capture(page), new Data(page)];
  await app.open();
  await app.begin("an empty book");
  for (const text of [...HOSTILE, "Fred Ito \u202eoca.emca\u202c via Connie", "x".repeat(100_000), "via via via", "@@@@ ++++ (((("]) {
    await app.capture.click();
    await capture.line.fill(text);
    await expect(capture.line).toHaveValue(text.replaceAll(/[\r\n]/g, " "));
    await harmless(page, text.slice(0, 60));
    await capture.close.click();
    await expect(capture.dialog).toHaveCount(0);
  }
  await app.at("#/data/import");
  await page.getByRole("textbox", { name: "Or paste a list" }).fill(HOSTILE.map((text, n) => `Line ${n} ${text}, line${n}@x.example`).join("\n"));
  await page.getByRole("button", { name: "Look at the list" }).click();
  await expect(data.importNames).toBeVisible();
  await harmless(page, "a pasted list");
});

test("a mail, text and phone link opens for the one who is shown, and for nobody else", async ({ app, page }) => {
  const people = new People(page);
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await people.bring({ Name: "Ann Lee", "E-mail": "ann@lee.example?bcc=spy&body=hi", Phone: "+44 (0)20 7946 0101 ext. 22" });
  await expect(app.title).toHaveText("Ann Lee");
  const link = (text) => app.main.getByRole("link", { name: text });
  await expect(link("ann@lee.example")).toHaveAttribute("href", "mailto:ann@lee.example%3Fbcc%3Dspy%26body%3Dhi");
  await expect(link("+44 (0)20 7946 0101")).toHaveAttribute("href", "tel:+442079460101");
});

test("of two tabs with clocks years apart the edit that was made last stands", async ({ app, page, context }) => {
  const other = new App(await context.newPage());
  await page.clock.setFixedTime(new Date("2031-03-01T10:00:00Z"));
  await other.page.clock.setFixedTime(new Date("2009-01-01T10:00:00Z"));
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await new People(page).bring({ Name: "Ann Lee", Title: "Buyer" });
  await expect(app.title).toHaveText("Ann Lee");
  const address = new URL(page.url()).hash;
  const edit = async (tab, title) => {
    await tab.page.getByRole("button", { name: "Edit", exact: true }).click();
    const { form } = new People(tab.page);
    await form.fill({ Title: title });
    await form.save.click();
    await expect(tab.page.getByRole("dialog")).toHaveCount(0);
  };
  await other.open(address);
  for (const [tab, there, title] of [[other, app, "Head of buying"], [app, other, "Director"], [other, app, "Founder"]]) {
    await edit(tab, title);
    await expect(there.main).toContainText(title);
  }
  for (const tab of [app, other]) {
    await tab.page.reload();
    await tab.opened();
    await expect(tab.main).toContainText("Founder");
  }
});
