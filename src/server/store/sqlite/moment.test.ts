import { expect, it } from "vitest";

import { openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";

/** docs/export.md says the same in words. */
const exported = [
  "avatars",
  "bot_commands",
  "bots",
  "custom_emoji",
  "files",
  "incoming_webhooks",
  "memberships",
  "mentions",
  "message_versions",
  "messages",
  "outgoing_webhooks",
  "reactions",
  "rooms",
  "saved_messages",
  "thread_follows",
  "users",
  "workspace",
];

/** Secrets, what is made from the rest, and what is under way. */
const leftOut = [
  "command_invocations",
  "deliveries",
  "drafts",
  "events",
  "import_keys",
  "invite_rooms",
  "invites",
  "log",
  "migrations",
  "one_time_links",
  "sessions",
  "tokens",
];

it("an export leaves no table out unless somebody decided so", () => {
  const db = openDatabase({ file: ":memory:" });
  migrate(db);
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
       AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%search%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name);
  db.connection.close();
  expect(tables).toEqual([...exported, ...leftOut].toSorted());
});
