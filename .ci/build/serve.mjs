// A small static server: for `make run`, and for the browser tests, which stop it to see the app without a connection.
// Answers under a folder (`base`) as a host with sub-paths would, and nothing outside `root`.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const HEADERS = {
  "cache-control": "no-cache",
  "content-security-policy": "frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

async function fileOf(root, base, address) {
  const { pathname } = new URL(address, "http://kith.invalid");
  if (!pathname.startsWith(base)) return null;
  const path = normalize(join(root, decodeURIComponent(pathname.slice(base.length)) || "index.html"));
  if (!path.startsWith(normalize(root) + sep)) return null;
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? path : null;
}

/**
 * Serves `root` under `base`; resolves to its address, a `stop` that closes every connection,
 * and a `show` that serves another folder from now on, as a host does after a release.
 */
export function serve({ root, base = "/", port = 0, headers = HEADERS }) {
  let shown = root;
  const show = (next) => { shown = next; };
  const server = createServer(async (request, response) => {
    const path = await fileOf(shown, base, request.url).catch(() => null);
    if (path === null || !["GET", "HEAD"].includes(request.method)) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Nothing is here.\n");
      return;
    }
    response.writeHead(200, { ...headers, "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
    if (request.method === "HEAD") response.end();
    else createReadStream(path).pipe(response);
  });

  const stop = () => new Promise((stopped) => { server.close(stopped); server.closeAllConnections(); });
  return new Promise((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      ready({ url: `http://localhost:${server.address().port}${base}`, stop, show });
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.env.PORT || 8080);
  const root = join(import.meta.dirname, "../../dist");
  try {
    const { url } = await serve({ root, port });
    console.log(`\n  Kith is open at ${url}\n  Ctrl C closes it.\n`);
  } catch (fault) {
    const said = fault.code === "EADDRINUSE" ? `Port ${port} is taken. Choose another: make run PORT=${port + 1}` : fault.message;
    console.error(said);
    process.exit(1);
  }
}
