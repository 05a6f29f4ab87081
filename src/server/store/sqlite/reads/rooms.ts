import type { Draft } from "../../../../shared/drafts.ts";
import { SnugError } from "../../../../shared/errors.ts";
import type {
  BrowsedRoom,
  JoinedRoom,
  Member,
  MemberRole,
  Membership,
  Room,
} from "../../../../shared/rooms.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import { threadIsUnread } from "./threads.ts";
import { rooms } from "../schema/rooms.ts";
import { decodeStored } from "../stored.ts";

// Raw throughout: rooms are read with their counts, in every snapshot and by most requests.

export type RoomRow = typeof rooms.$inferSelect;

const roomColumns = columnsOf(rooms, "r");

export function roomRowOrThrow(db: Database, roomId: string): RoomRow {
  const row = db
    .prepare<[string], RoomRow>(`SELECT ${roomColumns} FROM rooms r WHERE r.id = ?`)
    .get(roomId);
  if (!row) throw noSuchRoom();
  return row;
}

export function noSuchRoom(): SnugError {
  return new SnugError("NOT_FOUND", "There is no such room among yours.");
}

export function room(
  db: Database,
  { userId, roomId, scope }: { userId: string; roomId: string; scope: "member" | "visible" },
): Room | null {
  const row = db
    .prepare<[string, string], RoomRow & { joined: 0 | 1; viewer: string }>(roomForViewer)
    .get(userId, roomId);
  if (!row) return null;
  const open =
    scope === "visible" && row.kind === "public" && row.viewer !== "guest" && row.viewer !== "bot";
  return row.joined === 1 || open ? toRoom(row) : null;
}

const roomForViewer = `
  SELECT ${roomColumns}, u.role AS viewer, m.user_id IS NOT NULL AS joined
  FROM users u CROSS JOIN rooms r
  LEFT JOIN memberships m ON m.user_id = u.id AND m.room_id = r.id
  WHERE u.id = ? AND r.id = ?`;

/** The room among one's own, as far as posting in it goes. */
export function memberRoom(
  db: Database,
  userId: string,
  roomId: string,
): { archivedAt: string | null } | undefined {
  return db
    .prepare<[string, string], { archivedAt: string | null }>(
      `SELECT r.archived_at AS archivedAt FROM memberships m JOIN rooms r ON r.id = m.room_id
       WHERE m.user_id = ? AND m.room_id = ?`,
    )
    .get(userId, roomId);
}

export function memberRole(db: Database, userId: string, roomId: string): MemberRole | null {
  const row = db
    .prepare<[string, string], { role: MemberRole }>(
      "SELECT role FROM memberships WHERE user_id = ? AND room_id = ?",
    )
    .get(userId, roomId);
  return row?.role ?? null;
}

/** Public rooms and one's own private ones, of a guest or bot only their own; by name. */
export function browseRooms(db: Database, userId: string, archived: boolean): BrowsedRoom[] {
  return db
    .prepare<[string, number], RoomRow & { joined: 0 | 1 }>(browsable)
    .all(userId, archived ? 1 : 0)
    .map((row) => ({ ...toRoom(row), joined: row.joined === 1 }));
}

const browsable = `
  SELECT ${roomColumns}, m.user_id IS NOT NULL AS joined
  FROM users u CROSS JOIN rooms r
  LEFT JOIN memberships m ON m.user_id = u.id AND m.room_id = r.id
  WHERE u.id = ? AND r.kind <> 'direct' AND (r.archived_at IS NOT NULL) = ?
    AND (m.user_id IS NOT NULL OR (r.kind = 'public' AND u.role NOT IN ('guest', 'bot')))
  ORDER BY r.name_key`;

/** Longest-standing first. */
export function members(db: Database, roomId: string): Member[] {
  return db
    .prepare<[string], Member>(
      `SELECT user_id AS userId, role, joined_at AS joinedAt FROM memberships
       WHERE room_id = ? ORDER BY joined_at, user_id`,
    )
    .all(roomId);
}

/** Oldest first. */
export function allRooms(db: Database): Room[] {
  return db
    .prepare<[], RoomRow>(`SELECT ${roomColumns} FROM rooms r ORDER BY r.created_at, r.id`)
    .all()
    .map(toRoom);
}

export function joinedRooms(db: Database, userId: string): JoinedRoom[] {
  return db.prepare<[string], JoinedRow>(`${joined} ORDER BY r.id`).all(userId).map(toJoinedRoom);
}

export function joinedRoom(db: Database, userId: string, roomId: string): JoinedRoom | null {
  const row = db
    .prepare<[string, string], JoinedRow>(`${joined} AND m.room_id = ?`)
    .get(userId, roomId);
  return row ? toJoinedRoom(row) : null;
}

export function joinedRoomOrThrow(db: Database, userId: string, roomId: string): JoinedRoom {
  const found = joinedRoom(db, userId, roomId);
  if (!found) throw noSuchRoom();
  return found;
}

/** How far one has read. Asked for at every step of reading, so without all else that a room has. */
export function readStateOrThrow(db: Database, userId: string, roomId: string): ReadState {
  const row = db
    .prepare<[string, string], ReadState>(
      `SELECT ${readState} FROM memberships m JOIN rooms r ON r.id = m.room_id
       WHERE m.user_id = ? AND m.room_id = ?`,
    )
    .get(userId, roomId);
  if (!row) throw noSuchRoom();
  return row;
}

export type ReadState = Pick<Membership, "readSeq" | "unreadCount" | "mentionCount">;

type JoinedRow = RoomRow & {
  memberRole: MemberRole;
  notify: Membership["notify"];
  muted: 0 | 1;
  hidden: 0 | 1;
  favourite: 0 | 1;
  joinedAt: string;
  readSeq: number;
  unreadCount: number;
  mentionCount: number;
  savedIds: string;
  unreadThreadIds: string;
  drafts: string;
};

/** Neither count grows with the room: ordinals are subtracted, deletions and mentions are ranges of an index. */
const readState = `m.read_seq AS readSeq,
    r.last_ordinal - m.read_ordinal - (
      SELECT count(*) FROM messages d
      WHERE d.room_id = m.room_id AND d.ordinal > m.read_ordinal
        AND d.ordinal IS NOT NULL AND d.deleted_at IS NOT NULL) AS unreadCount,
    (SELECT count(*) FROM mentions a
      WHERE a.user_id IN (m.user_id, '') AND a.room_id = m.room_id
        AND a.seq > m.read_seq AND a.author_id <> m.user_id) AS mentionCount`;

const joined = `
  SELECT ${roomColumns}, m.role AS memberRole, m.notify, m.muted, m.hidden, m.favourite, m.joined_at AS joinedAt,
    ${readState},
    (SELECT json_group_array(s.message_id ORDER BY s.seq) FROM saved_messages s
      WHERE s.user_id = m.user_id AND s.room_id = m.room_id) AS savedIds,
    (SELECT json_group_array(f.root_id ORDER BY f.root_id) FROM thread_follows f INDEXED BY thread_follows_user_room
      WHERE f.user_id = m.user_id AND f.room_id = m.room_id AND ${threadIsUnread}) AS unreadThreadIds,
    (SELECT json_group_array(
        json_object('rootId', nullif(w.root_id, ''), 'text', w.text) ORDER BY w.root_id)
      FROM drafts w WHERE w.user_id = m.user_id AND w.room_id = m.room_id) AS drafts
  FROM memberships m JOIN rooms r ON r.id = m.room_id
  WHERE m.user_id = ?`;

function toJoinedRoom(row: JoinedRow): JoinedRoom {
  return {
    ...toRoom(row),
    membership: {
      role: row.memberRole,
      notify: row.notify,
      muted: row.muted === 1,
      hidden: row.hidden === 1,
      favourite: row.favourite === 1,
      joinedAt: row.joinedAt,
      readSeq: row.readSeq,
      unreadCount: row.unreadCount,
      mentionCount: row.mentionCount,
      savedIds: decodeStored<string[]>(row.savedIds),
      unreadThreadIds: decodeStored<string[]>(row.unreadThreadIds),
      drafts: decodeStored<Draft[]>(row.drafts),
    },
    lastMessageSeq: row.lastMessageSeq,
    lastMessageAt: row.lastMessageAt,
  };
}

export function toRoom(row: RoomRow): Room {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    topic: row.topic,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    archivedAt: row.archivedAt,
    memberCount: row.memberCount,
    directUserIds: row.directKey === null ? [] : row.directKey.split(","),
  };
}
