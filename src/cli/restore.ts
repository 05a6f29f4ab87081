import { parseArgs } from "node:util";

import type { Restored } from "../server/upkeep/restore.ts";
import { UsageError } from "./command.ts";
import { showProgress } from "./progress.ts";
import { dataFolder, withData } from "./workspace.ts";

export const usage = `Usage: snug restore FOLDER [--json]

Puts the backup in FOLDER in the place of the workspace in DATA_DIR (./data). Stop Snug first. All of the
backup is verified before anything is changed; the database that was there is kept beside it.

  --json   prints what was restored as JSON

Clients that saw what came after the backup notice, and start over from what was restored.`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0)
    throw new UsageError("Say from where: one folder.");

  const restored = await restoreFrom(folder);
  if (values.json) console.log(JSON.stringify(restored, null, 2));
  else console.log(describe(restored));
}

function restoreFrom(folder: string): Promise<Restored> {
  return withData(async (openFolder) => {
    const { restore } = await import("../server/upkeep/restore.ts");
    using progress = showProgress();
    return await restore({
      backup: openFolder(folder),
      into: openFolder(),
      onProgress: (stage, done, total) => progress.show(`Checking the ${stage}`, done, total),
    });
  });
}

function describe({ manifest, keptAt }: Restored): string {
  const { createdAt, database, files } = manifest;
  return [
    `${dataFolder()} is as it was on ${createdAt}: up to event ${database.events}, with ${files.count} files.`,
    ...(keptAt === null ? [] : [`The database that was there is kept as ${keptAt}.`]),
  ].join("\n");
}
