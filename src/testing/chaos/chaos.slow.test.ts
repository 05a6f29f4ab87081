import { execFile } from "node:child_process";
import { join } from "node:path";

import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");

/** Two minutes of faults, and as long as the clients need to come to rest on a busy machine. */
const patience = { timeout: 900_000 };

it(
  "leaves every client with what the database holds after two minutes of faults",
  patience,
  async () => {
    await run("src/cli/main.ts", "build", "--if-stale");
    const output = await run("src/testing/chaos/main.ts", "--minutes", "2");
    console.log(output);
    expect(output).toContain("Nothing lost, nothing doubled, nothing reordered");
  },
);

/** What it printed; fails with that when it fails. */
function run(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${args[0]} failed:\n${stdout}${stderr}`));
    });
  });
}
