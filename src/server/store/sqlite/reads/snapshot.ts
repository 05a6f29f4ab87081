import type { Snapshot } from "../../../../shared/events.ts";
import { formatCursor } from "../../../../shared/ids.ts";
import type { Database } from "../database.ts";
import { allEmoji } from "./emoji.ts";
import { logState } from "./log.ts";
import { joinedRooms } from "./rooms.ts";
import { allUsers, meOrThrow } from "./users.ts";
import { workspaceOrThrow } from "./workspace.ts";

/** Everything `userId` may see, and the cursor it is true at; to be read at once [RT12]. */
export function snapshot(db: Database, userId: string): Snapshot {
  const { epoch, head } = logState(db);
  const self = meOrThrow(db, userId);
  return {
    cursor: formatCursor({ epoch, seq: head }),
    workspace: workspaceOrThrow(db),
    me: self,
    users: allUsers(db),
    emoji: allEmoji(db),
    rooms: joinedRooms(db, userId),
  };
}
