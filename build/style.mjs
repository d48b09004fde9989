// Joins the sheets of style/ into one, in the order of their layers. The source stays a file per component.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");
const into = join(root, "target/style/kith.css");

const folder = (name) => readdirSync(join(root, "style", name)).filter((file) => file.endsWith(".css")).sort().map((file) => `${name}/${file}`);
const sheets = ["tokens.css", "reset.css", "base.css", "layout.css", ...folder("components"), ...folder("views"), "utilities.css", "print.css"];

/** Without comments and indentation; nothing cleverer, so what is shipped can still be read. */
const plain = (css) => css.replace(/\/\*[\s\S]*?\*\//g, "").split("\n").map((line) => line.trim()).filter(Boolean).join("\n");

mkdirSync(dirname(into), { recursive: true });
writeFileSync(into, sheets.map((sheet) => plain(readFileSync(join(root, "style", sheet), "utf8"))).join("\n") + "\n");
