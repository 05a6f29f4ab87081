import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { CustomEmoji } from "../../../../shared/emoji.ts";
import { SnugError } from "../../../../shared/errors.ts";
import { limits } from "../../../../shared/limits.ts";
import type { NewEmoji } from "../../port.ts";
import type { Database } from "../database.ts";
import type { Log } from "../logWriter.ts";
import { allEmoji, emojiNamed } from "../reads/emoji.ts";
import { customEmoji } from "../schema/emoji.ts";

export function addEmoji(db: Database, emoji: NewEmoji, log: Log): CustomEmoji {
  const known = allEmoji(db);
  if (known.some(({ name }) => name === emoji.name)) {
    throw new SnugError("EMOJI_NAME_TAKEN", `There is a :${emoji.name}: already.`);
  }
  if (known.length >= limits.customEmoji.count) {
    throw new SnugError("TOO_LARGE", "This workspace has all the emoji that it can hold.");
  }
  db.orm
    .insert(customEmoji)
    .values({ ...emoji, id: uuidv7(), createdAt: log.at })
    .run();
  const added = emojiNamed(db, emoji.name);
  if (!added) throw new Error("The emoji is not where it was put.");
  log.emit({ kind: "all" }, { type: "emoji.added", emoji: added });
  return added;
}

export function removeEmoji(db: Database, name: string, log: Log): void {
  const { changes } = db.orm.delete(customEmoji).where(eq(customEmoji.name, name)).run();
  if (changes === 0) throw new SnugError("NOT_FOUND", "There is no such emoji here.");
  log.emit({ kind: "all" }, { type: "emoji.removed", name });
}
