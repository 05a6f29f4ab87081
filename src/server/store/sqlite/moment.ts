import type { Message, MessageVersion } from "../../../shared/messages.ts";
import type {
  KeptAvatar,
  KeptEmoji,
  KeptFile,
  KeptFollow,
  KeptMessage,
  KeptRoom,
  StoreMoment,
} from "../upkeep.ts";
import { UpkeepError } from "../upkeep.ts";
import type { Database } from "./database.ts";
import { columnsOf, openDatabase } from "./database.ts";
import { asUpkeepFailure } from "./failures.ts";
import { migrate } from "./migrate.ts";
import { allCommands } from "./reads/botCommands.ts";
import { fileColumns, toAttachment } from "./reads/files.ts";
import type { FileRow } from "./reads/files.ts";
import { allIncomingWebhooks } from "./reads/incomingWebhooks.ts";
import { logState } from "./reads/log.ts";
import type { MessageRow } from "./reads/messages.ts";
import { messageColumns, toMessages } from "./reads/messages.ts";
import { outgoingWebhooks } from "./reads/outgoingWebhooks.ts";
import { allRooms } from "./reads/rooms.ts";
import { accounts } from "./reads/users.ts";
import { workspace } from "./reads/workspace.ts";
import { customEmoji } from "./schema/emoji.ts";

/** Of this many messages, what belongs to them is read at once. */
const messagesAtOnce = 500;

/** One read transaction, from now until it is disposed of: in write-ahead logging, nobody waits for it. */
export function openMoment(file: string): StoreMoment {
  const db = openMigrated(file);
  db.connection.exec("BEGIN");
  return {
    log: logState(db),
    workspace: workspace(db),
    counts: {
      messages: count(db, `messages m WHERE ${isShown}`),
      files: count(db, "files"),
    },
    users: () => each(() => accounts(db)),
    bots: () => each(() => owners(db)),
    commands: () => each(() => allCommands(db)),
    rooms: () => each(() => rooms(db)),
    messages: () => each(() => messages(db)),
    conversation: (roomId) => each(() => conversation(db, roomId)),
    saved: () => each(() => saved(db)),
    followed: () => each(() => followed(db)),
    files: () => each(() => files(db)),
    emoji: () => each(() => emoji(db)),
    avatars: () => each(() => avatars(db)),
    incomingWebhooks: () => each(() => allIncomingWebhooks(db)),
    outgoingWebhooks: () => each(() => outgoingWebhooks(db)),
    [Symbol.dispose]: () => db.connection.close(),
  };
}

function openMigrated(file: string): Database {
  const db = openDatabase({ file });
  try {
    migrate(db);
    return db;
  } catch (error) {
    db.connection.close();
    throw new UpkeepError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const isShown = "(m.deleted_at IS NULL OR m.reply_count > 0)";

function count(db: Database, source: string): number {
  return db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${source}`).get()?.n ?? 0;
}

/** The port leaves it open whether a record has to be waited for. What is damaged may show at any of them. */
async function* each<Item>(read: () => Iterable<Item>): AsyncIterable<Item> {
  try {
    yield* read();
  } catch (error) {
    throw asUpkeepFailure(error);
  }
}

function* rooms(db: Database): Iterable<KeptRoom> {
  const members = db.prepare<[string], KeptRoom["members"][number]>(
    `SELECT user_id AS userId, role, joined_at AS joinedAt, notify, read_seq AS readSeq
     FROM memberships WHERE room_id = ? ORDER BY joined_at, user_id`,
  );
  for (const room of allRooms(db)) yield { ...room, members: members.all(room.id) };
}

function* messages(db: Database): Iterable<KeptMessage> {
  const page = db.prepare<[number, number], MessageRow>(
    `SELECT ${messageColumns} FROM messages m WHERE m.seq > ? AND ${isShown}
     ORDER BY m.seq LIMIT ?`,
  );
  for (const some of pages(db, (after) => page.all(after, messagesAtOnce))) {
    const versions = versionsOf(db, some);
    for (const message of some) yield { ...message, versions: versions.get(message.id) ?? [] };
  }
}

function* conversation(db: Database, roomId: string): Iterable<Message> {
  const timeline = db.prepare<[string, number, number], MessageRow>(
    `SELECT ${messageColumns} FROM messages m
     WHERE m.room_id = ? AND m.thread_root_id IS NULL AND ${isShown} AND m.seq > ?
     ORDER BY m.seq LIMIT ?`,
  );
  const thread = db.prepare<[string, number, number], MessageRow>(
    `SELECT ${messageColumns} FROM messages m
     WHERE m.thread_root_id = ? AND m.deleted_at IS NULL AND m.seq > ?
     ORDER BY m.seq LIMIT ?`,
  );
  for (const some of pages(db, (after) => timeline.all(roomId, after, messagesAtOnce))) {
    for (const root of some) {
      yield root;
      if (root.thread === null) continue;
      const replies = pages(db, (after) => thread.all(root.id, after, messagesAtOnce));
      for (const page of replies) yield* page;
    }
  }
}

/** Page by page, in the order of seq. */
function* pages(db: Database, after: (seq: number) => MessageRow[]): Iterable<Message[]> {
  for (let rows = after(0); rows.length > 0; rows = after(rows.at(-1)?.seq ?? Infinity)) {
    yield toMessages(db, rows);
  }
}

function versionsOf(
  db: Database,
  ofMessages: readonly Message[],
): Map<string, KeptMessage["versions"]> {
  const rows = db
    .prepare<[string], MessageVersion & { messageId: string }>(
      `SELECT message_id AS messageId, body, written_at AS writtenAt FROM message_versions
       WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    )
    .all(JSON.stringify(ofMessages.map(({ id }) => id)));
  const byMessage = new Map<string, MessageVersion[]>();
  for (const { messageId, ...version } of rows) {
    const versions = byMessage.get(messageId);
    if (versions) versions.push(version);
    else byMessage.set(messageId, [version]);
  }
  return byMessage;
}

function owners(db: Database) {
  return db
    .prepare<[], { userId: string; ownerId: string }>(
      "SELECT user_id AS userId, owner_id AS ownerId FROM bots ORDER BY user_id",
    )
    .all();
}

function saved(db: Database) {
  return db
    .prepare<[], { userId: string; messageId: string; savedAt: string }>(
      `SELECT user_id AS userId, message_id AS messageId, saved_at AS savedAt
       FROM saved_messages ORDER BY user_id, seq`,
    )
    .iterate();
}

function* followed(db: Database): Iterable<KeptFollow> {
  const rows = db.prepare<[], Omit<KeptFollow, "following"> & { following: 0 | 1 }>(
    `SELECT user_id AS userId, root_id AS rootId, following, read_seq AS readSeq
     FROM thread_follows ORDER BY user_id, root_id`,
  );
  for (const row of rows.iterate()) yield { ...row, following: row.following === 1 };
}

function* files(db: Database): Iterable<KeptFile> {
  const rows = db.prepare<[], FileRow>(`SELECT ${fileColumns} FROM files f ORDER BY f.id`);
  for (const row of rows.iterate()) {
    const { sha256, roomId, messageId, uploadedBy, createdAt } = row;
    yield { ...toAttachment(row), sha256, roomId, messageId, uploadedBy, createdAt };
  }
}

function emoji(db: Database): KeptEmoji[] {
  return db
    .prepare<[], KeptEmoji & { id: string }>(
      `SELECT ${columnsOf(customEmoji, "e")} FROM custom_emoji e ORDER BY e.name`,
    )
    .all()
    .map(({ id: _id, ...kept }) => kept);
}

function avatars(db: Database): KeptAvatar[] {
  return db
    .prepare<[], KeptAvatar>("SELECT user_id AS userId, size, sha256 FROM avatars ORDER BY user_id")
    .all();
}
