import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { SnugError } from "../../../../shared/errors.ts";
import type { MemberRole, RoomPreferences } from "../../../../shared/rooms.ts";
import type { Store } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { joinedRoomOrThrow, members, roomRowOrThrow } from "../reads/rooms.ts";
import { memberships } from "../schema/rooms.ts";
import type { NewMembers } from "./joining.ts";
import { existing, join } from "./joining.ts";
import { forgetFollows } from "./threadFollows.ts";

export function addMembers(db: Database, { roomId, userIds }: NewMembers, log: Log): void {
  const room = roomRowOrThrow(db, roomId);
  const people = room.directKey?.split(",");
  if (people && userIds.some((userId) => !people.includes(userId))) {
    throw new SnugError("FORBIDDEN", "A direct room keeps its people. Open another one.");
  }
  join(db, { roomId, userIds: existing(db, userIds) }, log);
}

export function removeMember(
  db: Database,
  { roomId, userId, reason }: { roomId: string; userId: string; reason: "left" | "removed" },
  log: Log,
): void {
  const { membership } = joinedRoomOrThrow(db, userId, roomId);
  db.orm.delete(memberships).where(membershipOf(userId, roomId)).run();
  db.prepare<[string]>("UPDATE rooms SET member_count = member_count - 1 WHERE id = ?").run(roomId);
  const room = roomRowOrThrow(db, roomId);
  forgetFollows(db, userId, roomId);
  log.emit({ kind: "user", userId }, { type: "room.removed", roomId, reason });
  log.emit(
    { kind: "room", roomId },
    { type: "member.left", roomId, userId, memberCount: room.memberCount },
  );
  if (membership.role === "admin") keepAnAdmin(db, { roomId, notUserId: userId }, log);
}

export function setMemberRole(
  db: Database,
  { roomId, userId, role }: { roomId: string; userId: string; role: MemberRole },
  log: Log,
): void {
  const { membership } = joinedRoomOrThrow(db, userId, roomId);
  if (membership.role === role) return;
  changeRole(db, { roomId, userId, role }, log);
  if (role === "member") keepAnAdmin(db, { roomId, notUserId: userId }, log);
}

export function setPreferences(
  db: Database,
  { userId, roomId, update }: NewPreferences,
  log: Log,
): void {
  const { notify, muted, hidden, favourite } = joinedRoomOrThrow(db, userId, roomId).membership;
  const preferences: RoomPreferences = {
    notify: update.notify ?? notify,
    muted: update.muted ?? muted,
    hidden: update.hidden ?? hidden,
    favourite: update.favourite ?? favourite,
  };
  if (isDeepStrictEqual(preferences, { notify, muted, hidden, favourite })) return;
  db.orm.update(memberships).set(preferences).where(membershipOf(userId, roomId)).run();
  log.emit({ kind: "user", userId }, { type: "membership.updated", roomId, preferences });
}

interface NewPreferences {
  userId: string;
  roomId: string;
  update: Parameters<Store["setPreferences"]>[2];
}

/** When the last admin went, the longest-standing of the others becomes one. */
function keepAnAdmin(
  db: Database,
  { roomId, notUserId }: { roomId: string; notUserId: string },
  log: Log,
): void {
  const remaining = members(db, roomId);
  if (remaining.some(({ role }) => role === "admin")) return;
  const heir = remaining.find(({ userId }) => userId !== notUserId);
  if (heir) changeRole(db, { roomId, userId: heir.userId, role: "admin" }, log);
}

function changeRole(
  db: Database,
  { roomId, userId, role }: { roomId: string; userId: string; role: MemberRole },
  log: Log,
): void {
  db.orm.update(memberships).set({ role }).where(membershipOf(userId, roomId)).run();
  log.emit({ kind: "room", roomId }, { type: "member.updated", roomId, userId, role });
}

function membershipOf(userId: string, roomId: string) {
  return and(eq(memberships.userId, userId), eq(memberships.roomId, roomId));
}
