import { sql } from "drizzle-orm";
import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { roles } from "../../../../shared/users.ts";

export const users = sqliteTable(
  "users",
  {
    id: text("id").primaryKey(),
    username: text("username").notNull(),
    /** `nameKey(username)`: what has to be unique. */
    usernameKey: text("username_key").notNull().unique(),
    email: text("email"),
    emailKey: text("email_key").unique(),
    displayName: text("display_name").notNull(),
    bio: text("bio").notNull(),
    timeZone: text("time_zone"),
    avatarUrl: text("avatar_url"),
    role: text("role", { enum: roles }).notNull(),
    status: text("status", { enum: ["active", "deactivated", "banned"] }).notNull(),
    /** JSON of a `CustomStatus`. */
    customStatus: text("custom_status"),
    /** What the user chose to be shown as, and until when. */
    presenceMode: text("presence_mode", { enum: ["auto", "away", "dnd"] })
      .notNull()
      .default("auto"),
    presenceUntil: text("presence_until"),
    passwordHash: text("password_hash"),
    createdAt: text("created_at").notNull(),
    /** Outlives the sessions, so that a revoked one does not look like someone who was never here. */
    lastSeenAt: text("last_seen_at"),
  },
  (table) => [
    // Few have either; those who do are looked for again and again.
    index("users_status_end")
      .on(sql`(custom_status ->> '$.expiresAt')`)
      .where(sql`custom_status IS NOT NULL`),
    index("users_presence")
      .on(table.presenceUntil)
      .where(sql`presence_mode <> 'auto'`),
  ],
);

export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the cookie's token: the file alone signs nobody in. */
    tokenHash: text("token_hash").notNull().unique(),
    userAgent: text("user_agent").notNull(),
    createdAt: text("created_at").notNull(),
    lastSeenAt: text("last_seen_at").notNull(),
    expiresAt: text("expires_at").notNull(),
  },
  (table) => [index("sessions_user").on(table.userId)],
);
