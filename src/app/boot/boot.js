// Starts the app: fetches its code, or says in a sentence why it cannot.
// The addresses of the code stand on this script's own tag, so that no script is inline.
const tag = document.querySelector("script[data-wasm]");
const opening = document.getElementById("opening");

const TOO_OLD = "Kith needs a newer browser than this one. Your book, if you have one here, is untouched. Update the browser, or open Kith in a current Chrome, Edge, Firefox or Safari.";
const UNREACHED = "Kith could not be fetched. Your book is untouched. See that you are connected, then reload this page.";
const STOPPED = "Kith stopped while it was opening. Your book is untouched. Reload this page; if it stops again, open it in another browser tab or a newer browser.";
const STOPPED_LATER = "Kith has stopped. What was shown as saved is saved. Reload this page to go on.";
const FRAMED = "Kith does not open inside another page, so that no one can put a hand over it. Open its own address in a tab.";

/** Whether a page of the app stands. */
const isShown = () => document.querySelector("h1") !== null;

/** Says it in place of the page that did not come, or across the top of the one that stopped. */
function say(sentence) {
  opening.className = isShown() ? "opening opening--over" : "opening opening--said";
  opening.setAttribute("role", "alert");
  opening.textContent = sentence;
  if (!opening.isConnected) document.body.prepend(opening);
}

async function start() {
  const code = await import(new URL(tag.dataset.js, document.baseURI).href);
  // The app takes the sentence away itself, once the book is open.
  await code.default({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
}

/** A fault in the code leaves the screen standing and nothing behind it: that must not look like work being saved. */
function watchForStop() {
  window.addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError) say(isShown() ? STOPPED_LATER : STOPPED);
  });
}

function sentenceFor(fault) {
  if (fault instanceof WebAssembly.CompileError || fault instanceof WebAssembly.LinkError) return TOO_OLD;
  return fault instanceof WebAssembly.RuntimeError ? STOPPED : UNREACHED;
}

/** Once the first screen answers (`<html data-ready="true">`), the offline copy is made. */
function whenReady(act) {
  const root = document.documentElement;
  const ready = () => root.dataset.ready === "true";
  if (ready()) { act(); return; }
  const watch = new MutationObserver(() => {
    if (!ready()) return;
    watch.disconnect();
    act();
  });
  watch.observe(root, { attributes: true, attributeFilter: ["data-ready"] });
}

if (window.top !== window.self) {
  say(FRAMED);
} else {
  whenReady(() => import("./offline.js").catch(() => {}));
  watchForStop();
  start().catch((fault) => {
    say(sentenceFor(fault));
    console.error(fault);
  });
}
