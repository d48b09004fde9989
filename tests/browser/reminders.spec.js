// Reminders: what is owed becomes a calendar file, which a reader of its own, strict by RFC 5545, takes in.
import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.js";
import { Capture } from "./pages/capture.js";
import { Today } from "./pages/today.js";

/** Reads a calendar and refuses whatever the standard refuses. Gives its entries, each a map from a property's name to its value. */
function calendar(text) {
  expect(text.endsWith("\r\n"), "the last line ends").toBe(true);
  const lines = text.slice(0, -2).split("\r\n");
  for (const line of lines) {
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n\0]/);
  }
  const whole = lines.reduce((all, line) => {
    if (line.startsWith(" ")) all[all.length - 1] += line.slice(1);
    else all.push(line);
    return all;
  }, []);
  const [open, entries] = [[], []];
  for (const line of whole) {
    const [, name, parameters, value] = line.match(/^([A-Z-]+)((?:;[A-Z]+=[A-Z]+)*):(.*)$/) ?? expect(line, "a property").toBe("");
    if (name === "BEGIN") {
      open.push(value);
      if (value === "VEVENT") entries.push({});
    } else if (name === "END") {
      expect(open.pop()).toBe(value);
    } else if (open.at(-1) === "VEVENT") {
      expect(entries.at(-1), "no property twice").not.toHaveProperty(name);
      expect(value.replaceAll(/\\[\\;,n]/g, ""), "what must be escaped is").not.toMatch(/[\\;,]/);
      entries.at(-1)[name] = value.replaceAll(/\\([\\;,n])/g, (_, c) => (c === "n" ? "\n" : c));
      expect(parameters).toBe(name.startsWith("DT") && name !== "DTSTAMP" ? ";VALUE=DATE" : "");
    } else if (name === "TRIGGER") {
      expect([open.at(-1), value]).toEqual(["VALARM", "PT9H"]);
      entries.at(-1).alarm = value;
    }
  }
  expect(open).toEqual([]);
  for (const entry of entries) {
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "alarm"]));
    expect(entry.DTSTAMP).toMatch(/^\d{8}T\d{6}Z$/);
    expect(entry.DTSTART).toMatch(/^\d{8}$/);
  }
  return entries;
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toMatch(/^kith-reminders-\d{4}-\d\d-\d\d\.ics$/);
  return calendar(await readFile(await download.path(), "utf8"));
}

test("b3 what is owed goes into the calendar once, and nothing of a confidential referral does", async ({ app, page }) => {
  const [capture, today] = [new Capture(page), new Today(page)];
  await app.open();
  await app.begin("an empty book");
  await app.go("Your data");
  await page.getByRole("button", { name: "Download the reminders" }).click();
  await expect(app.said(/there is nothing to remind you of/)).toBeVisible();
  for (const [line, secret] of [["Zoë; Quill, via Jim Novák", false], ["Zebulon Quillfeather via Nia Osei", true]]) {
    await app.capture.click();
    await capture.line.fill(line);
    if (secret) await capture.confidential.check();
    await capture.save.click();
    await expect(capture.dialog).toHaveCount(0);
  }
  await app.go("Today");
  await expect(today.row("Nia Osei")).toBeVisible();
  const first = await downloaded(page, page.getByRole("button", { name: "Put these days in my calendar" }));
  const titles = first.map((entry) => entry.SUMMARY);
  expect(titles).toContain("A word to Nia Osei");
  expect(titles).toContain("Thank Jim Novák");
  expect(JSON.stringify(first)).not.toContain("Zebulon");

  await app.go("Your data");
  const again = await downloaded(page, page.getByRole("button", { name: "Download the reminders" }));
  const names = (entries) => entries.map((entry) => entry.UID);
  expect(names(again)).toEqual(names(first));
  expect(new Set(names(again)).size).toBe(again.length);
});

test("b3 the sample's calendar is whole, each entry of one day", async ({ app, page }) => {
  await app.open();
  await app.begin("the sample book");
  const entries = await downloaded(page, page.getByRole("button", { name: "Put these days in my calendar" }));
  expect(entries.length).toBeGreaterThan(10);
  const day = (text) => Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6)));
  for (const { DTSTART, DTEND } of entries) expect(day(DTEND) - day(DTSTART)).toBe(24 * 60 * 60 * 1000);
});
