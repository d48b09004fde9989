// The week on Today: the goal, the five proposed, and how many of whom there are.
import { moment } from "../day.js";

export class Week {
  constructor(page) {
    this.page = page;
    this.goal = page.getByRole("region", { name: "This week’s goal" });
    this.slots = this.goal.getByRole("list", { name: "Contacted this week" }).getByRole("listitem");
    this.change = this.goal.getByRole("link", { name: "Change the goal" });
    this.dialog = page.getByRole("dialog", { name: "Your goal for a week" });
    this.people = this.dialog.getByLabel("People to contact in a week");
    this.set = this.dialog.getByRole("button", { name: "Set the goal" });
    this.five = page.getByRole("list", { name: "Five for this week" }).getByRole("listitem");
    this.box = page.getByRole("region", { name: "Five for this week" });
  }

  /** The names proposed, from the top. */
  names() {
    return this.five.getByRole("heading").allTextContents();
  }

  /** The day the page believes it is; its clock goes on from there. */
  async on(day) {
    await this.page.clock.install({ time: moment(day) });
  }
}
