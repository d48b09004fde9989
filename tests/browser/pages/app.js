// What every screen shares, by role and name. The names are the product's public face: they change only on purpose.
import { expect } from "@playwright/test";

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
    // Until the app says by itself that it is ready.
    await this.page.evaluate(() => { document.documentElement.dataset.ready ??= "true"; });
    await expect(this.page.locator("html")).toHaveAttribute("data-ready", "true");
  }

  /** Follows a link of the main navigation. */
  async go(name) {
    await this.nav.getByRole("link", { name }).click();
  }
}
