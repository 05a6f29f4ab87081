import { v7 as uuidv7 } from "uuid";
import type { Database } from "../database.ts";
import { nameKey } from "../nameKey.ts";
import type { RoomRow } from "../reads/rooms.ts";
import { rooms } from "../schema/rooms.ts";
import { insertMembership } from "./joining.ts";

export interface RoomToInsert {
  kind: RoomRow["kind"];
  name: string;
  topic: string;
  createdBy: string | null;
  createdAt: string;
  archivedAt?: string | null;
  directKey?: string;
}

/** Without members; the caller adds and announces them. */
export function insertRoom(db: Database, room: RoomToInsert): string {
  const row: RoomRow = {
    id: uuidv7(),
    kind: room.kind,
    name: room.name,
    nameKey: room.kind === "direct" ? null : nameKey(room.name),
    topic: room.topic,
    createdBy: room.createdBy,
    createdAt: room.createdAt,
    archivedAt: room.archivedAt ?? null,
    directKey: room.directKey ?? null,
    memberCount: 0,
    lastOrdinal: 0,
    lastMessageSeq: 0,
    lastMessageAt: null,
    endSeq: 0,
  };
  db.orm.insert(rooms).values(row).run();
  return row.id;
}

export interface DirectToInsert {
  people: readonly string[];
  createdBy: string | null;
  createdAt: string;
  archivedAt?: string | null;
}

/** With its people. */
export function insertDirect(db: Database, direct: DirectToInsert, at: string): string {
  const { people, ...rest } = direct;
  const roomId = insertRoom(db, {
    ...rest,
    kind: "direct",
    name: "",
    topic: "",
    directKey: directKey(people),
  });
  for (const userId of people) insertMembership(db, { userId, roomId, role: "member" }, at);
  return roomId;
}

export function directRoomId(db: Database, people: readonly string[]): string | null {
  const row = db
    .prepare<[string], { id: string }>("SELECT id FROM rooms WHERE direct_key = ?")
    .get(directKey(people));
  return row?.id ?? null;
}

function directKey(people: readonly string[]): string {
  return [...new Set(people)].toSorted().join(",");
}
