import { and, eq, inArray, lt } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../../shared/errors.ts";
import type { OutgoingWebhook } from "../../../../shared/outgoingWebhooks.ts";
import type { Attempt, NewOutgoingWebhook } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { eventsIn, toWebhook } from "../reads/outgoingWebhooks.ts";
import { deliveries, outgoingWebhooks } from "../schema/outgoingWebhooks.ts";

/** It is told what happens from now on. */
export function createOutgoingWebhook(
  db: Database,
  webhook: NewOutgoingWebhook,
  log: Log,
): OutgoingWebhook {
  const row = {
    ...webhook,
    id: uuidv7(),
    events: JSON.stringify(webhook.events),
    createdAt: log.at,
    queuedSeq: log.nextSeq - 1,
  };
  db.orm.insert(outgoingWebhooks).values(row).run();
  return toWebhook(row);
}

export function deleteOutgoingWebhook(db: Database, webhookId: string): void {
  const { changes } = db.orm
    .delete(outgoingWebhooks)
    .where(eq(outgoingWebhooks.id, webhookId))
    .run();
  if (changes === 0) throw new SnugError("NOT_FOUND", "There is no such webhook here.");
}

interface Told {
  seq: number;
  type: string;
  at: string;
  json: string;
}

/**
 * Queues what each webhook has not been told of yet: once, since the queue and the place in the log up to which
 * it reaches change together.
 */
export function queueDeliveries(db: Database, _nothing: null, log: Log): void {
  const upTo = log.nextSeq - 1;
  for (const { id: webhookId, events, queuedSeq } of db.orm.select().from(outgoingWebhooks).all()) {
    const wanted = new Set<string>(eventsIn(events));
    for (const { seq, type, at, json } of publicEvents(db, queuedSeq, upTo)) {
      if (!wanted.has(type)) continue;
      const body = `{"type":"${type}","timestamp":"${at}","data":${json}}`;
      db.orm
        .insert(deliveries)
        .values({
          // In the order of the log.
          id: `${webhookId}-${String(seq).padStart(15, "0")}`,
          webhookId,
          event: type,
          body,
          state: "pending",
          attempts: 0,
          createdAt: log.at,
          nextAttemptAt: log.at,
          answer: "",
        })
        .run();
    }
    db.orm
      .update(outgoingWebhooks)
      .set({ queuedSeq: upTo })
      .where(eq(outgoingWebhooks.id, webhookId))
      .run();
  }
}

/** Queues what came before, and passes over the events of `change`: what is history is news to nobody. */
export function withoutDeliveries<Result>(db: Database, log: Log, change: () => Result): Result {
  queueDeliveries(db, null, log);
  const result = change();
  db.orm
    .update(outgoingWebhooks)
    .set({ queuedSeq: log.nextSeq - 1 })
    .run();
  return result;
}

/** What everyone in the workspace may see. */
function publicEvents(db: Database, after: number, upTo: number): Told[] {
  return db
    .prepare<[number, number], Told>(
      `SELECT e.seq, e.type, e.at, e.json FROM events e
       LEFT JOIN rooms r ON r.id = e.room_id
       WHERE e.seq > ? AND e.seq <= ? AND e.user_id IS NULL
         AND (e.room_id IS NULL OR r.kind = 'public')
       ORDER BY e.seq`,
    )
    .all(after, upTo);
}

export function settleDelivery(
  db: Database,
  { deliveryId, nextAttemptAt, state, status, answer }: Attempt,
  log: Log,
): void {
  const before = db.orm.select().from(deliveries).where(eq(deliveries.id, deliveryId)).get();
  // Its webhook was deleted while it was under way.
  if (before === undefined) return;
  const attempts = before.attempts + 1;
  db.orm
    .update(deliveries)
    .set({ state, status, answer, nextAttemptAt, attempts, lastAttemptAt: log.at })
    .where(eq(deliveries.id, deliveryId))
    .run();
}

/** Again, as if it had not been tried. */
export function redeliver(
  db: Database,
  { webhookId, deliveryId }: { webhookId: string; deliveryId: string },
  log: Log,
): void {
  const { changes } = db.orm
    .update(deliveries)
    .set({
      state: "pending",
      attempts: 0,
      nextAttemptAt: log.at,
      lastAttemptAt: null,
      status: null,
      answer: "",
    })
    .where(and(eq(deliveries.id, deliveryId), eq(deliveries.webhookId, webhookId)))
    .run();
  if (changes === 0) throw new SnugError("NOT_FOUND", "There is no such delivery here.");
}

/** Those that are done with, when they are older. */
export function forgetDeliveries(db: Database, before: string): void {
  db.orm
    .delete(deliveries)
    .where(
      and(inArray(deliveries.state, ["delivered", "failed"]), lt(deliveries.createdAt, before)),
    )
    .run();
}
