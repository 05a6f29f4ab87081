import { and, eq, lte, sql } from "drizzle-orm";
import type { ChosenPresence } from "../../../../shared/presence.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { meOrThrow } from "../reads/users.ts";
import { users } from "../schema/users.ts";
import { updateProfile } from "./users.ts";

export function setPresence(
  db: Database,
  { userId, presence }: { userId: string; presence: ChosenPresence },
  log: Log,
): void {
  const before = meOrThrow(db, userId);
  const { mode, until } = presence;
  if (before.presence.mode === mode && before.presence.until === until) return;
  db.orm
    .update(users)
    .set({ presenceMode: mode, presenceUntil: until })
    .where(eq(users.id, userId))
    .run();
  log.emit({ kind: "user", userId }, { type: "account.updated", me: meOrThrow(db, userId) });
}

/** Times of one form compare as text. */
export function endStatuses(db: Database, now: string, log: Log): void {
  const statuses = db.orm
    .select({ userId: users.id })
    .from(users)
    .where(sql`custom_status IS NOT NULL AND (custom_status ->> '$.expiresAt') <= ${now}`)
    .all();
  for (const { userId } of statuses) {
    updateProfile(db, { userId, update: { customStatus: null } }, log);
  }
  const choices = db.orm
    .select({ userId: users.id })
    .from(users)
    .where(and(sql`presence_mode <> 'auto'`, lte(users.presenceUntil, now)))
    .all();
  for (const { userId } of choices) {
    setPresence(db, { userId, presence: { mode: "auto", until: null } }, log);
  }
}
