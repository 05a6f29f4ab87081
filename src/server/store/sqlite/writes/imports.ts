import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Attachment } from "../../../../shared/files.ts";
import type { ImportedMessage, Store } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { nameKey } from "../nameKey.ts";
import { fileRow, toAttachment } from "../reads/files.ts";
import { isShown } from "../reads/messages.ts";
import { roomRowOrThrow } from "../reads/rooms.ts";
import { userRowOrThrow } from "../reads/users.ts";
import { files } from "../schema/files.ts";
import { users } from "../schema/users.ts";
import { freeRoomName, freeUsername } from "./firstFree.ts";
import { importedId, rememberKey } from "./importKeys.ts";
import { announceRoom, existing, insertMembership } from "./joining.ts";
import { insertMessage } from "./messages.ts";
import { markAllRead } from "./readMarks.ts";
import { directRoomId, insertDirect, insertRoom } from "./newRooms.ts";
import { withoutDeliveries } from "./outgoingWebhooks.ts";
import { markAllThreadsRead } from "./threadFollows.ts";
import { messageRow } from "./threads.ts";
import { insertUser } from "./users.ts";

export function importUser(
  db: Database,
  user: Parameters<Store["importUser"]>[0],
  log: Log,
): { userId: string; created: boolean } {
  const known = importedId(db, user.key);
  if (known !== null) return { userId: known, created: false };
  const sameEmail =
    user.email === null
      ? undefined
      : db.orm
          .select()
          .from(users)
          .where(eq(users.emailKey, nameKey(user.email)))
          .get();
  if (sameEmail) {
    rememberKey(db, "user", { key: user.key, id: sameEmail.id });
    return { userId: sameEmail.id, created: false };
  }
  const username = freeUsername(db, user.username);
  const created = insertUser(db, { ...user, username }, log.at);
  rememberKey(db, "user", { key: user.key, id: created.id });
  withoutDeliveries(db, log, () =>
    log.emit({ kind: "all" }, { type: "user.created", user: created }),
  );
  return { userId: created.id, created: true };
}

type ImportedRoom = Parameters<Store["importRoom"]>[0];

export function importRoom(
  db: Database,
  room: ImportedRoom,
  log: Log,
): { roomId: string; created: boolean } {
  const known = importedId(db, room.key);
  if (known !== null) return { roomId: known, created: false };
  const userIds = existing(db, room.userIds);
  const sameDirect = room.kind === "direct" ? directRoomId(db, userIds) : null;
  const roomId = sameDirect ?? insertImportedRoom(db, { ...room, userIds }, log.at);
  rememberKey(db, "room", { key: room.key, id: roomId });
  if (sameDirect === null) {
    withoutDeliveries(db, log, () => announceRoom(db, roomId, userIds, log));
  }
  return { roomId, created: sameDirect === null };
}

function insertImportedRoom(db: Database, room: ImportedRoom, at: string): string {
  const { kind, topic, createdBy, createdAt, userIds } = room;
  const archivedAt = room.archived ? at : null;
  if (kind === "direct") {
    return insertDirect(db, { people: userIds, createdBy, createdAt, archivedAt }, at);
  }
  const name = freeRoomName(db, room.name);
  const roomId = insertRoom(db, { kind, name, topic, createdBy, createdAt, archivedAt });
  const admin = adminAmong(db, userIds, createdBy);
  for (const userId of userIds) {
    insertMembership(db, { userId, roomId, role: userId === admin ? "admin" : "member" }, at);
  }
  return roomId;
}

/** Its creator, else the first who can still sign in. */
function adminAmong(db: Database, userIds: readonly string[], createdBy: string | null) {
  if (createdBy !== null && userIds.includes(createdBy)) return createdBy;
  return userIds.find((userId) => userRowOrThrow(db, userId).status === "active") ?? userIds[0];
}

export function importMessages(
  db: Database,
  messages: readonly ImportedMessage[],
  log: Log,
): { created: number; skipped: number } {
  const created = withoutDeliveries(db, log, () =>
    messages.reduce((sum, message) => sum + (importMessage(db, message, log) ? 1 : 0), 0),
  );
  return { created, skipped: messages.length - created };
}

/** A reply whose root never came stands in the timeline; one whose root was deleted here stays out. */
function importMessage(db: Database, message: ImportedMessage, log: Log): boolean {
  if (importedId(db, message.key) !== null) return false;
  const { key, threadRootKey, quotedKey = null, ...rest } = message;
  const rootId = threadRootKey === null ? null : importedId(db, threadRootKey);
  const root = rootId === null ? null : (messageRow(db, rootId) ?? null);
  if (root && !isShown(root)) return false;
  const quotedId = quotedKey === null ? null : importedId(db, quotedKey);
  const { id } = insertMessage(db, { ...rest, clientId: key, root, quotedId }, log);
  rememberKey(db, "message", { key, id });
  return true;
}

export function markImported(db: Database, roomIds: readonly string[], log: Log): void {
  for (const roomId of roomIds) {
    markAllRead(db, roomId, log);
    markAllThreadsRead(db, roomId, log);
  }
}

export function importFile(
  db: Database,
  file: Parameters<Store["importFile"]>[0],
  log: Log,
): Attachment {
  const { key, ...rest } = file;
  const known = importedId(db, key);
  const found = known === null ? undefined : fileRow(db, known);
  if (found) return toAttachment(found);
  roomRowOrThrow(db, file.roomId);
  userRowOrThrow(db, file.uploadedBy);
  const row = {
    ...rest,
    id: uuidv7(),
    messageId: null,
    messageSeq: null,
    position: 0,
    createdAt: log.at,
  };
  db.orm.insert(files).values(row).run();
  if (known === null) rememberKey(db, "file", { key, id: row.id });
  return toAttachment(row);
}
