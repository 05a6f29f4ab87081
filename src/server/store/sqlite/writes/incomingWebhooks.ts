import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { IncomingWebhook } from "../../../../shared/incomingWebhooks.ts";
import { usernameFrom } from "../../../../shared/usernameFrom.ts";
import type { NewIncomingWebhook } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { incomingWebhookOrThrow } from "../reads/incomingWebhooks.ts";
import { memberRole } from "../reads/rooms.ts";
import { incomingWebhooks } from "../schema/incomingWebhooks.ts";
import { createBot } from "./bots.ts";
import { freeUsername } from "./firstFree.ts";
import { addMembers, removeMember } from "./members.ts";
import { setAccountStatus } from "./users.ts";

export function createIncomingWebhook(
  db: Database,
  { roomId, name, createdBy, secretHash }: NewIncomingWebhook,
  log: Log,
): IncomingWebhook {
  const id = uuidv7();
  const username = freeUsername(db, usernameFrom(name, "webhook"));
  const bot = createBot(db, { username, displayName: name, ownerId: createdBy }, log);
  addMembers(db, { roomId, userIds: [bot.id] }, log);
  const row = { id, roomId, botId: bot.id, secretHash, createdBy, createdAt: log.at };
  db.orm.insert(incomingWebhooks).values(row).run();
  return incomingWebhookOrThrow(db, id);
}

export function touchIncomingWebhook(db: Database, webhookId: string, log: Log): void {
  change(db, webhookId, { lastUsedAt: log.at });
}

export function rotateIncomingWebhook(
  db: Database,
  { webhookId, secretHash }: { webhookId: string; secretHash: string },
): IncomingWebhook {
  change(db, webhookId, { secretHash });
  return incomingWebhookOrThrow(db, webhookId);
}

/** What it wrote stays, and so does its bot, out of service and out of the room. */
export function deleteIncomingWebhook(db: Database, webhookId: string, log: Log): void {
  const { roomId, botId } = incomingWebhookOrThrow(db, webhookId);
  db.orm.delete(incomingWebhooks).where(eq(incomingWebhooks.id, webhookId)).run();
  if (memberRole(db, botId, roomId) !== null) {
    removeMember(db, { roomId, userId: botId, reason: "removed" }, log);
  }
  setAccountStatus(db, { userId: botId, status: "deactivated" }, log);
}

function change(
  db: Database,
  webhookId: string,
  changes: Partial<typeof incomingWebhooks.$inferInsert>,
): void {
  db.orm.update(incomingWebhooks).set(changes).where(eq(incomingWebhooks.id, webhookId)).run();
}
