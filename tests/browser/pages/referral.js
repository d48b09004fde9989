// One referral: nine steps, and the single next thing.
export class Referral {
  constructor(page) {
    this.page = page;
    this.steps = page.getByRole("list", { name: "Nine steps" });
    this.next = page.getByRole("region", { name: "Next" });
    this.introduced = page.getByRole("button", { name: "They have introduced us" });
    this.followedUp = page.getByRole("button", { name: "I have followed up" });
    this.talked = page.getByRole("button", { name: "We have talked" });
    this.won = page.getByRole("button", { name: "Won…", exact: true });
    this.closeFile = page.getByRole("button", { name: "Close the file…" });
    this.reopen = page.getByRole("button", { name: "Reopen" });
    this.anyway = page.getByRole("button", { name: "Follow up anyway…" });
  }

  /** Opens the words for the next thing. */
  async write() {
    await this.next.getByRole("button", { name: /^Write|^Send/ }).first().click();
  }

  /** Marks it won with this value. */
  async win(value) {
    await this.won.click();
    const dialog = this.page.getByRole("dialog", { name: "It is won" });
    await dialog.getByLabel("Value", { exact: true }).fill(value);
    await dialog.getByRole("button", { name: "Mark it won" }).click();
  }

  /** The states of the nine steps in order: done, now, later, skipped or locked. */
  states() {
    return this.steps.locator("[data-step]").evaluateAll((steps) => steps.map((step) => step.dataset.step));
  }
}
