// Giving back: what was promised and wanted, who should meet, the balances, and the plans.
export class Give {
  constructor(page) {
    this.page = page;
    const region = (name) => page.getByRole("region", { name });
    this.next = page.getByRole("region", { name: /^(Help|Your plan with) / });
    this.promised = region("Help you promised");
    this.meet = region("Introductions you could make");
    this.wanted = region("Help asked, nobody found yet");
    this.sent = region("Referrals you gave");
    this.dark = region("Kept in the dark");
    this.balances = region("Balances");
    this.ideas = page.getByRole("region", { name: /^Something for / });
    this.plans = region("Plans together");
    this.note = page.getByRole("button", { name: "Note something given" });
    this.dialog = page.getByRole("dialog");
  }

  /** The row of two people who should meet. */
  pair(one, other) {
    return this.meet.getByRole("listitem").filter({ hasText: one }).filter({ hasText: other });
  }

  /** Opens the menu of a row and picks an act. */
  async more(row, act) {
    await row.getByRole("button", { name: /^More for / }).click();
    await this.page.getByRole("button", { name: act }).filter({ visible: true }).click();
  }

  /** Fills the form of something given and keeps it. */
  async given({ state = "Done", what = "Help", to, text = "", sent = "", on = "" }) {
    await this.note.click();
    await this.dialog.getByRole("radio", { name: state, exact: true }).check();
    await this.dialog.getByLabel("What", { exact: true }).selectOption({ label: what });
    await this.dialog.getByLabel("For whom").fill(to);
    if (sent) await this.dialog.getByLabel("Whom you sent").fill(sent);
    if (text) await this.dialog.getByLabel("What exactly").fill(text);
    if (on) await this.dialog.getByLabel(/^(Day|Promised by|They asked on)$/).fill(on);
    await this.dialog.getByRole("button", { name: "Keep it" }).click();
  }
}
