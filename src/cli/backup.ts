import { parseArgs } from "node:util";

import type { Backup } from "../server/upkeep/backUp.ts";
import { CommandError, UsageError } from "./command.ts";
import { showProgress } from "./progress.ts";
import { sizeText } from "../server/upkeep/size.ts";
import { withData } from "./workspace.ts";

export const usage = `Usage: snug backup FOLDER [--json]

Copies the workspace in DATA_DIR (./data), database and files, to FOLDER, which is new or empty. It is
the copy of one moment, while Snug is served and people write. Every file is checked as it is copied.

  --json   prints what was copied as JSON

The command ends with 1 when something is wrong with the data; what is sound is copied nevertheless.
docs/backup.md tells how to keep backups, and how to go back to one.`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError("Say where to: one folder.");

  const backup = await backUpTo(folder);
  if (values.json) console.log(JSON.stringify(backup, null, 2));
  else console.log(describe(backup));
  if (backup.faults.length > 0) {
    throw new CommandError(`Not all was well with the data:\n${backup.faults.join("\n")}`);
  }
}

function backUpTo(folder: string): Promise<Backup> {
  return withData(async (openFolder) => {
    const { backUp } = await import("../server/upkeep/backUp.ts");
    using progress = showProgress();
    return await backUp({
      from: openFolder(),
      to: folder,
      openFolder,
      onProgress: (stage, done, total) => progress.show(`Copying the ${stage}`, done, total),
    });
  });
}

function describe({ path, manifest: { database, files } }: Backup): string {
  return `Backed up to ${path}: the database up to event ${database.events} (${sizeText(database.size)}), ${files.count} files (${sizeText(files.size)}).`;
}
