import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { chromium } from "@playwright/test";

/** Against background chatter that a closed network answers with errors, and for containers. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Where the search leaves its answer for the worker processes, which would ask again. */
const answer = "SNUG_E2E_BROWSER";

/**
 * The browser to test with, which it installs where there is none: a Chromium or Chrome that is
 * installed; else Playwright's own; else Debian's, where the user may install it. Says which.
 */
export function findBrowser(): string {
  const known = process.env[answer];
  if (known !== undefined && known !== "") return known;
  const { path, how } = installed() ?? playwrights() ?? installPlaywrights() ?? installDebians();
  console.log(`Browser: ${path} (${how}).`);
  process.env[answer] = path;
  return path;
}

interface Browser {
  path: string;
  how: string;
}

function installed(how = "found installed"): Browser | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = [...paths, ...elsewhere].find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : { path, how };
}

function playwrights(how = "Playwright's own"): Browser | undefined {
  const path = chromium.executablePath();
  return existsSync(path) && runs(path) ? { path, how } : undefined;
}

function installPlaywrights(): Browser | undefined {
  const cli = join(import.meta.dirname, "../node_modules/@playwright/test/cli.js");
  const libraries = mayInstall() ? ["--with-deps"] : [];
  run(process.execPath, [cli, "install", ...libraries, "chromium"]);
  return playwrights("Playwright's own, installed just now");
}

function installDebians(): Browser {
  if (mayInstall()) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  }
  const browser = installed("Debian's, installed just now");
  if (browser !== undefined) return browser;
  throw new Error("There is no browser to test with: install Chromium or Chrome and run it again.");
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Playwright's download has no system libraries with it, so being there is not enough. */
function runs(path: string): boolean {
  return run(path, ["--version"]);
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // A closed network may swallow a download instead of refusing it.
  const timeout = 5 * 60_000;
  return spawnSync(command, args, { env, stdio: "ignore", timeout }).status === 0;
}
