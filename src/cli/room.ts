import { parseArgs } from "node:util";

import type { Room } from "../shared/rooms.ts";
import { UsageError } from "./command.ts";
import { table } from "./table.ts";
import { requireSetUp, withWorkspace } from "./workspace.ts";

export const usage = `Usage: snug room list [--json]

Lists every room of the workspace in DATA_DIR (./data), private and direct ones too.

  --json   prints them as JSON`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  if (positionals.length !== 1 || positionals[0] !== "list") {
    throw new UsageError("Say what to do: list.");
  }
  await withWorkspace(async (workspace) => {
    await requireSetUp(workspace);
    const { store } = workspace;
    const rooms = await store.allRooms();
    if (values.json) {
      console.log(JSON.stringify(rooms, null, 2));
      return;
    }
    const usernames = new Map((await store.accounts()).map(({ id, username }) => [id, username]));
    const rows = rooms.map((room) => [
      nameOf(room, usernames),
      room.kind,
      String(room.memberCount),
      room.archivedAt === null ? "" : "archived",
      room.id,
    ]);
    console.log(table(["NAME", "KIND", "MEMBERS", "", "ID"], rows));
  });
}

/** A direct room is named after its people. */
function nameOf(
  { kind, name, directUserIds }: Room,
  usernames: ReadonlyMap<string, string>,
): string {
  if (kind !== "direct") return name;
  return directUserIds.map((id) => usernames.get(id) ?? id).join(", ");
}
