// Fifteen seconds at the close of a meeting: names, and whatever was said of them.
export class Capture {
  constructor(page) {
    this.dialog = page.getByRole("dialog", { name: /^Capture a referral/ });
    this.line = this.dialog.getByRole("textbox", { name: "Name, and anything you have" });
    this.understood = this.dialog.getByRole("region", { name: "Understood as" });
    this.from = this.dialog.getByLabel("From", { exact: true });
    this.confidential = this.dialog.getByRole("checkbox", { name: "Confidential" });
    this.saveAndAnother = this.dialog.getByRole("button", { name: "Save and add another" });
    this.save = this.dialog.getByRole("button", { name: "Save", exact: true });
    this.close = this.dialog.getByRole("button", { name: "Close; your draft is kept" });
  }

  field(label) {
    return this.dialog.getByLabel(label, { exact: true });
  }

  /** How the name came up: "I asked", "Offered" or "They came by themselves". */
  origin(name) {
    return this.dialog.getByRole("radio", { name });
  }
}
