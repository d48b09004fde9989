// An ask: being prepared, and made.
export class AskFor {
  constructor(page) {
    this.page = page;
    this.name = page.getByRole("textbox", { name: "Name", exact: true });
    this.whyNow = page.getByRole("textbox", { name: "Why this cannot wait" });
    this.asked = page.getByRole("button", { name: "I have asked" });
  }

  action(first) {
    return this.page.getByRole("combobox", { name: `What ${first} does` });
  }

  words(first) {
    return this.page.getByRole("textbox", { name: `What ${first} could say` });
  }

  comfortable(answer) {
    return this.page.getByRole("group", { name: "Comfortable saying it?" }).getByRole("radio", { name: answer, exact: true });
  }
}

export class AskPage {
  constructor(page) {
    this.page = page;
    const next = page.getByRole("region", { name: "Next" });
    this.agreed = next.getByRole("button", { name: "Agreed" });
    this.notNow = next.getByRole("button", { name: "Not now, until…" });
    this.declined = next.getByRole("button", { name: "Declined, because…" });
    this.reopen = page.getByRole("button", { name: "Reopen" });
    this.came = page.getByRole("region", { name: "What came of it" });
  }

  copy(first) {
    return this.page.getByRole("button", { name: `Copy ${first}’s words` });
  }

  /** Opens the menu of the ask and picks an act. */
  async more(act) {
    await this.page.getByRole("button", { name: "More for this ask" }).click();
    await this.page.getByRole("button", { name: act }).filter({ visible: true }).click();
  }
}
