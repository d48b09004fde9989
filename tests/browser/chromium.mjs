// Which browser to start, and how: the one named, else the one found, else Playwright's own.
import { execFileSync } from "node:child_process";

function found() {
  const names = [process.env.KITH_CHROMIUM, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  for (const name of names.filter(Boolean)) {
    try {
      return execFileSync("sh", ["-c", 'command -v "$1"', "sh", name], { encoding: "utf8" }).trim();
    } catch {
      continue;
    }
  }
  return undefined;
}

export const launch = {
  executablePath: found(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
