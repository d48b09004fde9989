import { defineConfig } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { ZONE } from "./day.js";

// Each worker starts its own small server (fixtures.js), so several runs can share a machine.
export default defineConfig({
  testMatch: "*.spec.js",
  fullyParallel: true,
  workers: 2,
  // A machine that builds for others may stall for seconds; a test that passes only on another try is said to be flaky.
  retries: process.env.CI ? 2 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["html", { open: "never", outputFolder: "report" }]],
  outputDir: "test-results",
  use: {
    actionTimeout: 20_000,
    launchOptions: launch,
    locale: "en-GB",
    timezoneId: ZONE,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", testIgnore: ["journeys.spec.js"], use: { viewport: { width: 1280, height: 860 } } },
    { name: "phone", testIgnore: ["days.spec.js", "fits.spec.js", "hostile.spec.js", "keyboard.spec.js"], use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
});
