// The least that can keep what is posted: a bare HTTP server that inserts one row per request and commits
// it durably before it answers. Nobody is signed in, nothing is checked, nobody hears of it.
import { createServer } from "node:http";
import { join } from "node:path";

import Database from "better-sqlite3";

import { listenAndSay } from "./ready.ts";
import { textIn } from "./message.ts";

const [folder = "."] = process.argv.slice(2);
const db = new Database(join(folder, "messages.sqlite"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("CREATE TABLE messages (id INTEGER PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL)");
const insert = db.prepare<[string, string]>("INSERT INTO messages (text, at) VALUES (?, ?)");

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const text = textIn(JSON.parse(Buffer.concat(chunks).toString()));
    const { lastInsertRowid } = insert.run(text, new Date().toISOString());
    const body = JSON.stringify({ id: Number(lastInsertRowid) });
    response.setHeader("content-type", "application/json");
    response.setHeader("content-length", Buffer.byteLength(body));
    response.end(body);
  });
});
await listenAndSay(server);
