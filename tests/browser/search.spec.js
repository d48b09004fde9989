// Anyone is found by any part of what is known of them, and an address brings back what it showed.
import { expect, test } from "./fixtures.js";
import { People } from "./pages/people.js";

const BOOK = {
  format: "kith",
  version: 1,
  records: {
    organisation: [{ id: "k3f9a2mq7x-9", name: "Ångström Brücken" }],
    person: [
      { id: "k3f9a2mq7x-1", name: "Amélie Durand", organisation: "k3f9a2mq7x-9", title: "Architect", roles: ["client"], rating: 5 },
      { id: "k3f9a2mq7x-2", name: "Łukasz Żak", note: "Plays the harpsichord on Sundays", roles: ["client"] },
      { id: "k3f9a2mq7x-3", name: "Ольга Смирнова", reach: [{ kind: "phone", label: "", value: "+44 (0)20 7946-0018" }] },
      { id: "k3f9a2mq7x-4", name: "Bo Dahl", reach: [{ kind: "email", label: "", value: "bo.dahl@fjord.example" }], rating: 5 },
    ],
    referral: [{ id: "k3f9a2mq7x-5", source: "k3f9a2mq7x-1", prospect: "k3f9a2mq7x-4", origin: "offered", agreed_on: "2026-01-05" }],
  },
};

test.beforeEach(async ({ app, page }) => {
  await app.open("./#/data/import");
  await page.getByLabel("Import a file").setInputFiles({ name: "kith.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(BOOK)) });
  await page.getByRole("button", { name: "Merge into my book" }).click();
  await expect(page.getByRole("button", { name: "Undo this import" })).toBeVisible();
});

const FOUND = [
  ["amelie", "Amélie Durand"],
  ["urand", "Amélie Durand"],
  ["angstrom", "Amélie Durand"],
  ["ARCHI", "Amélie Durand"],
  ["lukasz zak", "Łukasz Żak"],
  ["harpsi", "Łukasz Żak"],
  ["смирн", "Ольга Смирнова"],
  ["79460018", "Ольга Смирнова"],
  ["fjord", "Bo Dahl"],
];

test("the palette finds by any part, accents ignored, and opens what it found", async ({ app, page }) => {
  await app.at("#/today");
  await app.find.click();
  const dialog = page.getByRole("dialog");
  const line = dialog.getByRole("searchbox", { name: "Find anyone" });
  const people = dialog.getByRole("listbox").getByRole("group", { name: "People" }).getByRole("option");
  for (const [typed, name] of FOUND) {
    await line.fill(typed);
    await expect(people, typed).toHaveCount(1);
    await expect(people, typed).toContainText(name);
  }
  await line.fill("nobody of that name");
  await expect(people).toHaveCount(0);
  await expect(dialog).toContainText("No one called “nobody of that name”");
  await line.fill("harpsi");
  await expect(people).toHaveCount(1);
  await line.press("Enter");
  await expect(app.title).toHaveText("Łukasz Żak");
  await expect(dialog).toHaveCount(0);
});

test("the list finds the same, and its address keeps what is asked", async ({ app, page }) => {
  const people = new People(page);
  await app.at("#/people");
  for (const [typed, name] of FOUND) {
    await people.search.fill(typed);
    await expect(people.list.getByRole("link"), typed).toHaveText([name]);
  }
  await people.search.fill("");
  await expect(people.list.getByRole("link")).toHaveCount(4);
  await app.main.getByRole("group", { name: "Show" }).getByRole("link", { name: "Clients" }).click();
  await expect(people.list.getByRole("link")).toHaveText(["Amélie Durand", "Łukasz Żak"]);
  await people.search.fill("zak");
  await expect(people.list.getByRole("link")).toHaveText(["Łukasz Żak"]);
  expect(page.url()).toMatch(/#\/people\?.*is=client/);
  expect(page.url()).toMatch(/[?&]q=zak/);
  await page.reload();
  await app.opened();
  await expect(people.search).toHaveValue("zak");
  await expect(people.list.getByRole("link")).toHaveText(["Łukasz Żak"]);
  await people.person("Łukasz Żak").click();
  await expect(app.title).toHaveText("Łukasz Żak");
  await page.goBack();
  await expect(people.search).toHaveValue("zak");
  await expect(people.list.getByRole("link")).toHaveText(["Łukasz Żak"]);

  await app.open("./#/people?rating=5&q=bo");
  await expect(people.list.getByRole("link")).toHaveText(["Bo Dahl"]);
  await app.open("./#/referrals?is=open&q=durand");
  await expect(app.main.getByRole("list", { name: "Referrals" }).getByRole("link", { name: "Bo Dahl" })).toBeVisible();
  await page.reload();
  await app.opened();
  await expect(app.main.getByRole("searchbox", { name: "Find in this list" })).toHaveValue("durand");
});

test("an address of nothing says that there is nothing, and where to go", async ({ app }) => {
  const ids = ["#/people/no-such-id", "#/people/k3f9a2mq7x-99", "#/referrals/k3f9a2mq7x-99"];
  for (const address of [...ids, "#/nowhere/at/all", "#/referrals/%00", "#/people/k3f9a2mq7x-1/more"]) {
    await app.at(address);
    await expect(app.title, address).toHaveText(ids.includes(address) ? /^(Not in this book|Nothing here)$/ : "Nothing here");
    await app.main.getByRole("link", { name: /^Go to / }).first().click();
    await expect(app.title, address).toHaveText(/^(Today|People|Referrals)$/);
  }
});

test("where somebody works shows who is there, what was dealt, and who could introduce you", async ({ app, page }) => {
  await app.at("#/people/k3f9a2mq7x-1");
  await app.main.getByRole("link", { name: "Ångström Brücken" }).click();
  await expect(app.title).toHaveText("Ångström Brücken");
  const part = (name) => page.getByRole("region", { name });
  await expect(part("People there").getByRole("link")).toHaveText(["Amélie Durand"]);
  await expect(part("Dealings").getByRole("listitem")).toContainText(["Bo Dahl"]);
  await expect(part("Who could introduce you").getByRole("listitem")).toContainText(["works there and bought from you"]);
  await app.at("#/organisations/nowhere-1");
  await expect(app.main).toContainText("There is no such organisation here");
});
