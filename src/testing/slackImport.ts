import type { Message } from "../shared/messages.ts";
import type { Counted, ImportSummary } from "../server/slack/importSlack.ts";
import { importSlack } from "../server/slack/importSlack.ts";
import { zipFile } from "./slackExport.ts";
import type { TestWorkspace } from "./workspace.ts";

/** Imports an archive of these files. */
export async function importFiles(
  workspace: TestWorkspace,
  files: Record<string, unknown>,
): Promise<ImportSummary> {
  await using zip = await zipFile(files);
  return await importSlack(zip.path, workspace);
}

/** What stands in the timeline of an imported room, by its name. */
export async function messagesIn(
  { store, ownerId }: TestWorkspace,
  name: string,
): Promise<Message[]> {
  const rooms = await store.browseRooms(ownerId, false);
  const room = rooms.find((each) => each.name === name);
  return (await store.history(room?.id ?? name, null, 100)).messages;
}

export async function bodiesIn(workspace: TestWorkspace, name: string): Promise<string[]> {
  return (await messagesIn(workspace, name)).map(({ body }) => body);
}

export function counts(counted: Counted[]): Record<string, number> {
  return Object.fromEntries(counted.map(({ what: name, count }) => [name, count]));
}
