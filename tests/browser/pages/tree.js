// Who led to whom: the drawing, the outline that says the same, and the branch to thank.
export class Tree {
  constructor(page) {
    this.page = page;
    this.drawing = page.getByRole("tree");
    this.people = this.drawing.getByRole("treeitem");
    this.chosen = this.drawing.getByRole("treeitem", { selected: true });
    this.outline = page.getByRole("region", { name: "As an outline" });
    this.rows = this.outline.getByRole("listitem");
    this.thank = page.getByRole("region", { name: "Thank the branch" });
    this.find = page.getByRole("searchbox", { name: "Find in the tree" });
    this.trees = page.getByRole("navigation", { name: "Trees" });
    this.credit = page.getByRole("navigation", { name: "Whose is what was won" });
    this.names = page.getByRole("group", { name: "People in the tree" });
  }

  person(name) {
    return this.drawing.getByRole("treeitem", { name });
  }

  row(name) {
    return this.rows.filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  /** Where somebody stands on the screen: the middle of their circle. */
  async place(name) {
    const { x, y, width } = await this.person(name).boundingBox();
    return { x: Math.round(x + width / 2), y: Math.round(y) };
  }

  /** Hands the tree over in this way; the file's name and its bytes. */
  async download(way) {
    await this.page.getByRole("button", { name: "Download" }).click();
    const item = this.page.getByRole("button", { name: way });
    const [file] = await Promise.all([this.page.waitForEvent("download"), item.click()]);
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }
}
