// Says how much a first visit fetches.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const site = join(import.meta.dirname, "../dist");
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`.padStart(8);
for (const name of readdirSync(site).filter((file) => /\.(html|css|js|wasm)$/.test(file)).sort()) {
  const bytes = readFileSync(join(site, name));
  console.log(`${kilobytes(bytes.length)} ${kilobytes(gzipSync(bytes, { level: 9 }).length)} gz  ${name}`);
}
