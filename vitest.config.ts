import { configDefaults, defineConfig } from "vitest/config";

/** Fault injection and long runs: apart from the rest, which should stay a matter of seconds. */
const slow = "src/**/*.slow.test.ts";

export default defineConfig({
  test: {
    environment: "node",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "src/**/*.test.tsx", "bench/**/*.test.ts"],
          exclude: [...configDefaults.exclude, slow],
          // Real servers and files, on machines that may be busy: time is no finding.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "slow",
          include: [slow],
          // Each by itself: they keep the machine busy enough.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
