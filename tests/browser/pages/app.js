// What every screen shares, by role and name. The names are the product's public face: they change only on purpose.
import { expect } from "@playwright/test";
import { Welcome } from "./welcome.js";

export class App {
  constructor(page) {
    this.page = page;
    this.title = page.getByRole("heading", { level: 1 });
    this.main = page.getByRole("main");
    this.nav = page.getByRole("navigation", { name: "Main" });
    this.status = page.getByRole("status");
    this.undo = page.getByRole("button", { name: "Undo" });
    this.capture = page.getByRole("button", { name: "Capture a referral" });
    this.log = page.getByRole("button", { name: "Log a contact" });
    this.find = page.getByRole("searchbox", { name: "Find anyone" });
  }

  /** Opens an address (`#/people`, or a whole one) and waits until the first screen answers. */
  async open(address = "./") {
    await this.page.goto(address);
    await this.opened();
  }

  async opened() {
    await expect(this.title).toBeVisible();
    await expect(this.page.locator("html")).toHaveAttribute("data-ready", "true");
  }

  /** Goes to an address inside the app, without loading the page again. */
  async at(address) {
    await this.page.evaluate((hash) => { location.hash = hash; }, address);
    await expect(this.title).toBeVisible();
    await this.page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  }

  /** From the welcome screen: "an empty book", "the sample book", or "no book" to stay there. */
  async begin(book) {
    const { openMyBook, sample } = new Welcome(this.page);
    if (book === "no book") return;
    const way = { "an empty book": openMyBook, "the sample book": sample }[book];
    await way.click();
    await expect(way).toHaveCount(0);
    await expect(this.page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  }

  /** The addresses of the screens that need an id, with every dialog: of the first person and the first referral in the lists. */
  async screens() {
    const first = async (list, kind) => {
      await this.at(list);
      const link = this.main.locator(`a[href^="#/${kind}/"]:not([href$="/twice"])`).first();
      return (await link.getAttribute("href")).slice(`#/${kind}/`.length);
    };
    const [person, referral] = [await first("#/people", "people"), await first("#/referrals?is=open", "referrals")];
    // The page of an ask is found in what has passed with who was asked.
    await this.at(`#/people/${await first("#/people?q=Connie", "people")}`);
    const ask = (await this.main.locator('a[href^="#/asks/"]:not([href*="~"])').first().getAttribute("href")).slice("#/asks/".length);
    const base = await first("#/tree", "tree");
    const event = await first("#/events", "events");
    // A story has the id of the referral that was won.
    const story = await first("#/referrals?is=won", "referrals");
    const page = (dialog) => `#/people/${person}?${dialog}`;
    return [
      `#/people/${person}`,
      `#/referrals/${referral}`,
      ...["capture", "log", "person", `person=${person}`, `capture=${person}`, `log=${person}`, `write=${person}`, "find=a", "keys"].map(page),
      `#/referrals/${referral}?won=${referral}`,
      `#/referrals/${referral}?close=${referral}`,
      "#/today?goal=",
      `#/asks/${ask}`,
      `#/asks/${ask}?not-now=${ask}`,
      `#/asks/${ask}?declined=${ask}`,
      `#/asks/for~${person}`,
      `#/asks/for~${person}?promise=${person}`,
      `#/tree/${base}`,
      `#/asks/for~${person}?not-yet=${person}`,
      `#/today?write=${person}~ask`,
      `#/hundred?line=${person}`,
      `#/data?erase=person~${person}`,
      "#/today?more",
      "#/people?take=",
      "#/referrals?take=",
      ...["given", `given=~${person}`, "meet", `plan=${person}`].map((dialog) => `#/give?${dialog}`),
      `#/events/${event}`,
      ...["event", `event=${event}`, `guest=${event}`, `write=${person}~${event}`].map((dialog) => `#/events/${event}?${dialog}`),
      "#/words/clients?client",
      "#/words/results?result",
      `#/words/stories?story=${story}`,
      "#/news?issue",
      "#/words/scripts?script=~ask",
    ];
  }

  /** Follows a link of the main navigation; on a phone it may stand behind "More". */
  async go(name) {
    const link = this.page.getByRole("navigation", { name: /^Main/ }).getByRole("link", { name, exact: true });
    const more = this.page.getByRole("button", { name: "More", exact: true });
    if (!(await link.isVisible()) && (await more.isVisible())) await more.click();
    await link.click();
    await expect(this.title).toHaveText(name);
  }

  /** What stands in the status region: the last thing that was said. */
  said(sentence) {
    return this.page.getByRole("status").getByText(sentence);
  }

  /** Everything the book has in the browser's store, by key: what must not change when an act is refused. The filler is no part of it. */
  kept() {
    const ours = () => Object.entries(localStorage).filter(([key]) => key.startsWith("kith/1/") && key !== "kith/1/reserve").sort();
    return this.page.evaluate(ours);
  }
}
