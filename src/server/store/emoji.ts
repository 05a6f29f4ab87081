import type { CustomEmoji } from "../../shared/emoji.ts";

// The part of the durable port that keeps the workspace's own emoji.

export interface NewEmoji {
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  sha256: string;
  createdBy: string;
}

export type EmojiImage = Pick<NewEmoji, "type" | "size" | "sha256">;

/** The workspace's own. */
export interface Emoji {
  /** Throws `EMOJI_NAME_TAKEN`, `TOO_LARGE` when there are as many as there may be. */
  addEmoji(emoji: NewEmoji): Promise<CustomEmoji>;
  emojiNamed(name: string): Promise<CustomEmoji | null>;
  /** By the id in its address. */
  emojiImage(id: string): Promise<EmojiImage | null>;
  /** What was written with it keeps its name. */
  removeEmoji(name: string): Promise<void>;
}
