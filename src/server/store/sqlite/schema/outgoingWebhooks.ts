import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

export const outgoingWebhooks = sqliteTable("outgoing_webhooks", {
  id: text("id").primaryKey(),
  url: text("url").notNull(),
  /** As it is: every delivery is signed with it. */
  secret: text("secret").notNull(),
  /** JSON: the types of events that it is told of. */
  events: text("events").notNull(),
  createdBy: text("created_by")
    .notNull()
    .references(() => users.id),
  createdAt: text("created_at").notNull(),
  /** Seq up to which its events have been queued. */
  queuedSeq: integer("queued_seq").notNull(),
});

export const deliveries = sqliteTable(
  "deliveries",
  {
    id: text("id").primaryKey(),
    webhookId: text("webhook_id")
      .notNull()
      .references(() => outgoingWebhooks.id, { onDelete: "cascade" }),
    event: text("event").notNull(),
    body: text("body").notNull(),
    state: text("state", { enum: ["pending", "delivered", "failed"] }).notNull(),
    attempts: integer("attempts").notNull(),
    createdAt: text("created_at").notNull(),
    lastAttemptAt: text("last_attempt_at"),
    nextAttemptAt: text("next_attempt_at"),
    status: integer("status"),
    answer: text("answer").notNull(),
  },
  (table) => [
    index("deliveries_webhook").on(table.webhookId, table.id),
    index("deliveries_due")
      .on(table.nextAttemptAt)
      .where(sql`next_attempt_at IS NOT NULL`),
  ],
);
