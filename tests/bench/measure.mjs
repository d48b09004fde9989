// One run of a page with the seeded storage: how long it takes, and how much memory.
const SIGHT = { viewport: { width: 1280, height: 860 }, locale: "en-GB", timezoneId: "Europe/London" };

export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Opens `url` in a fresh browser profile that keeps what the seed keeps. */
export async function opened(browser, url, seed) {
  const localStorage = seed.entries.map(([name, value]) => ({ name, value }));
  const context = await browser.newContext({ ...SIGHT, storageState: { cookies: [], origins: [{ origin: new URL(url).origin, localStorage }] }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator("html[data-ready=true]").waitFor({ timeout: 120_000 });
  return { context, page };
}

const ready = (page) => page.evaluate(() => performance.getEntriesByName("kith:ready")[0].startTime);

/** From `act` to the paint that shows it; and of that, how long the page was at work. */
const acted = (page, act, given) => page.evaluate(async ([body, argument]) => {
  const act = new Function("given", body);
  const turn = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
  const main = document.querySelector("main");
  await new Promise((done) => { requestAnimationFrame(done); });
  await turn();
  const changed = new Promise((done) => { new MutationObserver(done).observe(main, { subtree: true, childList: true, characterData: true, attributes: true }); });
  const start = performance.now();
  act(argument);
  await turn();
  const work = performance.now() - start;
  await Promise.race([changed, new Promise((done) => { setTimeout(done, 2_000); })]);
  await new Promise((done) => { requestAnimationFrame(done); });
  await turn();
  return { paint: performance.now() - start, work };
}, [act, given]);

const typed = "const field = document.querySelector('main input[type=search]'); field.value = given; field.dispatchEvent(new Event('input', { bubbles: true }));";

async function memory(page, wasm) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize + wasm;
}

/** How many bytes the app's WebAssembly has for its memory. */
const wasmBytes = (page) => page.evaluate(async () => {
  const tag = document.querySelector("script[data-js]");
  const code = await import(new URL(tag.dataset.js, document.baseURI).href);
  return (await code.default()).memory.buffer.byteLength;
});

export const measure = {
  async kith(browser, url, seed) {
    const { context, page } = await opened(browser, `${url}#/people`, seed);
    const time = await ready(page);
    await page.getByRole("table", { name: "People" }).waitFor();
    const wasm = await wasmBytes(page);
    const heap = await memory(page, wasm);
    const search = await acted(page, typed, "ma");
    await page.evaluate(() => { location.hash = "#/today"; });
    await page.locator("main [data-act=tomorrow]").first().waitFor({ state: "attached" });
    const edit = await acted(page, "document.querySelector('main [data-act=tomorrow]').click()");
    await context.close();
    return { ready: time, search: search.paint, searchWork: search.work, edit: edit.paint, editWork: edit.work, heap, wasm };
  },

  async plain(browser, url, seed) {
    const { context, page } = await opened(browser, `${url}vanilla.html`, seed);
    const time = await ready(page);
    const heap = await memory(page, 0);
    const search = await acted(page, typed, "ma");
    await acted(page, typed, "");
    const edit = await acted(page, "window.edit()");
    await context.close();
    return { ready: time, search: search.paint, searchWork: search.work, edit: edit.paint, editWork: edit.work, heap };
  },
};
