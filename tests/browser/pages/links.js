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

  /** The button that refuses a link for good. */
  never(title) {
    return this.list.getByRole("button", { name: `Never: ${title}` });
  }

  /** What folds the refused ones away; `many` as it says: "2 links are refused". */
  refused(many) {
    return this.page.getByText(many, { exact: true });
  }

  /** The button that proposes a refused link again. */
  again(said) {
    return this.page.getByRole("list", { name: "Refused links" }).getByRole("button", { name: `Propose again: ${said}` });
  }

  /** The choice of who brought somebody, where several may be meant. */
  which(name) {
    return this.list.getByRole("combobox", { name: `Who brought ${name}?` });
  }
}
