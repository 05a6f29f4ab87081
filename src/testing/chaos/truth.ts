import { join } from "node:path";

import Connection from "better-sqlite3";

import { openWorkspace } from "../../server/main.ts";
import type { LogEvent, Snapshot } from "../../shared/events.ts";
import type { Message } from "../../shared/messages.ts";
import { readAll } from "../storeReader.ts";

/** What the database says, read by a connection of its own. */
export interface Truth {
  /** The whole log. */
  events: LogEvent[];
  /** All timelines by room, and all replies by root. */
  timelines: Map<string, Message[]>;
  threads: Map<string, Message[]>;
  /** Who was added to which room, and when. */
  arrivals: { userId: string; roomId: string; seq: number }[];
  /** What each person may see. */
  snapshots: Map<string, Snapshot>;
  /** What SQLite finds wrong with the file. */
  damage: string[];
}

export async function readTruth(
  dataDir: string,
  { roomIds, userIds }: { roomIds: readonly string[]; userIds: readonly string[] },
): Promise<Truth> {
  await using workspace = await openWorkspace({ env: { DATA_DIR: dataDir } });
  const { store } = workspace;
  const { head } = await store.logState();
  const logged = await store.eventsAfter(0, head + 1);
  const truth: Truth = {
    events: logged.map(({ event }) => event),
    arrivals: logged.flatMap(({ seq, audience, event }) =>
      event.type === "room.added" && audience.kind === "user"
        ? [{ userId: audience.userId, roomId: event.room.id, seq }]
        : [],
    ),
    timelines: new Map(),
    threads: new Map(),
    snapshots: new Map(),
    damage: damageOf(join(dataDir, "snug.sqlite")),
  };
  for (const roomId of roomIds) {
    const timeline = await readAll((position) => store.history(roomId, position, 100));
    truth.timelines.set(roomId, timeline);
    for (const { id, thread } of timeline) {
      if (thread === null) continue;
      truth.threads.set(id, await readAll((position) => store.thread(id, position, 100)));
    }
  }
  for (const userId of userIds) truth.snapshots.set(userId, await store.snapshot(userId));
  return truth;
}

function damageOf(file: string): string[] {
  const connection = new Connection(file, { readonly: true });
  try {
    const found = [
      connection.pragma("integrity_check", { simple: true }),
      ...connection
        .prepare("SELECT 'dangling row in ' || \"table\" FROM pragma_foreign_key_check")
        .pluck()
        .all(),
    ];
    return found.map(String).filter((line) => line !== "ok");
  } finally {
    connection.close();
  }
}
