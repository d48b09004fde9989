// What is kept, how much room it takes, and the ways in and out.
export class Data {
  constructor(page) {
    this.page = page;
    this.title = page.getByRole("heading", { level: 1, name: "Your data" });
    this.backUp = page.getByRole("button", { name: "Back up now" });
    this.file = page.getByLabel("Import a file");
    this.room = page.getByRole("meter", { name: "Room" });
    this.merge = page.getByRole("button", { name: "Merge into my book" });
    this.importNames = page.getByRole("button", { name: /^Import \d[\d,]* names?$/ });
    this.undoImport = page.getByRole("button", { name: "Undo this import" });
  }

  /** Chooses a file, wherever the field stands. */
  async choose(file) {
    await this.file.setInputFiles(file);
  }

  /** Backs up and returns the file's name and what it holds. */
  async download() {
    const [file] = await Promise.all([this.page.waitForEvent("download"), this.backUp.click()]);
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
  }
}
