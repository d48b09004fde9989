// Lists go out as files: what is filtered, in every form, read back by readers of their own and by Kith itself.
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Data } from "./pages/data.js";
import { Export, cards, table } from "./pages/export.js";
import { People } from "./pages/people.js";
import { connections } from "./pages/pool.js";

const PHONE = "+1 202 555 0101";
const NOTE = "Runs; swims, too\n=SUM(A1)";

/** A book of Zoë, whose fields try to break out, Jim, and Zebulon, who came in confidence. */
async function fill(app, page) {
  const [people, capture] = [new People(page), new Capture(page)];
  await app.open();
  await app.begin("an empty book");
  await app.at("#/people");
  await people.bring({ Name: "=Zoë \"Zo\" Quill, Jr.", Organisation: "Quill; Sons", Phone: PHONE, Note: NOTE });
  await expect(page.getByRole("dialog")).toHaveCount(0);
  for (const [line, secret] of [["Bo Ek bo@ek.example via Jim Novák", false], ["Zebulon Quillfeather via Jim Novák", true]]) {
    await app.capture.click();
    await capture.line.fill(line);
    if (secret) await capture.confidential.check();
    await capture.save.click();
    await expect(capture.dialog).toHaveCount(0);
  }
}

test("b8 people go out as they are filtered, in each form, and come back the same", async ({ app, page, axe }) => {
  const [out, people, data] = [new Export(page), new People(page), new Data(page)];
  await fill(app, page);
  await app.at("#/people");
  await out.open();
  await expect(out.dialog).toContainText("3 people go along. Another one is confidential and stays here.");
  await expect(page).toHaveURL(/take=/);
  expect(await axe({})).toEqual([]);
  await page.goBack();
  await expect(out.dialog).toHaveCount(0);

  const csv = await out.take(/^Table/);
  expect(csv.name).toMatch(/^kith-people-\d{4}-\d\d-\d\d\.csv$/);
  await expect(app.said(/is with you: 3 people\./)).toBeVisible();
  const rows = table(csv.text);
  expect(rows.map((row) => row.Name).sort()).toEqual(["=Zoë \"Zo\" Quill, Jr.", "Bo Ek", "Jim Novák"]);
  const zoe = rows.find((row) => row.Name.includes("Zoë"));
  expect([zoe["Organization Name"], zoe["Phone 1 - Value"], zoe.Notes]).toEqual(["Quill; Sons", PHONE, NOTE]);
  expect(csv.text).not.toContain("Zebulon");

  for (const [form, version] of [["vCard 4.0", "4.0"], ["vCard 3.0", "3.0"]]) {
    const file = await out.take(form);
    expect(file.name).toMatch(/^kith-people-\d{4}-\d\d-\d\d\.vcf$/);
    const all = cards(file.text);
    expect(all.map((card) => [...card.VERSION, card.FN.length])).toEqual([[version, 1], [version, 1], [version, 1]]);
    const card = all.find((card) => card.FN[0].includes("Zoë"));
    expect([card.FN, card.ORG, card.TEL, card.NOTE]).toEqual([["=Zoë \"Zo\" Quill, Jr."], ["Quill; Sons"], [PHONE], [NOTE]]);
    expect(file.text).not.toContain("Zebulon");
  }

  await people.search.fill("quill, jr");
  await expect(people.list.getByRole("row")).toHaveCount(2);
  const one = await out.take("vCard 3.0");
  expect(cards(one.text).length).toBe(1);

  // Brought back, every one is known; in another book each is as they were.
  await app.at("#/data/import");
  await data.choose({ name: csv.name, mimeType: "text/csv", buffer: Buffer.from(csv.text) });
  await expect(app.main).toContainText("nobody new");
});

test("what was taken out comes into another book as it was", async ({ app, page, ownSite }) => {
  const [out, people, data] = [new Export(page), new People(page), new Data(page)];
  await fill(app, page);
  await app.at("#/people");
  const files = [await out.take(/^Table/), await out.take("vCard 4.0"), await out.take("vCard 3.0")];
  for (const { name, text } of files) {
    const { url } = await ownSite();
    await app.open(url);
    await app.begin("an empty book");
    await app.at("#/data/import");
    await data.choose({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await data.importNames.click();
    await app.at("#/people");
    await expect(app.main).toContainText("3 people in your book");
    await people.person(/Zoë/).click();
    await expect(app.title).toHaveText("=Zoë \"Zo\" Quill, Jr.");
    for (const said of [PHONE, "Quill; Sons", "Runs; swims, too", "=SUM(A1)"]) await expect(app.main).toContainText(said);
  }
});

test("b8 r5 the Hundred, the pool and the referrals have the same way out", async ({ app, page, axe }) => {
  const [out, data] = [new Export(page), new Data(page)];
  await fill(app, page);
  await app.at("#/hundred");
  await app.main.getByRole("combobox", { name: "Line 1" }).fill("Jim Novák");
  await app.main.getByRole("button", { name: "Put on the list" }).click();
  await expect(app.main.getByRole("link", { name: "Jim Novák" })).toBeVisible();
  const hundred = await out.take(/^Table/);
  expect(table(hundred.text).map((row) => [row.Name, row["Place in the Hundred"]])).toEqual([["Jim Novák", "1"]]);

  await app.at("#/referrals?is=all");
  await out.open();
  await expect(out.dialog).toContainText("1 referral goes along. Another one is confidential");
  expect(await axe({})).toEqual([]);
  const referrals = await out.file(out.dialog.getByRole("button", { name: /^Table/ }));
  expect(table(referrals.text).map((row) => [row.Prospect, row.Source])).toEqual([["Bo Ek", "Jim Novák"]]);
  expect(referrals.text).not.toContain("Zebulon");

  await app.at("#/data/import");
  await data.choose(connections([["Naomi", "Feld", "Acme", "COO"], ["Cy", "Lund", "Bolt", "Clerk"]]));
  await data.importNames.click();
  await expect(app.main.getByRole("link", { name: "See the holding pool" })).toBeVisible();
  await app.at("#/pool?q=naomi");
  const pool = await out.take("vCard 3.0");
  expect(cards(pool.text).map((card) => [...card.FN, ...card.ORG])).toEqual([["Naomi Feld", "Acme"]]);
});

test("every way out stands on one page, and each hands its file over", async ({ app, page, axe }) => {
  const out = new Export(page);
  await app.open();
  await app.begin("the sample book");
  await app.go("Your data");
  await app.main.getByRole("link", { name: "Choose what to take" }).click();
  await expect(app.title).toHaveText("Take it with you");
  expect(await axe({})).toEqual([]);
  const press = (name) => out.file(app.main.getByRole("button", { name }));
  expect((await press("Back up now")).name).toMatch(/^kith-\d{4}-\d\d-\d\d\.json$/);
  const people = cards((await press("Everyone, as vCard 3.0")).text);
  expect(people.length).toBeGreaterThan(20);
  expect(cards((await press("Everyone, as vCard 4.0")).text).map((card) => card.FN)).toEqual(people.map((card) => card.FN));
  expect(table((await press("Everyone, as a table (CSV)")).text).map((row) => [row.Name])).toEqual(people.map((card) => card.FN));
  const referrals = table((await press("Referrals, as a table (CSV)")).text);
  expect(referrals.length).toBeGreaterThan(5);
  for (const row of referrals) expect(row.Prospect).not.toBe("");
  const contacts = table((await press("Contacts you had, as a table (CSV)")).text);
  expect(contacts.length).toBeGreaterThan(20);
  for (const row of contacts) expect(row.Day).toMatch(/^\d{4}-\d\d-\d\d$/);
  const owed = table((await press("What is owed, as a table (CSV)")).text);
  expect(owed.map((row) => row.State)).toEqual(expect.arrayContaining(["late", "soon"]));
  const calendar = await press("What is owed, for your calendar");
  expect(calendar.text.match(/^BEGIN:VEVENT\r$/gm).length).toBe(owed.filter((row) => row.State !== "ripe").length);
  for (const [link, title] of [["The Hundred", "The Hundred"], ["The tree, also as a drawing", "Tree"], ["The ask card", "Your words"]]) {
    await app.at("#/data/export");
    await app.main.getByRole("link", { name: link, exact: true }).last().click();
    await expect(app.title).toHaveText(title);
  }
});
