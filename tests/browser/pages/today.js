// Whom you owe a word today.
export class Today {
  constructor(page) {
    this.page = page;
    this.owed = page.getByRole("list", { name: "Owed" });
  }

  row(name) {
    return this.owed.getByRole("listitem").filter({ has: this.page.getByRole("button", { name: `More for ${name}` }) });
  }

  /** Opens the menu of a row and picks "Done already", "Tomorrow", "Another day…" or "Not owed, because…". */
  async more(name, act) {
    await this.owed.getByRole("button", { name: `More for ${name}` }).click();
    const item = { name: act };
    await this.page.getByRole("menuitem", item).or(this.page.getByRole("button", item)).filter({ visible: true }).first().click();
  }
}
