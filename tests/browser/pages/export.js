// The ways out of the book: lists as files, and readers of those files that know nothing of Kith.
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

export class Export {
  constructor(page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Take this list with you" });
  }

  /** Opens the dialog over the list of the page: by its button, or by the menu of the list. */
  async open() {
    const button = this.page.getByRole("button", { name: "Take this list with you…" });
    const menu = this.page.getByRole("button", { name: "More for this list" });
    await expect(button.or(menu).first()).toBeVisible();
    if (await menu.isVisible()) await menu.click();
    await button.filter({ visible: true }).click();
    await expect(this.dialog).toBeVisible();
  }

  /** Presses a button that hands a file over; gives its name and what stands in it. */
  async file(button) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** Takes the list of the page in this form. */
  async take(form) {
    await this.open();
    const file = await this.file(this.dialog.getByRole("button", { name: form }));
    await expect(this.dialog).toHaveCount(0);
    return file;
  }
}

/** Reads a table by RFC 4180: a list of rows, each a map from head to cell, the guard against formulas taken off. */
export function table(text) {
  expect(text.startsWith("\uFEFF"), "spreadsheets are told that it is UTF-8").toBe(true);
  const rows = [[]];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy;
  cell.lastIndex = 1;
  let found;
  let end = 1;
  while ((found = cell.exec(text)) !== null) {
    rows.at(-1).push(found[1].replaceAll('""', '"'));
    if (found[2] === "\r\n") rows.push([]);
    end = cell.lastIndex;
  }
  expect(end, "every cell is quoted, to the end").toBe(text.length);
  const [heads, ...people] = rows.slice(0, -1);
  for (const row of people) {
    expect(row.length).toBe(heads.length);
    for (const cell of row) expect(cell, "no formula").not.toMatch(/^[=+\-@\t\r]/);
  }
  return people.map((row) => Object.fromEntries(row.map((cell, at) => [heads[at], cell.replace(/^'(?='*[=+\-@\t\r])/, "")])));
}

/** Reads vCards by RFC 6350: a list of cards, each a map from a property's name, without its group and types, to its values. */
export function cards(text) {
  const lines = text.split("\r\n");
  expect(lines.pop(), "the last line ends").toBe("");
  for (const line of lines) {
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  const all = [];
  for (const line of text.slice(0, -2).replaceAll("\r\n ", "").split("\r\n")) {
    const [, name, value] = line.match(/^(?:item\d+\.)?([A-Za-z-]+)(?:;[A-Z-]+=[a-z0-9]+)*:(.*)$/);
    if (line === "BEGIN:VCARD") all.push({});
    else if (line !== "END:VCARD") (all.at(-1)[name] ??= []).push(value.replaceAll(/\\([\\;,n])/g, (_, c) => (c === "n" ? "\n" : c)));
  }
  expect(text.match(/^BEGIN:VCARD\r$/gm).length).toBe(all.length);
  expect(text.match(/^END:VCARD\r$/gm).length).toBe(all.length);
  return all;
}
