// News to many: the issues, the lists, and who is on them.
export class News {
  constructor(page) {
    this.page = page;
    this.part = page.getByRole("navigation", { name: "Events and news" }).getByRole("link", { name: "News" });
    this.log = page.getByRole("button", { name: "Log some news" });
    this.keep = page.getByRole("button", { name: "Keep it" });
    this.issues = page.getByRole("list", { name: "What you sent" });
    this.rows = page.getByRole("list", { name: "Who is on the list" });
  }

  issue(name) {
    return this.issues.locator("> li").filter({ hasText: name });
  }

  field(label) {
    return this.page.getByRole("dialog").getByLabel(label, { exact: true });
  }

  /** Somebody beside a list, to tick. */
  tick(name) {
    return this.rows.getByRole("checkbox", { name });
  }

  /** Makes a list and goes to where it is chosen who is on it. */
  async another(name) {
    await this.page.getByLabel("Another list").fill(name);
    await this.page.getByRole("button", { name: "Choose who is on it" }).click();
  }

  async write(name, list, text) {
    await this.log.click();
    await this.field("What it is called").fill(name);
    await this.field("The list it goes to").fill(list);
    await this.field("What it says").fill(text);
    await this.keep.click();
  }
}
