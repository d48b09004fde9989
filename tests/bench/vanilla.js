// What the app is measured against: a page without a framework that reads the same stored keys, joins them by nothing
// finer than "the later wins", checks nothing, and shows the first rows of the people.
const ROWS = 50;
const ROOT = "kith/1/";
const SUM = 9; // the checksum and a blank, before every value

const records = { person: new Map(), referral: new Map(), touch: new Map() };
const body = document.querySelector("tbody");
const find = document.querySelector("input");

async function inflated(value) {
  const bytes = new Uint8Array(value.length - SUM);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = value.charCodeAt(at + SUM);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}

async function read(key) {
  const value = localStorage.getItem(key);
  const text = key.startsWith(`${ROOT}journal/`) ? value.slice(SUM) : await inflated(value);
  for (const [kind, list] of Object.entries(JSON.parse(text).records ?? {})) {
    records[kind] ??= new Map();
    for (const record of list) records[kind].set(record.id, { ...records[kind].get(record.id), ...record });
  }
}

const chunk = /^kith\/1\/(segment|import|journal)\//;
const isBook = (key) => chunk.test(key) && !key.endsWith("/complete");

async function open() {
  const keys = Object.keys(localStorage).filter(isBook).sort();
  for (const key of keys) await read(key);
}

const people = () => [...records.person.values()].filter((person) => !person.trashed).sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));

function rowOf(person) {
  const row = document.createElement("tr");
  row.dataset.id = person.id;
  for (const text of [person.name, person.title, (person.roles ?? []).join(", "), person.rating]) {
    row.append(Object.assign(document.createElement("td"), { textContent: text ?? "" }));
  }
  return row;
}

let all = [];

function show() {
  const text = find.value.toLowerCase();
  const found = text ? all.filter((person) => (person.name ?? "").toLowerCase().includes(text)) : all;
  body.replaceChildren(...found.slice(0, ROWS).map(rowOf));
}

/** One edit: a journal entry, and the row again. */
window.edit = () => {
  const id = body.firstElementChild.dataset.id;
  const person = { ...records.person.get(id), note: `Edited at ${performance.now()}` };
  const text = JSON.stringify({ format: "kith", version: 1, records: { person: [{ id, note: person.note, _at: Date.now() }] } });
  localStorage.setItem(`${ROOT}journal/${Date.now()}`, `00000000 ${text}`);
  records.person.set(id, person);
  body.firstElementChild.replaceWith(rowOf(person));
};

await open();
all = people();
show();
find.addEventListener("input", show);
requestAnimationFrame(() => requestAnimationFrame(() => {
  performance.mark("kith:ready");
  document.documentElement.dataset.ready = "true";
}));
