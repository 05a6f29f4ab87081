import type { MemberRole } from "../../../../shared/rooms.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { joinedRoomOrThrow, memberRole, roomRowOrThrow } from "../reads/rooms.ts";
import { userRowOrThrow } from "../reads/users.ts";
import { memberships } from "../schema/rooms.ts";

export interface NewMembers {
  roomId: string;
  userIds: readonly string[];
}

/**
 * Adds whoever is not in it yet. Those who were there see each one come; the new ones get the room
 * last, so that what they get is what it is with all of them in it.
 */
export function join(db: Database, { roomId, userIds }: NewMembers, log: Log): void {
  const joining = userIds.filter((userId) => memberRole(db, userId, roomId) === null);
  for (const userId of joining) {
    insertMembership(db, { userId, roomId, role: "member" }, log.at);
    log.emit(
      { kind: "room", roomId },
      {
        type: "member.joined",
        roomId,
        member: { userId, role: "member", joinedAt: log.at },
        memberCount: roomRowOrThrow(db, roomId).memberCount,
      },
    );
  }
  announceRoom(db, roomId, joining, log);
}

/** On signing up: into those of the rooms that are still open. */
export function joinOpenRooms(
  db: Database,
  { userId, roomIds }: { userId: string; roomIds: readonly string[] },
  log: Log,
): void {
  for (const roomId of new Set(roomIds)) {
    if (roomRowOrThrow(db, roomId).archivedAt === null)
      join(db, { roomId, userIds: [userId] }, log);
  }
}

/** Reads start at the room's end: what was said before one came is not news. */
export function insertMembership(
  db: Database,
  { userId, roomId, role }: { userId: string; roomId: string; role: MemberRole },
  at: string,
): void {
  const room = roomRowOrThrow(db, roomId);
  db.orm
    .insert(memberships)
    .values({
      userId,
      roomId,
      role,
      notify: "everything",
      joinedAt: at,
      readSeq: room.endSeq,
      readOrdinal: room.lastOrdinal,
    })
    .run();
  db.prepare<[string]>("UPDATE rooms SET member_count = member_count + 1 WHERE id = ?").run(roomId);
}

/** Tells new members of their room, as it is with all of them in it. */
export function announceRoom(
  db: Database,
  roomId: string,
  userIds: readonly string[],
  log: Log,
): void {
  for (const userId of userIds) {
    const room = joinedRoomOrThrow(db, userId, roomId);
    log.emit({ kind: "user", userId }, { type: "room.added", room });
  }
}

/** Without doubles; throws when one of them does not exist. */
export function existing(db: Database, userIds: readonly string[]): string[] {
  const unique = [...new Set(userIds)];
  for (const userId of unique) userRowOrThrow(db, userId);
  return unique;
}
