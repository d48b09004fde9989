// Whom you owe a word today.
export class Today {
  constructor(page) {
    this.page = page;
    this.owed = page.getByRole("list", { name: "Owed" });
  }

  row(name) {
    return this.owed.getByRole("listitem").filter({ has: this.page.getByRole("button", { name: `More for ${name}` }) });
  }

  /** The rows of one kind, such as "Keep in touch" or "Follow-up". */
  ofKind(kind) {
    return this.owed.getByRole("listitem").filter({ has: this.page.getByRole("heading", { name: kind }) });
  }

  /** The names on the list from the top, each with when it is due: `["Fred Ito late", …]`. */
  rows() {
    return this.owed.getByRole("listitem").evaluateAll((rows) => rows.map((row) => {
      const more = row.querySelector("button[aria-label^='More for ']").getAttribute("aria-label");
      return `${more.slice("More for ".length)} ${row.dataset.due}`;
    }));
  }

  /** Presses the main button of a row, which opens the words. */
  async write(name) {
    await this.row(name).getByRole("button").first().click();
  }

  /** Opens the menu of a row and picks "Done already", "Tomorrow", "Another day…" or "Not owed, because…". */
  async more(name, act) {
    await this.owed.getByRole("button", { name: `More for ${name}` }).click();
    const item = { name: act };
    await this.page.getByRole("menuitem", item).or(this.page.getByRole("button", item)).filter({ visible: true }).first().click();
  }
}
