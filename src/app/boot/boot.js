// Starts the app: fetches its code, or says in a sentence why it cannot.
// The addresses of the code stand on this script's own tag, so that no script is inline.
const tag = document.querySelector("script[data-wasm]");
const opening = document.getElementById("opening");

const TOO_OLD = "Kith needs a newer browser than this one. Your book, if you have one here, is untouched. Update the browser, or open Kith in a current Chrome, Edge, Firefox or Safari.";
const UNREACHED = "Kith could not be fetched. Your book is untouched. See that you are connected, then reload this page.";
const STOPPED = "Kith stopped while it was opening. Your book is untouched. Reload this page; if it stops again, open it in another browser tab or a newer browser.";
const FRAMED = "Kith does not open inside another page, so that no one can put a hand over it. Open its own address in a tab.";

function say(sentence) {
  opening.className = "opening opening--said";
  opening.setAttribute("role", "alert");
  opening.textContent = sentence;
}

async function start() {
  const code = await import(new URL(tag.dataset.js, document.baseURI).href);
  await code.default({ module_or_path: new URL(tag.dataset.wasm, document.baseURI) });
  opening.remove();
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
  start().catch((fault) => {
    if (!opening.isConnected) throw fault;
    say(sentenceFor(fault));
    console.error(fault);
  });
}
