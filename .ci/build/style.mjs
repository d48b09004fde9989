// Joins the sheets of style/ into one, in the order of their layers. The source stays a file per component.
// A component's or a screen's sheet ships once a class of it is named in the app, so no sheet travels before its screen.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const into = join(root, "target/style/kith.css");
const read = (...path) => readFileSync(join(root, ...path), "utf8");

const folder = (name) => readdirSync(join(root, "style", name)).filter((file) => file.endsWith(".css")).sort().map((file) => `${name}/${file}`);
const sheets = ["tokens.css", "reset.css", "base.css", "layout.css", ...folder("components"), ...folder("views"), "utilities.css", "print.css"];

const sources = readdirSync(join(root, "src/app"), { recursive: true }).filter((file) => /\.(rs|js|svg)$/.test(file));
const named = new Set([read("index.html"), read("src/app.rs"), ...sources.map((file) => read("src/app", file))].flatMap((text) => text.match(/[a-z][\w-]*/g)));
const block = (name) => name.split(/__|--/)[0];
const blocks = new Set(sheets.map((sheet) => basename(sheet, ".css")));
const classes = (css) => [...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name);
/** A sheet's own classes, not those of other components it places. */
const own = ({ sheet, css }) => classes(css).filter((name) => block(name) === basename(sheet, ".css") || !blocks.has(block(name)));
const isUsed = (one) => !one.sheet.includes("/") || classes(one.css).length === 0 || own(one).some((name) => named.has(name));

/** Without comments and blanks that mean nothing; nothing cleverer. */
function plain(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,])\s*/g, "$1")
    .replace(/([{;][\w-]+): /g, "$1:")
    .replace(/;\}/g, "}")
    .trim();
}

const shipped = sheets.map((sheet) => ({ sheet, css: plain(read("style", sheet)) })).filter(isUsed);
mkdirSync(dirname(into), { recursive: true });
writeFileSync(into, shipped.map(({ css }) => css).join("\n") + "\n");
