import type { User } from "../../../../shared/users.ts";
import type { NewBot } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { bots } from "../schema/bots.ts";
import { createUser } from "./users.ts";

export function createBot(db: Database, { ownerId, ...names }: NewBot, log: Log): User {
  const user = { ...names, email: null, passwordHash: null, role: "bot" } as const;
  const created = createUser(db, { user, inviteToken: null }, log);
  db.orm.insert(bots).values({ userId: created.id, ownerId }).run();
  return created;
}
