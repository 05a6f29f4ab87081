import { z } from "zod";
import { idSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";

/** What stands between the colons: as Unicode's own are named, so that every keyboard can type it. */
export const emojiNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9_+-]{1,31}$/, "Use 2 to 32 small letters, digits, _, + or -.");

/** An emoji of the workspace's own: `:name:` in a body or a reaction. */
export const customEmojiSchema = z.object({
  name: z.string(),
  /** Where its picture is, for the signed-in. */
  url: z.string(),
  createdBy: idSchema,
  createdAt: timeSchema,
});
export type CustomEmoji = z.infer<typeof customEmojiSchema>;

export const emojiAddSchema = z.object({
  name: emojiNameSchema,
  /** A PNG, GIF, WebP or JPEG in Base64. */
  image: z.base64().max(Math.ceil(limits.customEmoji.bytes / 3) * 4),
});
export type EmojiAdd = z.infer<typeof emojiAddSchema>;
