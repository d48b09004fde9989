// Takes the comments, blanks and long names out of a site's scripts, which a first visit would fetch for nothing.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { transformSync } = createRequire(join(import.meta.dirname, "../../.tools/"))("esbuild");

/** A script as it ships; the names that others see stay as they are. */
export function minified(code) {
  const format = /^(im|ex)port\b/m.test(code) ? { format: "esm" } : {};
  return transformSync(code, { minify: true, target: "esnext", legalComments: "none", ...format }).code;
}

/** Every script that lies in `site`. */
export function minify(site) {
  for (const name of readdirSync(site).filter((name) => name.endsWith(".js"))) {
    writeFileSync(join(site, name), minified(readFileSync(join(site, name), "utf8")));
  }
}
