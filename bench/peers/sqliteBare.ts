// better-sqlite3 by itself: the rows of a message and of its event, committed durably one message at a time.
import { randomUUID } from "node:crypto";
import { join } from "node:path";

import Database from "better-sqlite3";

import { textOf } from "../load/texts.ts";

const [folder = ".", seconds = "1"] = process.argv.slice(2);
const db = new Database(join(folder, "messages.sqlite"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`
  CREATE TABLE messages (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, room_id TEXT NOT NULL,
    author_id TEXT NOT NULL, client_id TEXT NOT NULL, body TEXT NOT NULL, created_at TEXT NOT NULL,
    UNIQUE (author_id, client_id));
  CREATE INDEX messages_room ON messages (room_id, seq);
  CREATE TABLE events (seq INTEGER PRIMARY KEY, type TEXT NOT NULL, room_id TEXT, json TEXT NOT NULL,
    at TEXT NOT NULL);
`);
const insertMessage = db.prepare("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?)");
const insertEvent = db.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?)");
const roomId = randomUUID();
const authorId = randomUUID();

const append = db.transaction((seq: number) => {
  const message = {
    id: randomUUID(),
    roomId,
    authorId,
    clientId: randomUUID(),
    body: textOf(seq),
    createdAt: new Date().toISOString(),
  };
  insertMessage.run(
    seq,
    message.id,
    roomId,
    authorId,
    message.clientId,
    message.body,
    message.createdAt,
  );
  const event = { type: "message.created", seq, message };
  insertEvent.run(seq, event.type, roomId, JSON.stringify(event), message.createdAt);
});

let seq = 0;
function appendFor(ms: number): number {
  const before = seq;
  const end = performance.now() + ms;
  while (performance.now() < end) append(++seq);
  return seq - before;
}
appendFor(Number(seconds) * 250);
const startedAt = performance.now();
const appended = appendFor(Number(seconds) * 1000);
console.log(JSON.stringify({ appended, seconds: (performance.now() - startedAt) / 1000 }));
