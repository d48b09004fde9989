// A message almost ready to send.
export class Compose {
  constructor(page) {
    this.dialog = page.getByRole("dialog");
    this.to = this.dialog.getByLabel("To", { exact: true });
    this.script = this.dialog.getByLabel("Script", { exact: true });
    this.subject = this.dialog.getByLabel("Subject", { exact: true });
    this.ownLine = this.dialog.getByLabel("A line only you could write");
    this.message = this.dialog.getByLabel("Message", { exact: true });
    this.openInMail = this.dialog.getByRole("link", { name: "Open in Mail" }).or(this.dialog.getByRole("button", { name: "Open in Mail" }));
    this.alreadySent = this.dialog.getByRole("button", { name: "Already sent" });
  }

  /** Adds the own line and says that it went out. */
  async send(line) {
    await this.ownLine.fill(line);
    await this.alreadySent.click();
    await this.dialog.waitFor({ state: "detached" });
  }

  /** "E-mail", "Text", "Call" or "Copy". */
  channel(name) {
    return this.dialog.getByRole("radio", { name });
  }
}
