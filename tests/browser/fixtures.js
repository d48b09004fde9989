// What every spec stands on: the built site on a server of its own, a day and a zone that do not depend on where and when
// it runs, and a watch that fails any test in which a request leaves the origin, the content security policy is broken, or
// the page reports an error.
import { test as base, expect } from "@playwright/test";
import { createRequire } from "node:module";
import { join } from "node:path";
import { serve } from "../../.ci/build/serve.mjs";
import { DAY, moment } from "./day.js";
import { App } from "./pages/app.js";

export const DIST = process.env.KITH_DIST ?? join(import.meta.dirname, "../../dist");
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Collects what must not happen. A test that means to provoke a fault says so with `allow(pattern)`. */
class Watch {
  #faults = [];
  #allowed = [];

  allow(pattern) {
    this.#allowed.push(pattern);
  }

  note(fault) {
    this.#faults.push(fault);
  }

  get faults() {
    return this.#faults.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
  }
}

const isOwn = (address) => {
  const { protocol, hostname } = new URL(address);
  return ["data:", "blob:", "about:"].includes(protocol) || hostname === "localhost";
};

export const test = base.extend({
  site: [
    async ({}, use) => {
      const site = await serve({ root: DIST });
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],

  /** `await ownSite()` is one more server, for a test that stops it or wants a book of its own: another port, another store. */
  ownSite: async ({}, use) => {
    const sites = [];
    await use(async (base = "/") => {
      sites.push(await serve({ root: DIST, base }));
      return sites.at(-1);
    });
    await Promise.all(sites.map((site) => site.stop()));
  },

  baseURL: async ({ site }, use) => use(site.url),

  /** The day on which a test begins, at ten in the morning; `test.use({ day: "2028-02-29" })` names another. */
  day: [DAY, { option: true }],

  /**
   * Shifts the time of day of every page of the context to that day, from where it goes on. Timers and marks stay the
   * browser's own, which Playwright's clock replaces; where a test has set that clock, it stands. A context made by hand
   * needs a clock of its own.
   */
  clock: [
    async ({ context, day, timezoneId }, use) => {
      await context.addInitScript((ahead) => {
        const { Date } = globalThis;
        const now = () => Date.now() + ahead;
        const shift = () => {
          if (globalThis.Date !== Date) return;
          globalThis.Date = new Proxy(Date, {
            construct: (date, given, made) => Reflect.construct(date, given.length ? given : [now()], made),
            apply: () => new Date(now()).toString(),
            get: (date, name) => (name === "now" ? now : Reflect.get(date, name)),
          });
        };
        // Before the first module runs, and after Playwright's clock, which counts from the browser's own.
        if (document.readyState === "loading") document.addEventListener("readystatechange", shift, { once: true });
        else shift();
      }, moment(day, { zone: timezoneId }) - Date.now());
      await use();
    },
    { auto: true },
  ],

  watch: [
    async ({ context }, use) => {
      const watch = new Watch();
      context.on("request", (request) => {
        if (!isOwn(request.url())) watch.note(`a request left the origin: ${request.url()}`);
      });
      context.on("weberror", (fault) => watch.note(`the page threw: ${fault.error()}`));
      context.on("console", (message) => {
        if (message.type() === "error") watch.note(`the console said: ${message.text()} (${message.location().url})`);
      });
      await context.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) => {
          console.error(`policy broken: ${event.violatedDirective} by ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
        });
      });
      await use(watch);
      expect(watch.faults, "nothing left the origin, broke the policy or failed in the console").toEqual([]);
    },
    { auto: true },
  ],

  app: async ({ page }, use) => use(new App(page)),

  /** `await axe()` lists what axe-core finds wrong on the page as it stands, one line a finding. */
  axe: async ({ context, page }, use) => {
    await context.addInitScript({ path: AXE });
    await use(async (options = {}) => {
      // What fades in is not yet as dark as it will be.
      await page.evaluate(() => {
        const ends = (moving) => moving.effect?.getComputedTiming().endTime !== Infinity;
        return Promise.all(document.getAnimations().filter(ends).map((moving) => moving.finished.catch(() => {})));
      });
      const { violations } = await page.evaluate((given) => window.axe.run(document, given), options);
      return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(" ")}`));
    });
  },
});

export { expect };
