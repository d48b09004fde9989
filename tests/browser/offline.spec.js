import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../.ci/build/serve.mjs";
import { DIST, expect, test } from "./fixtures.js";

/** A server of this test's own: it will be stopped. */
async function ownSite(use, base = "/") {
  const site = await serve({ root: DIST, base });
  try {
    await use(site);
  } finally {
    await site.stop().catch(() => {});
  }
}

/** A later release: the same site with other words in its index, and a worker that lists it. */
function nextRelease(spoil = () => {}) {
  const root = mkdtempSync(join(tmpdir(), "kith-release-"));
  cpSync(DIST, root, { recursive: true });
  const index = join(root, "index.html");
  writeFileSync(index, readFileSync(index, "utf8").replace("<html lang=\"en\">", "<html lang=\"en\" data-release=\"next\">"));
  execFileSync("node", [join(import.meta.dirname, "../../.ci/build/offline.mjs")], { env: { ...process.env, TRUNK_STAGING_DIR: root } });
  spoil(root);
  return root;
}

const say = (page, event) => page.evaluate((name) => { window.dispatchEvent(new Event(name)); }, event);
const offline = (page) => page.locator("html");

for (const base of ["/", "/a/folder/"]) {
  test(`under ${base} it opens with the server stopped`, async ({ app, page }) => {
    await ownSite(async (site) => {
      await app.open(site.url);
      await expect(offline(page)).toHaveAttribute("data-offline", "on");
      await site.stop();
      await page.reload();
      await app.opened();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }, base);
  });
}

test("the code comes out of the copy with its proper type and the host's guards", async ({ app, page }) => {
  await ownSite(async (site) => {
    await app.open(site.url);
    await expect(offline(page)).toHaveAttribute("data-offline", "on");
    await site.stop();
    await page.reload();
    await app.opened();
    const wasm = await page.evaluate(async () => {
      const answer = await fetch(document.querySelector("script[data-wasm]").dataset.wasm);
      return Object.fromEntries(answer.headers);
    });
    expect(wasm["content-type"]).toBe("application/wasm");
    expect(wasm["content-security-policy"]).toBe("frame-ancestors 'none'");
  });
});

test("it answers for its own files only", async ({ app, page, watch }) => {
  watch.allow(/404/);
  await ownSite(async (site) => {
    await app.open(site.url);
    await expect(offline(page)).toHaveAttribute("data-offline", "on");
    await page.reload();
    await app.opened();
    const status = await page.evaluate(async () => (await fetch("./not-ours.txt")).status);
    expect(status).toBe(404);
  });
});

test("a new release waits until it is let in, then comes whole", async ({ app, page }) => {
  const next = nextRelease();
  await ownSite(async (site) => {
    await app.open(site.url);
    await expect(offline(page)).toHaveAttribute("data-offline", "on");
    site.show(next);
    await page.reload();
    await app.opened();
    await expect(offline(page)).toHaveAttribute("data-offline", "update");
    await expect(offline(page)).not.toHaveAttribute("data-release", "next");
    await page.reload();
    await app.opened();
    await expect(offline(page)).not.toHaveAttribute("data-release", "next");
    await expect(offline(page)).toHaveAttribute("data-offline", "update");
    expect(await page.evaluate(() => caches.keys())).toHaveLength(2);

    await say(page, "kith:take-over");
    await expect(offline(page)).toHaveAttribute("data-release", "next");
    await app.opened();
    await expect(offline(page)).toHaveAttribute("data-offline", "on");
    await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
    await site.stop();
    await page.reload();
    await expect(offline(page)).toHaveAttribute("data-release", "next");
  });
  rmSync(next, { recursive: true });
});

test("a release that is not what it says is refused, and the old copy stays", async ({ app, page }) => {
  const next = nextRelease((root) => {
    const code = readdirSync(root).find((name) => /^kith-app.*\.js$/.test(name));
    writeFileSync(join(root, code), "document.title = 'someone else';\n");
  });
  await ownSite(async (site) => {
    await app.open(site.url);
    await expect(offline(page)).toHaveAttribute("data-offline", "on");
    site.show(next);
    await page.reload();
    await app.opened();
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update().catch(() => {});
      const worker = registration.installing;
      if (worker) await new Promise((done) => worker.addEventListener("statechange", () => worker.state === "redundant" && done()));
    });
    await expect(offline(page)).toHaveAttribute("data-offline", "on");
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
    await site.stop();
    await page.reload();
    await app.opened();
    await expect(page).not.toHaveTitle("someone else");
  });
  rmSync(next, { recursive: true });
});

test("it can be switched off, stays off, and can be switched on again", async ({ app, page }) => {
  await ownSite(async (site) => {
    await app.open(site.url);
    await expect(offline(page)).toHaveAttribute("data-offline", "on");
    await say(page, "kith:switch-off");
    await expect(offline(page)).toHaveAttribute("data-offline", "off");
    expect(await page.evaluate(() => caches.keys())).toEqual([]);

    await page.reload();
    await app.opened();
    await expect(offline(page)).toHaveAttribute("data-offline", "off");
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);

    await say(page, "kith:switch-on");
    await expect(offline(page)).toHaveAttribute("data-offline", "on");
  });
});

test("the copy never touches the book", async ({ app, page }) => {
  await ownSite(async (site) => {
    await app.open(site.url);
    await expect(offline(page)).toHaveAttribute("data-offline", "on");
    await page.evaluate(() => localStorage.setItem("kith/1/boot/0", "mine"));
    await say(page, "kith:switch-off");
    await expect(offline(page)).toHaveAttribute("data-offline", "off");
    expect(await page.evaluate(() => localStorage.getItem("kith/1/boot/0"))).toBe("mine");
  });
});
