import { asc, desc, eq, lte } from "drizzle-orm";
import { z } from "zod";
import type { Delivery, OutgoingWebhook } from "../../../../shared/outgoingWebhooks.ts";
import { webhookEventSchema } from "../../../../shared/outgoingWebhooks.ts";
import type { DueDelivery } from "../../port.ts";
import type { Database } from "../database.ts";
import { columnsOf } from "../database.ts";
import { deliveries, outgoingWebhooks as webhooks } from "../schema/outgoingWebhooks.ts";

type WebhookRow = typeof webhooks.$inferSelect;

/** Oldest first. Raw: asked after every commit, and mostly there are none. */
export function outgoingWebhooks(db: Database): OutgoingWebhook[] {
  return db.prepare<[], WebhookRow>(allWebhooks).all().map(toWebhook);
}

const allWebhooks = `SELECT ${columnsOf(webhooks, "w")} FROM outgoing_webhooks w ORDER BY w.id`;

/** The newest first. */
export function deliveriesOf(db: Database, webhookId: string, limit: number): Delivery[] {
  return db.orm
    .select()
    .from(deliveries)
    .where(eq(deliveries.webhookId, webhookId))
    .orderBy(desc(deliveries.id))
    .limit(limit)
    .all()
    .map(({ webhookId: _webhookId, body: _body, event, ...delivery }) => ({
      ...delivery,
      event: webhookEventSchema.parse(event),
    }));
}

/** Those whose time has come, the longest due first. */
export function dueDeliveries(db: Database, now: string, limit: number): DueDelivery[] {
  return db.orm
    .select({
      id: deliveries.id,
      webhookId: webhooks.id,
      url: webhooks.url,
      secret: webhooks.secret,
      body: deliveries.body,
      attempts: deliveries.attempts,
    })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .where(lte(deliveries.nextAttemptAt, now))
    .orderBy(asc(deliveries.nextAttemptAt))
    .limit(limit)
    .all();
}

export function toWebhook(row: WebhookRow): OutgoingWebhook {
  const { id, url, events, createdBy, createdAt } = row;
  return { id, url, events: eventsIn(events), createdBy, createdAt };
}

export function eventsIn(json: string): OutgoingWebhook["events"] {
  return z.array(webhookEventSchema).parse(JSON.parse(json));
}
