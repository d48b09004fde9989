// Says how much a first visit fetches, and fails where that is more than it may be.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a first visit may fetch, in bytes, gzipped. */
const AIM = 260_000;
/** What it may not pass while the aim is not reached yet: up only with a new part of the app, down with every gain. */
const MOST = 1_482_000;

/** Every file of `site` (but `_headers`, which is for the host) with its size as it is and gzipped. */
export function sizes(site) {
  const files = readdirSync(site, { recursive: true }).filter((name) => name !== "_headers" && statSync(join(site, name)).isFile());
  return files.sort().map((name) => {
    const bytes = readFileSync(join(site, name));
    return { name, raw: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
  });
}

const total = (list, key) => list.reduce((sum, one) => sum + one[key], 0);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

if (process.argv[1] === import.meta.filename) {
  const list = sizes(join(import.meta.dirname, "../../dist"));
  const all = { name: "in all", raw: total(list, "raw"), gzipped: total(list, "gzipped") };
  for (const { name, raw, gzipped } of [...list, all]) console.log(`${kilobytes(raw)} ${kilobytes(gzipped)} gz  ${name}`);
  if (all.gzipped > AIM) console.error(`The aim of ${AIM / 1000} kB is missed by ${kilobytes(all.gzipped - AIM).trim()}.`);
  if (all.gzipped > MOST) {
    console.error(`A first visit fetches more than ${MOST / 1000} kB.`);
    process.exit(1);
  }
}
