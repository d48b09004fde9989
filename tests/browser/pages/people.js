// The list of people, and the form a person is made or changed with.
export class People {
  constructor(page) {
    this.page = page;
    this.add = page.getByRole("button", { name: "Add a person" });
    this.list = page.getByRole("table", { name: "People" }).or(page.getByRole("list", { name: "People" }));
    this.search = page.getByRole("searchbox", { name: "Find in this list" }).or(page.getByRole("textbox", { name: "Find in this list" }));
    this.form = new PersonForm(page);
  }

  person(name) {
    return this.list.getByRole("link", { name });
  }

  /** Adds a person with the fields given by label, such as `{ Name: "Helen Marsh", Phone: "555 0100" }`. */
  async bring(fields) {
    await this.add.click();
    await this.form.fill(fields);
    await this.form.save.click();
  }
}

export class PersonForm {
  constructor(page) {
    this.page = page;
    this.roles = page.getByRole("group", { name: "Roles" });
    this.rating = page.getByRole("group", { name: "Rating" }).or(page.getByRole("combobox", { name: "Rating" }));
    this.save = page.getByRole("button", { name: "Save person" });
    this.cancel = page.getByRole("button", { name: "Cancel" });
  }

  field(label) {
    return this.page.getByRole("dialog").getByLabel(label, { exact: true });
  }

  async fill(fields) {
    for (const [label, words] of Object.entries(fields)) await this.field(label).fill(words);
  }
}
