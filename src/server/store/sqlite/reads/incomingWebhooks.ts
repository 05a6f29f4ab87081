import { and, asc, eq } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { SnugError } from "../../../../shared/errors.ts";
import type { IncomingWebhook } from "../../../../shared/incomingWebhooks.ts";
import type { Database } from "../database.ts";
import { incomingWebhooks as table } from "../schema/incomingWebhooks.ts";
import { users } from "../schema/users.ts";

export function incomingWebhooksOf(db: Database, roomId: string): IncomingWebhook[] {
  return webhooksWhere(db, eq(table.roomId, roomId));
}

export function allIncomingWebhooks(db: Database): IncomingWebhook[] {
  return webhooksWhere(db, undefined);
}

export function incomingWebhook(db: Database, webhookId: string): IncomingWebhook | null {
  return webhooksWhere(db, eq(table.id, webhookId))[0] ?? null;
}

export function incomingWebhookOrThrow(db: Database, webhookId: string): IncomingWebhook {
  const webhook = incomingWebhook(db, webhookId);
  if (webhook === null) throw new SnugError("NOT_FOUND", "There is no such webhook here.");
  return webhook;
}

/** One whose bot was taken out of service posts no more. */
export function incomingWebhookBySecret(db: Database, secretHash: string): IncomingWebhook | null {
  const isOpen = and(eq(table.secretHash, secretHash), eq(users.status, "active"));
  return webhooksWhere(db, isOpen)[0] ?? null;
}

/** Named as its bot is. */
function webhooksWhere(db: Database, condition: SQL | undefined): IncomingWebhook[] {
  return db.orm
    .select({
      id: table.id,
      roomId: table.roomId,
      botId: table.botId,
      name: users.displayName,
      createdBy: table.createdBy,
      createdAt: table.createdAt,
      lastUsedAt: table.lastUsedAt,
    })
    .from(table)
    .innerJoin(users, eq(users.id, table.botId))
    .where(condition)
    .orderBy(asc(table.id))
    .all();
}
