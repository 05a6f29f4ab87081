import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { roles } from "../../../../shared/users.ts";

export const users = sqliteTable("users", {
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
  passwordHash: text("password_hash"),
  createdAt: text("created_at").notNull(),
  /** Outlives the sessions, so that a revoked one does not look like someone who was never here. */
  lastSeenAt: text("last_seen_at"),
});

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
