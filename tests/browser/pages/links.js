// Who brought whom, as an address book has it: a tick or a choice for each link.
export class Links {
  constructor(page) {
    this.page = page;
    this.list = page.getByRole("list", { name: "Who brought whom" });
    this.rows = this.list.getByRole("listitem");
  }

  row(text) {
    return this.rows.filter({ hasText: text });
  }

  tick(title) {
    return this.list.getByRole("checkbox", { name: title });
  }

  /** The choice of who brought somebody, where several may be meant. */
  which(name) {
    return this.list.getByRole("combobox", { name: `Who brought ${name}?` });
  }
}
