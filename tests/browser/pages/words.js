// Your words: ideal clients, results, scripts, the card.
export class Words {
  constructor(page) {
    this.page = page;
    this.keep = page.getByRole("button", { name: "Keep it" });
    this.close = page.getByRole("button", { name: /^Close; your draft/ });
  }

  /** "Ideal clients", "Results", "Scripts" or "My card". */
  part(name) {
    return this.page.getByRole("navigation", { name: "Your words" }).getByRole("link", { name });
  }

  another(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  entries(list) {
    return this.page.getByRole("list", { name: list, exact: true }).locator("> li");
  }

  entry(list, title) {
    return this.entries(list).filter({ hasText: title });
  }

  edit(title) {
    return this.page.getByRole("button", { name: `Edit: ${title}` });
  }

  field(label) {
    return this.page.getByRole("dialog").getByLabel(label, { exact: true });
  }
}
