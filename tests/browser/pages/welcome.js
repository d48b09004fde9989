// First run: shown by itself while there is no book.
export class Welcome {
  constructor(page) {
    this.page = page;
    this.openMyBook = page.getByRole("button", { name: "Open my book" });
    this.sample = page.getByRole("button", { name: "Look round a sample book" }).or(page.getByRole("link", { name: "Look round a sample book" }));
    this.contacts = page.getByRole("button", { name: "Bring your contacts" }).or(page.getByRole("link", { name: "Bring your contacts" }));
    this.backup = page.getByRole("button", { name: "Restore a backup" }).or(page.getByRole("link", { name: "Restore a backup" }));
  }
}
