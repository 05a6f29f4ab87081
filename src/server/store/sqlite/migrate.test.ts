import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { logEventSchema, snapshotSchema } from "../../../shared/events.ts";
import { historyPageSchema } from "../../../shared/messages.ts";
import { parseSearch } from "../../../shared/searchQuery.ts";
import { openDatabase } from "./database.ts";
import { openSqliteStore } from "./index.ts";
import { migrate, migrationsFolder } from "./migrate.ts";
import * as botCommands from "./schema/botCommands.ts";
import * as bots from "./schema/bots.ts";
import * as avatars from "./schema/avatars.ts";
import * as emoji from "./schema/emoji.ts";
import * as drafts from "./schema/drafts.ts";
import * as files from "./schema/files.ts";
import * as incomingWebhooks from "./schema/incomingWebhooks.ts";
import * as links from "./schema/links.ts";
import * as log from "./schema/log.ts";
import * as messages from "./schema/messages.ts";
import * as outgoingWebhooks from "./schema/outgoingWebhooks.ts";
import * as rooms from "./schema/rooms.ts";
import * as threads from "./schema/threads.ts";
import * as tokens from "./schema/tokens.ts";
import * as users from "./schema/users.ts";
import * as workspace from "./schema/workspace.ts";

const journalSchema = z.object({
  entries: z.array(z.object({ idx: z.number(), tag: z.string(), when: z.number() })),
});

/** Data as each released schema held it: `released/<migration>.sql`, written by that release. */
const releases = readdirSync(join(import.meta.dirname, "released")).map((name) =>
  basename(name, ".sql"),
);

describe("migrations", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "snug-migrate-"));
    file = join(folder, "snug.db");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each(releases)("bring the data of %s to the newest schema", async (tag) => {
    const old = openDatabase({ file });
    migrate(old, migrationsUpTo(tag, folder));
    old.connection.pragma("foreign_keys = OFF");
    const rows = readFileSync(join(import.meta.dirname, "released", `${tag}.sql`), "utf8");
    old.connection.exec(rows);
    old.connection.close();

    await using store = openSqliteStore({ file });
    const { members } = await store.memberships();
    for (const { userId, roomId } of members) {
      const snapshot = snapshotSchema.parse(await store.snapshot(userId));
      expect(snapshot.rooms.map(({ id }) => id)).toContain(roomId);
      const page = historyPageSchema.parse(await store.history(roomId, null, 100));
      expect(page.messages.length).toBeGreaterThan(0);
      for (const { id, body } of page.messages) {
        const query = parseSearch(`"${body}"`);
        const all = { query, since: null, until: null, before: null, limit: 9 };
        const { hits } = await store.search(userId, all);
        expect(hits.map(({ message }) => message.id)).toContain(id);
      }
    }
    const events = await store.eventsAfter(0, 1000);
    expect(events.map(({ event }) => logEventSchema.parse(event))).toHaveLength(
      (await store.logState()).head,
    );
    expect(await store.credentials("bob@example.org")).not.toBeNull();
    const { userId = "", roomId = "" } = members[0] ?? {};
    const message = { authorId: userId, roomId, body: "New", threadRootId: null };
    await store.appendMessage({ ...message, clientId: "after the upgrade", attachmentIds: [] });
  });

  it("are applied once", async () => {
    await openSqliteStore({ file })[Symbol.asyncDispose]();
    await openSqliteStore({ file })[Symbol.asyncDispose]();
    const db = openDatabase({ file });
    const applied = db.prepare("SELECT at FROM migrations").all();
    expect(applied).toHaveLength(journalOf(migrationsFolder()).entries.length);
    db.connection.close();
  });

  it("do not touch data that a newer version wrote", () => {
    const db = openDatabase({ file });
    migrate(db);
    db.connection.exec("INSERT INTO migrations (at, hash) VALUES (9999999999999, 'later')");
    expect(() => migrate(db)).toThrow(/newer version/);
    db.connection.close();
    expect(() => openSqliteStore({ file })).toThrow(/newer version/);
  });

  it("leave the data as it was when one fails", () => {
    const db = openDatabase({ file });
    migrate(db);
    const broken = migrationsUpTo("", folder);
    appendMigration(broken, "CREATE TABLE extra (id TEXT);--> statement-breakpoint\nNOT SQL;");
    expect(() => migrate(db, broken)).toThrow(/syntax error/);
    const dangling = migrationsUpTo("", folder);
    appendMigration(dangling, "INSERT INTO invite_rooms (invite_id, room_id) VALUES ('a', 'b');");
    expect(() => migrate(db, dangling)).toThrow(/refer to nothing/);
    const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master").all();
    expect(tables.map(({ name }) => name)).not.toContain("extra");
    expect(db.prepare("SELECT * FROM invite_rooms").all()).toEqual([]);
    expect(db.connection.pragma("foreign_keys", { simple: true })).toBe(1);
    db.connection.close();
  });

  it("say what the schema says: `npx drizzle-kit generate` has nothing to add", async () => {
    const newest = journalOf(migrationsFolder()).entries.at(-1);
    const snapshot = `${String(newest?.idx).padStart(4, "0")}_snapshot.json`;
    const json = readFileSync(join(migrationsFolder(), "meta", snapshot), "utf8");
    const schema = {
      ...avatars,
      ...bots,
      ...botCommands,
      ...emoji,
      ...files,
      ...incomingWebhooks,
      ...links,
      ...log,
      ...messages,
      ...outgoingWebhooks,
      ...rooms,
      ...drafts,
      ...threads,
      ...tokens,
      ...users,
      ...workspace,
    };
    const now = await generateSQLiteDrizzleJson(schema);
    // The file has the same shape; drizzle-kit wrote it.
    const before: typeof now = z.custom<typeof now>().parse(JSON.parse(json));
    expect(await generateSQLiteMigration(before, now)).toEqual([]);
  });
});

function journalOf(folder: string): z.infer<typeof journalSchema> {
  return journalSchema.parse(JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")));
}

/** A copy of the migrations folder that ends with `tag`; whole when there is none of that name. */
function migrationsUpTo(tag: string, parent: string): string {
  const copy = mkdtempSync(join(parent, "migrations-"));
  cpSync(migrationsFolder(), copy, { recursive: true });
  const { entries } = journalOf(copy);
  const end = entries.findIndex((entry) => entry.tag === tag);
  writeJournal(copy, end === -1 ? entries : entries.slice(0, end + 1));
  return copy;
}

function appendMigration(folder: string, sql: string): void {
  const { entries } = journalOf(folder);
  const last = entries.at(-1);
  const next = { idx: entries.length, tag: "next", when: (last?.when ?? 0) + 1 };
  writeFileSync(join(folder, "next.sql"), sql);
  writeJournal(folder, [...entries, next]);
}

function writeJournal(folder: string, entries: { idx: number; tag: string; when: number }[]): void {
  const journal = { entries: entries.map((entry) => ({ ...entry, breakpoints: true })) };
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify(journal));
}
