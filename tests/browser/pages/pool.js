// The holding pool: who waits outside the book.
export class Pool {
  constructor(page) {
    this.page = page;
    this.list = page.getByRole("list", { name: "The holding pool" });
    this.rows = this.list.getByRole("listitem");
    this.search = page.getByRole("searchbox", { name: "Find in the pool" });
    this.fits = page.getByRole("combobox", { name: "Who fits an ideal client" });
    this.empty = page.getByRole("button", { name: "Empty the pool" });
    this.takeAll = page.getByRole("button", { name: /^Take all \d[\d,]* into the book$/ });
  }

  row(name) {
    return this.rows.filter({ hasText: name });
  }

  /** Takes somebody into the book. */
  async take(name) {
    await this.list.getByRole("button", { name: `Into the book: ${name}` }).click();
  }

  /** Opens the menu of somebody and picks an act. */
  async more(name, act) {
    await this.list.getByRole("button", { name: `More for ${name}` }).click();
    await this.page.getByRole("button", { name: act }).filter({ visible: true }).click();
  }
}

/** Connections of LinkedIn, as it writes them; each a list of first name, last name, company and position. */
export function connections(people) {
  const head = "Notes:\n\"When exporting your connections, you may notice that some addresses are missing.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
  const row = ([first, last, company, position], n) => `${first},${last},https://www.linkedin.com/in/${first}-${last}-${n},,"${company}",${position},${1 + (n % 28)} Mar 2024`;
  return { name: "Connections.csv", mimeType: "text/csv", buffer: Buffer.from(head + people.map(row).join("\n") + "\n") };
}
