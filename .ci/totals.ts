// Adds up what the runners reported, prints one line, and fails unless tests ran and none failed.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

const results = join(import.meta.dirname, "../test-results");

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  success: z.boolean(),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

function readVitest(): Totals {
  const report = vitestReport.parse(read("vitest.json"));
  const failed = report.numFailedTests;
  return {
    passed: report.numPassedTests,
    // A file that does not load, or an error outside any test, fails the run but no test of it.
    failed: report.success ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function readPlaywright(): Totals {
  const { stats, errors } = playwrightReport.parse(read("e2e.json"));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(results, name), "utf8"));
}

/** A runner that left no report broke off before its end: one failure. */
function reported(runner: string, readReport: () => Totals): Totals {
  try {
    return readReport();
  } catch (error) {
    console.error(`There is no report of ${runner}: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const runners = [reported("vitest", readVitest), reported("playwright", readPlaywright)];

function sum(key: keyof Totals): number {
  return runners.reduce((total, runner) => total + runner[key], 0);
}

console.log(`tests: ${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
if (sum("failed") > 0 || sum("passed") === 0) process.exitCode = 1;
