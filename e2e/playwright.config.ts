import { join } from "node:path";

import { defineConfig } from "@playwright/test";

import { browserArguments, findBrowser } from "./browser.ts";

const results = join(import.meta.dirname, "../test-results");

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(results, "e2e"),
  reporter: [["list"], ["json", { outputFile: join(results, "e2e.json") }]],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    // The pictures of a trace slow every test down; the last one is what tells.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: findBrowser(), args: browserArguments },
  },
});
