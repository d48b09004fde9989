// After the build: takes what nobody reads out of the scripts, then writes sw.js, which carries the list of this release's files with their hashes, and _headers,
// an example of what a host should add and a page cannot say of itself.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { minified, minify } from "./minify.mjs";

const site = process.env.TRUNK_STAGING_DIR ?? "dist";
const worker = readFileSync(join(import.meta.dirname, "../../src/app/offline/worker.js"), "utf8");

const headers = {
  "content-security-policy": "frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

minify(site);

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

function filesIn(folder) {
  return readdirSync(join(site, folder)).sort().flatMap((name) => {
    const path = posix.join(folder, name);
    return statSync(join(site, path)).isDirectory() ? filesIn(path) : [path];
  });
}

const ours = filesIn("").filter((path) => path !== "sw.js" && path !== "_headers");
const files = Object.fromEntries(ours.map((path) => [path, sha256(readFileSync(join(site, path)))]));
const version = sha256(JSON.stringify(files) + JSON.stringify(headers) + worker).slice(0, 16);

writeFileSync(join(site, "sw.js"), minified(`const RELEASE = ${JSON.stringify({ version, files, headers })};\n${worker}`));
writeFileSync(join(site, "_headers"), `/*\n${Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join("")}`);
