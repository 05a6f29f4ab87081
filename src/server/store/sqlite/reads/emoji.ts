import { eq } from "drizzle-orm";
import type { CustomEmoji } from "../../../../shared/emoji.ts";
import type { EmojiImage } from "../../port.ts";
import type { Database } from "../database.ts";
import { customEmoji as table } from "../schema/emoji.ts";

type EmojiRow = typeof table.$inferSelect;

/** By name. */
export function allEmoji(db: Database): CustomEmoji[] {
  return db.orm.select().from(table).orderBy(table.name).all().map(toEmoji);
}

export function emojiNamed(db: Database, name: string): CustomEmoji | null {
  const row = db.orm.select().from(table).where(eq(table.name, name)).get();
  return row ? toEmoji(row) : null;
}

export function emojiImage(db: Database, id: string): EmojiImage | null {
  const { sha256, type, size } = table;
  return db.orm.select({ sha256, type, size }).from(table).where(eq(table.id, id)).get() ?? null;
}

function toEmoji({ name, id, createdBy, createdAt }: EmojiRow): CustomEmoji {
  return { name, url: `/emoji/${id}`, createdBy, createdAt };
}
