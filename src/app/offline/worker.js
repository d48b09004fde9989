// The offline copy. Built as sw.js, with RELEASE (version, files with their SHA-256, headers) written above this line.
//
// It keeps one release of Kith and answers only for that release's own files: the index and its assets are always of
// the same version. A new release is fetched, proved against its hashes, and then waits. It never takes over by itself.
// It cannot read the book (a worker has no localStorage) and never tries.
//
// The page speaks to it through offline.js; nothing else needs these messages:
//   { type: "kith:take-over" }   the waiting release becomes the current one (the page then reloads itself)
//   { type: "kith:switch-off" }  every copy of this folder's Kith is deleted and the worker unregisters;
//                                answers { type: "kith:switched-off" }
"use strict";

const HOME = new URL("./", self.location.href);
const MINE = `kith:${HOME.pathname}:`;
const CURRENT = MINE + RELEASE.version;

const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const typeOf = (path) => TYPES[path.split(".").pop()] ?? "application/octet-stream";
const addressOf = (path) => new URL(path === "index.html" ? "./" : path, HOME);

/** Fetches one file past the browser's cache and proves that it is the one this release was built with. */
async function proved(path) {
  const response = await fetch(addressOf(path), { cache: "no-cache", credentials: "same-origin" });
  if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  const found = hex(await crypto.subtle.digest("SHA-256", bytes));
  if (found !== RELEASE.files[path]) throw new Error(`${path} is not the file this release was built with`);
  return [path, new Response(bytes, { headers: { ...RELEASE.headers, "content-type": typeOf(path) } })];
}

/** Nothing is kept until everything is proved; a copy that cannot be finished is thrown away. */
async function install() {
  const files = await Promise.all(Object.keys(RELEASE.files).map(proved));
  try {
    const cache = await caches.open(CURRENT);
    await Promise.all(files.map(([path, response]) => cache.put(addressOf(path), response)));
  } catch (refused) {
    await caches.delete(CURRENT);
    throw refused;
  }
}

const mine = async () => (await caches.keys()).filter((name) => name.startsWith(MINE));

/** Older releases go only now, when this one stands whole and has been let in. */
async function clearOlder() {
  const older = (await mine()).filter((name) => name !== CURRENT);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function switchOff() {
  await Promise.all((await mine()).map((name) => caches.delete(name)));
  await self.registration.unregister();
}

/** The path of a file of this release, or null for everything that is not ours to answer. */
function pathOf(request) {
  if (request.method !== "GET") return null;
  const address = new URL(request.url);
  if (address.origin !== HOME.origin || !address.pathname.startsWith(HOME.pathname)) return null;
  const path = address.pathname.slice(HOME.pathname.length) || "index.html";
  return Object.hasOwn(RELEASE.files, path) ? path : null;
}

async function kept(path, request) {
  const cache = await caches.open(CURRENT);
  return (await cache.match(addressOf(path))) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(clearOlder()));

self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(kept(path, event.request));
});

self.addEventListener("message", (event) => {
  const asked = event.data?.type;
  if (asked === "kith:take-over") self.skipWaiting();
  if (asked === "kith:switch-off") {
    event.waitUntil(switchOff().then(() => event.source?.postMessage({ type: "kith:switched-off" })));
  }
});
