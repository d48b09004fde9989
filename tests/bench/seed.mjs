// Brings the generated book into the app once, as a person would, and takes what it then keeps.

const QUOTA = 5_242_880;

/** What the app keeps of the book in `file`: the browser's storage, key by key. */
export async function seeded(browser, url, file) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.clock.install({ time: new Date("2026-11-21T10:00:00") });
  await page.goto(`${url}#/data`);
  await page.locator("html[data-ready=true]").waitFor();
  await page.getByLabel("Import a file").setInputFiles(file);
  await page.getByRole("button", { name: "Merge into my book" }).click({ timeout: 120_000 });
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => /\/import\/.*\/complete$/.test(key)), null, { timeout: 120_000 });
  // Hours later the book is opened again and hidden, so what was imported is folded into one segment.
  for (let time = 0; time < 3; time += 1) {
    await page.clock.fastForward("01:00:00");
    await page.reload();
    await page.locator("html[data-ready=true]").waitFor({ timeout: 120_000 });
    await page.evaluate(() => { window.dispatchEvent(new Event("pagehide")); });
    await page.clock.fastForward("00:02:00");
  }
  const entries = await page.evaluate(() => Object.entries(localStorage));
  await context.close();
  const units = entries.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return { entries, units, quota: QUOTA };
}
