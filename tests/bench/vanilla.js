// The yardstick: the same stored keys, read, inflated, decoded and shown by plain JavaScript, first 50 rows of people.
// It checks nothing, joins by taking the last, and keeps no index: less than the app must do.
const list = document.getElementById("list");
const book = { person: new Map() };

async function inflated(value) {
  const bytes = Uint8Array.from(value.slice(9), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).json();
}

async function open() {
  const keys = Object.keys(localStorage).filter((k) => /^kith\/1\/(journal|segment|import)\//.test(k) && !k.endsWith("/complete"));
  for (const key of keys.sort()) {
    const value = localStorage.getItem(key);
    const part = key.startsWith("kith/1/journal/") ? JSON.parse(value.slice(9)) : await inflated(value);
    for (const [kind, records] of Object.entries(part.records)) {
      const known = (book[kind] ??= new Map());
      for (const record of records) known.set(record.id, { ...known.get(record.id), ...record });
    }
  }
}

function show(people) {
  const rows = people.slice(0, 50).map((person) => {
    const row = document.createElement("li");
    row.textContent = `${person.name} ${person.title ?? ""}`;
    return row;
  });
  list.replaceChildren(...rows);
}

let people = [];
const text = (p) => `${p.name} ${p.title ?? ""} ${p.note ?? ""}`.toLowerCase();

performance.mark("vanilla:start");
await open();
people = [...book.person.values()].sort((a, b) => a.name.localeCompare(b.name));
show(people);
requestAnimationFrame(() => requestAnimationFrame(() => {
  performance.mark("kith:ready");
  document.documentElement.dataset.ready = "true";
}));

document.getElementById("find").addEventListener("input", (event) => {
  const asked = event.target.value.toLowerCase();
  show(people.filter((p) => text(p).includes(asked)));
});

document.getElementById("edit").addEventListener("click", () => {
  const first = people[0];
  first.note = `Edited ${Date.now()}`;
  localStorage.setItem("kith-bench", JSON.stringify({ records: { person: [first] } }));
  show(people);
});
