// `npm test`: builds what is stale and runs every runner, the later ones also when one has failed.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

function run(script: string, ...args: string[]): boolean {
  const command = [join(root, script), ...args];
  return spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" }).status === 0;
}

console.log(`Testing on Node ${process.version}.`);
// Yesterday's report must not stand in for one that a runner failed to write.
rmSync(join(root, "test-results"), { recursive: true, force: true });

const built = run("src/cli/main.ts", "build", "--if-stale");
const unit = run(
  "node_modules/vitest/vitest.mjs",
  "run",
  "--reporter=default",
  "--reporter=json",
  "--outputFile.json=test-results/vitest.json",
);
// Not on what an earlier build left behind.
if (built) run("node_modules/@playwright/test/cli.js", "test", "--config=e2e");
const passed = run(".ci/totals.ts");
if (!(unit && passed)) process.exitCode = 1;
