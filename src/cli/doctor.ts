import { parseArgs } from "node:util";

import type { Finding } from "../server/upkeep/doctor.ts";
import { CommandError } from "./command.ts";
import { showProgress } from "./progress.ts";
import { withData } from "./workspace.ts";

export const usage = `Usage: snug doctor [--json]

Looks over the workspace in DATA_DIR (./data), while it is served or not, and changes nothing: whether the
database is sound and the log without a gap, every file there and what it was, the data readable to its
owner only, the clock right and the disk not full.

  --json   prints the findings as JSON

The command ends with 0 when all is well, and with 1 when something is not.`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
  const findings = await examine();
  console.log(values.json ? JSON.stringify(findings, null, 2) : findings.map(describe).join("\n"));
  const faults = findings.flatMap((finding) => finding.faults);
  if (faults.length > 0) {
    throw new CommandError(
      `${faults.length === 1 ? "One thing is" : `${faults.length} things are`} not well. docs/backup.md tells what to do.`,
    );
  }
}

function examine(): Promise<Finding[]> {
  return withData(async (openFolder) => {
    const { diagnose } = await import("../server/upkeep/doctor.ts");
    using progress = showProgress();
    return await diagnose(openFolder(), (stage, done, total) => {
      progress.show(`Checking the ${stage}`, done, total);
    });
  });
}

function describe({ subject, summary, faults }: Finding): string {
  if (faults.length === 0) return `ok  ${subject}: ${summary}`;
  return faults.map((fault) => `!!  ${subject}: ${fault}`).join("\n");
}
