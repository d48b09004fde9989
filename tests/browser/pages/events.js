// Events: those to come, one with its guests, and the words before and after it.
export class Events {
  constructor(page) {
    const region = (name) => page.getByRole("region", { name, exact: true });
    this.page = page;
    this.plan = page.getByRole("button", { name: "Plan an event" });
    this.dialog = page.getByRole("dialog");
    this.next = page.locator("section").filter({ has: page.getByText("Next", { exact: true }) });
    this.guests = page.getByRole("list", { name: "Guests" });
    this.proposed = page.getByRole("list", { name: "For this room" });
    this.room = region("The room");
    this.meet = region("Introduce to each other");
    this.coming = region("To come");
    this.after = region("A word after it");
    this.past = region("Before that");
  }

  /** The row of a guest. */
  guest(name) {
    return this.guests.getByRole("listitem").filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  /** The row of somebody who is proposed. */
  proposal(name) {
    return this.proposed.getByRole("listitem").filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  /** Fills the form of an event and keeps it. */
  async keep({ name, on, place, verb = "Plan it" }) {
    if (name !== undefined) await this.dialog.getByLabel("What it is called").fill(name);
    if (on !== undefined) await this.dialog.getByLabel("Day").fill(on);
    if (place !== undefined) await this.dialog.getByLabel("Place").fill(place);
    await this.dialog.getByRole("button", { name: verb }).click();
  }

  /** Opens the menu of a row and picks an act. */
  async more(row, act) {
    await row.getByRole("button", { name: /^More for / }).click();
    await this.page.getByRole("button", { name: act, exact: true }).filter({ visible: true }).click();
  }

  /** Picks an act of the event itself. */
  async about(act) {
    await this.page.getByRole("button", { name: "More for this event" }).click();
    await this.page.getByRole("button", { name: act, exact: true }).filter({ visible: true }).click();
  }
}
