import { and, asc, eq } from "drizzle-orm";
import type { Bot } from "../../../../shared/bots.ts";
import type { Database } from "../database.ts";
import { bots as table } from "../schema/bots.ts";
import { users } from "../schema/users.ts";
import type { UserRow } from "./users.ts";
import { toUser } from "./users.ts";

/** By username. */
export function bots(db: Database): Bot[] {
  return db.orm
    .select()
    .from(users)
    .leftJoin(table, eq(table.userId, users.id))
    .where(eq(users.role, "bot"))
    .orderBy(asc(users.usernameKey))
    .all()
    .map(toBot);
}

export function bot(db: Database, userId: string): Bot | null {
  const row = db.orm
    .select()
    .from(users)
    .leftJoin(table, eq(table.userId, users.id))
    .where(and(eq(users.id, userId), eq(users.role, "bot")))
    .get();
  return row ? toBot(row) : null;
}

function toBot(row: { users: UserRow; bots: { ownerId: string } | null }): Bot {
  return { user: toUser(row.users), ownerId: row.bots?.ownerId ?? null };
}
