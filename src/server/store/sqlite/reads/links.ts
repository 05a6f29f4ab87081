import { desc, eq } from "drizzle-orm";
import type { User } from "../../../../shared/users.ts";
import type { StoredInvite } from "../../port.ts";
import type { Database } from "../database.ts";
import { inviteRooms, invites as table, oneTimeLinks } from "../schema/links.ts";
import { user } from "./users.ts";

/** Those that can still be used, newest first. */
export function invites(db: Database): StoredInvite[] {
  return db.orm
    .select()
    .from(table)
    .orderBy(desc(table.id))
    .all()
    .filter(isUsable)
    .map((row) => toInvite(db, row));
}

/** `null` when it can no longer be used. */
export function inviteByToken(db: Database, token: string): StoredInvite | null {
  const row = db.orm.select().from(table).where(eq(table.token, token)).get();
  return row && isUsable(row) ? toInvite(db, row) : null;
}

/** `null` when unknown, used or expired, or when its user may not sign in. */
export function oneTimeLinkUser(db: Database, tokenHash: string): User | null {
  const link = db.orm
    .select()
    .from(oneTimeLinks)
    .where(eq(oneTimeLinks.tokenHash, tokenHash))
    .get();
  if (!link || link.expiresAt <= new Date().toISOString()) return null;
  const owner = user(db, link.userId);
  return owner?.status === "active" ? owner : null;
}

type InviteRow = typeof table.$inferSelect;

function isUsable(row: InviteRow): boolean {
  const expired = row.expiresAt !== null && row.expiresAt <= new Date().toISOString();
  return !expired && (row.maxUses === null || row.uses < row.maxUses);
}

export function toInvite(db: Database, row: InviteRow): StoredInvite {
  const rooms = db.orm
    .select({ roomId: inviteRooms.roomId })
    .from(inviteRooms)
    .where(eq(inviteRooms.inviteId, row.id))
    .all();
  return { ...row, roomIds: rooms.map(({ roomId }) => roomId) };
}
