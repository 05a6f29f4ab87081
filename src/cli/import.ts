import { basename } from "node:path";
import { parseArgs } from "node:util";

import type { ImportSummary, ImportTarget } from "../server/slack/importSlack.ts";
import { CommandError, UsageError } from "./command.ts";
import { showProgress } from "./progress.ts";
import { requireSetUp, withWorkspace } from "./workspace.ts";

export const usage = `Usage: snug import slack FILE.zip [--dry-run] [--json]

Brings people, rooms, messages, threads, reactions and files of a Slack export into the workspace in
DATA_DIR (./data), while it is served or not. Doing it again adds only what is new.

  --dry-run   tells what would come over, and changes nothing
  --json      prints the summary as JSON

docs/import.md tells what comes over, and how people sign in afterwards.`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { "dry-run": { type: "boolean" }, json: { type: "boolean" } },
  });
  const [source, file, ...others] = positionals;
  if (source !== "slack" || file === undefined || others.length > 0) {
    throw new UsageError("Say what to import: slack, and the export's zip file.");
  }

  const isRehearsal = values["dry-run"] === true;
  const summary = isRehearsal ? await importFile(file, null) : await importIntoWorkspace(file);
  if (values.json) console.log(JSON.stringify({ dryRun: isRehearsal, ...summary }, null, 2));
  else console.log(describe(summary, basename(file), isRehearsal));
}

function importIntoWorkspace(file: string): Promise<ImportSummary> {
  return withWorkspace(async (workspace) => {
    await requireSetUp(workspace);
    return await importFile(file, workspace);
  });
}

async function importFile(file: string, target: ImportTarget | null): Promise<ImportSummary> {
  const { ArchiveError, importSlack } = await import("../server/slack/importSlack.ts");
  using progress = showProgress();
  try {
    return await importSlack(file, target, ({ stage, done, total }) => {
      progress.show(stage === "reading" ? "Reading" : "Importing", done, total);
    });
  } catch (error) {
    throw error instanceof ArchiveError ? new CommandError(`${file}: ${error.message}`) : error;
  }
}

function describe(summary: ImportSummary, file: string, isRehearsal: boolean): string {
  const { problems } = summary;
  const came = isRehearsal
    ? `In ${file}, and would come over; nothing was changed:`
    : `Imported ${file}:`;
  const signIn =
    'Whoever came over signs in first by a link: "snug user reset-link NAME" prints one.';
  return [
    [came, ...totals(summary, isRehearsal)],
    counted("Came over otherwise than it was:", summary.changed),
    counted("Left out:", summary.leftOut),
    problems.length > 0
      ? ["Could not be read:", ...problems.map(({ file: name, reason }) => `  ${name}: ${reason}`)]
      : [],
    !isRehearsal && summary.users.created > 0 ? [signIn] : [],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function totals(summary: ImportSummary, isRehearsal: boolean): string[] {
  const { users, rooms, messages } = summary;
  const total = rooms.public + rooms.private + rooms.direct;
  const kinds = `${rooms.public} public, ${rooms.private} private, ${rooms.direct} direct`;
  function isNew(created: number): string {
    return isRehearsal ? "" : `, ${created} of them new here`;
  }
  return [
    line(users.total, `people, ${users.bots} of them bots${isNew(users.created)}`),
    line(total, `rooms (${kinds})${isNew(rooms.created)}`),
    line(summary.members, "memberships"),
    line(messages.total, `messages${isNew(messages.created)}`),
    line(summary.threads, `threads with ${summary.replies} replies`),
    line(summary.reactions, "reactions"),
    line(summary.files, "files"),
  ];
}

function counted(title: string, items: ImportSummary["leftOut"]): string[] {
  return items.length === 0 ? [] : [title, ...items.map(({ what, count }) => line(count, what))];
}

function line(count: number, what: string): string {
  return `${String(count).padStart(8)}  ${what}`;
}
