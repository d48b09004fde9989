// The page's side of the offline copy. Loaded once the app is ready; the app speaks to it in events on `window`
// and reads its answer from `<html data-offline>`, so it needs no binding to the browser's worker interfaces:
//
//   data-offline="on"       the app opens without a connection
//   data-offline="update"   a new release is fetched, proved and waiting: offer "Reload for the new version"
//   data-offline="off"      the person switched it off
//   data-offline="none"     this browser or this address cannot keep a copy
//   each change is followed by the event `kith:offline`
//
//   dispatch `kith:take-over`    let the waiting release in; the page reloads
//   dispatch `kith:switch-off`   delete the copy, and make none again on this device
//   dispatch `kith:switch-on`    make it again
//   dispatch `kith:look-for-update`   as happens by itself when the page is opened, or shown again after an hour
const OFF = "kith/offline";
const root = document.documentElement;
const workers = navigator.serviceWorker;
const HOUR = 3_600_000;
let registration = null;
let asked = false;
let looked = Date.now();

function tell(state) {
  if (root.dataset.offline === state) return;
  root.dataset.offline = state;
  window.dispatchEvent(new Event("kith:offline"));
}

function show() {
  if (registration?.waiting && registration.active) tell("update");
  else if (registration?.active) tell("on");
}

function follow(worker) {
  worker?.addEventListener("statechange", show);
}

async function switchOn() {
  localStorage.removeItem(OFF);
  registration = await workers.register("./sw.js", { updateViaCache: "none" });
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  show();
}

async function switchOff() {
  localStorage.setItem(OFF, "off");
  const kept = registration ?? (await workers.getRegistration("./"));
  const worker = kept?.active ?? kept?.waiting ?? kept?.installing;
  registration = null;
  if (worker) worker.postMessage({ type: "kith:switch-off" });
  else tell("off");
}

function takeOver() {
  asked = true;
  registration?.waiting?.postMessage({ type: "kith:take-over" });
}

function look() {
  looked = Date.now();
  registration?.update().catch(() => {});
}

function begin() {
  workers.addEventListener("message", (event) => {
    if (event.data?.type === "kith:switched-off") tell("off");
  });
  workers.addEventListener("controllerchange", () => {
    if (asked) location.reload();
  });
  window.addEventListener("kith:take-over", takeOver);
  window.addEventListener("kith:switch-off", () => switchOff());
  window.addEventListener("kith:switch-on", () => switchOn().catch(() => tell("none")));
  window.addEventListener("kith:look-for-update", look);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - looked > HOUR) look();
  });

  if (localStorage.getItem(OFF) === "off") tell("off");
  else switchOn().catch(() => tell("none"));
}

try {
  if (workers && window.isSecureContext) begin();
  else tell("none");
} catch {
  // A browser that keeps nothing for this page refuses even to be asked.
  tell("none");
}
