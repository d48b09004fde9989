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
    const way = { "an empty book": openMyBook, "the sample book": sample }[book];
    // While the first screens are being built there is no welcome to pass through.
    if (!way || !(await way.isVisible())) return;
    await way.click();
    await expect(way).toHaveCount(0);
  }

  /** Follows a link of the main navigation. */
  async go(name) {
    await this.nav.getByRole("link", { name }).click();
  }
}
