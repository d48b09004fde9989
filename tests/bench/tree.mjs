// A tree of 20,000 referrals: grown and laid out beside d3-hierarchy on the same edges, then drawn and moved in the app.
//
// The library runs as the machine's own code and d3 in Node.js, which has the engine of Chromium: neither pays for a page.
// What the app takes, as WebAssembly in a page, is measured after that, from the address to the drawing.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median, opened } from "./measure.mjs";
import { seeded } from "./seed.mjs";

const packages = createRequire(join(import.meta.dirname, "../browser/package.json"));
const found = packages.resolve("d3-hierarchy");
const { stratify, tree } = await import(pathToFileURL(found).href);
const { version } = JSON.parse(readFileSync(join(found, "../../package.json"), "utf8"));

/** The median of so many runs, in milliseconds, and what the last of them gave. */
function timed(runs, work) {
  let given;
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    given = work();
    return performance.now() - start;
  });
  return [median(times), given];
}

/** How long both take for the same edges; `library` is what the native bench said. */
export function besideD3(edges, library, runs) {
  const ends = JSON.parse(readFileSync(edges, "utf8"));
  const people = [{ id: ends[0][0] }, ...ends.map(([source, prospect]) => ({ id: prospect, parent: source }))];
  const grow = stratify().id((one) => one.id).parentId((one) => one.parent);
  const [grown] = timed(runs, () => grow(people));
  // A hierarchy that is laid out a second time has its numbers already, so each run lays out one of its own.
  const fresh = Array.from({ length: runs }, () => grow(people));
  const [laid, root] = timed(runs, () => tree().nodeSize([1, 1])(fresh.pop()));
  if (root.descendants().length !== people.length) throw new Error("d3 laid out other people than we have");
  const ours = (what) => library.find((one) => one.what === `${what} a tree of 20,000 referrals`).value;
  const rows = [
    { what: "grown from the referrals", kith: ours("grow"), d3: grown },
    { what: "laid out", kith: ours("lay out"), d3: laid },
  ];
  return { version, edges: ends.length, rows };
}

const FIRST = ["Ann", "Bea", "Cem", "Dora", "Emil", "Fay", "Gus", "Hanna", "Ivo", "June"];
const LAST = ["Berg", "Lindqvist", "Okafor", "Ito", "Novak", "Zhao", "Adeyemi", "Maddox", "Tran", "Alvarez"];

/** A book with these referrals, as a file. */
function book(edges, into) {
  const ends = JSON.parse(readFileSync(edges, "utf8"));
  const named = (id, n) => ({ id, name: `${FIRST[n % 10]} ${LAST[Math.floor(n / 10) % 10]}` });
  const person = [ends[0][0], ...ends.map(([, prospect]) => prospect)].map(named);
  const referral = ends.map(([source, prospect], n) => ({ id: `r${n}`, source, prospect }));
  const file = join(into, "tree-book.json");
  writeFileSync(file, JSON.stringify({ format: "kith", version: 1, book: "tree", records: { person, referral } }));
  return file;
}

/** From the address of the tree to the paint that shows people in it. */
const shown = () => new Promise((done) => {
  const start = performance.now();
  const look = () => {
    if (!document.querySelector("[role=treeitem]")) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - start);
    requestAnimationFrame(() => port2.postMessage(0));
  };
  location.hash = "#/tree";
  requestAnimationFrame(look);
});

/** Four seconds of a hand on the wheel: aside and down through the crowd, nearer, and then from far away; the time of each frame. */
const moved = () => new Promise((done) => {
  const drawing = document.querySelector("[role=tree]");
  const frames = [];
  let [last, people, elements] = [performance.now(), 0, 0];
  const frame = () => {
    const now = performance.now();
    frames.push(now - last);
    last = now;
    const n = frames.length;
    people = Math.max(people, drawing.querySelectorAll("[role=treeitem]").length);
    elements = Math.max(elements, drawing.querySelectorAll("*").length);
    const away = n === 120;
    const wheel = { deltaX: n < 120 ? 17 : -13, deltaY: away ? 900 : n % 60 < 30 ? 9 : -9, ctrlKey: away || n % 40 > 35, bubbles: true, cancelable: true };
    drawing.dispatchEvent(new WheelEvent("wheel", wheel));
    if (n < 240) requestAnimationFrame(frame);
    else done({ frames: frames.slice(1), people, elements });
  };
  requestAnimationFrame(frame);
});

/** Asked later, how many milliseconds the page has worked since: what else the machine does counts less than in frames. */
async function working(context, page) {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const spent = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const before = await spent();
  return async () => (await spent()) - before;
}

/** What the app takes to draw these referrals, and a frame to move over them. */
export async function drawn(browser, url, edges, into, runs) {
  const seed = await seeded(browser, url, book(edges, into));
  const { context, page } = await opened(browser, `${url}#/data`, seed);
  const first = [];
  for (let run = 0; run < runs; run += 1) {
    await page.evaluate(() => { location.hash = "#/data"; });
    await page.waitForTimeout(500);
    first.push(await page.evaluate(shown));
  }
  // Around the base there is much room: the crowd stands at the top of the branches.
  await page.getByRole("tree").press("End");
  const worked = await working(context, page);
  const { frames, people, elements } = await page.evaluate(moved);
  const work = (await worked()) / frames.length;
  await context.close();
  const most = [...frames].sort((a, b) => a - b)[Math.floor(frames.length * 0.95)];
  return { first: median(first), frames: { median: median(frames), most, work, people, elements }, found: { first, frames } };
}
