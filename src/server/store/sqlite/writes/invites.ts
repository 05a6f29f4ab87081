import { eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../../shared/errors.ts";
import type { Store, StoredInvite } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { inviteByToken } from "../reads/links.ts";
import { roomRowOrThrow } from "../reads/rooms.ts";
import { userRowOrThrow } from "../reads/users.ts";
import { inviteRooms, invites } from "../schema/links.ts";

export function createInvite(
  db: Database,
  invite: Parameters<Store["createInvite"]>[0],
  log: Log,
): StoredInvite {
  const { roomIds, ...rest } = invite;
  const row = { ...rest, id: uuidv7(), createdAt: log.at, uses: 0 };
  userRowOrThrow(db, invite.createdBy);
  db.orm.insert(invites).values(row).run();
  for (const roomId of new Set(roomIds)) {
    roomRowOrThrow(db, roomId);
    db.orm.insert(inviteRooms).values({ inviteId: row.id, roomId }).run();
  }
  return { ...row, roomIds: [...new Set(roomIds)] };
}

export function revokeInvite(db: Database, inviteId: string): void {
  const { changes } = db.orm.delete(invites).where(eq(invites.id, inviteId)).run();
  if (changes === 0) throw new SnugError("NOT_FOUND", "There is no such invite.");
}

/** Counts a use; the rooms that it leads to. */
export function takeInvite(db: Database, token: string): string[] {
  const invite = inviteByToken(db, token);
  if (!invite) {
    throw new SnugError("INVITE_INVALID", "This invite can no longer be used. Ask for a new one.");
  }
  db.orm
    .update(invites)
    .set({ uses: sql`${invites.uses} + 1` })
    .where(eq(invites.id, invite.id))
    .run();
  return invite.roomIds;
}
