import { z } from "zod";
import { seqSchema } from "./ids.ts";
import { limits } from "./limits.ts";
import { messageSchema } from "./messages.ts";
import { roomSchema } from "./rooms.ts";
import { timeZoneSchema } from "./users.ts";

const positionSchema = z
  .object({
    /** Messages before this seq. */
    before: seqSchema,
  })
  .strict();

/** `search.messages`: see docs/search.md for what `text` may say. */
export const searchSchema = z.object({
  /** Words, and operators such as `from:` and `in:`. */
  text: z
    .string()
    .max(limits.searchText)
    .overwrite((text) => text.toWellFormed()),
  /** Where the asker's days begin and end. */
  timeZone: timeZoneSchema.default("UTC"),
  /** Absent or `null`: the newest page. */
  cursor: positionSchema.nullish(),
  limit: z.number().int().min(1).max(limits.searchPage.max).default(limits.searchPage.default),
  /** Set by TanStack's infinite query, not used. */
  direction: z.enum(["forward", "backward"]).optional(),
});
export type Search = z.infer<typeof searchSchema>;

/** A stretch of a snippet; `hit`: what was searched for. */
export const spanSchema = z.object({
  /** As it stands in the message. */
  text: z.string(),
  /** Whether it is what was searched for. */
  hit: z.boolean(),
});
export type Span = z.infer<typeof spanSchema>;

export const searchHitSchema = z.object({
  message: messageSchema,
  /** The part of the body around what was found, as text in one line; people and rooms by id as there. */
  snippet: z.array(spanSchema),
});
/** A message that was found. */
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchPageSchema = z.object({
  /** Newest first. */
  hits: z.array(searchHitSchema),
  /** The rooms of the hits, those that one is not in among them. */
  rooms: z.array(roomSchema),
  /** Names in `from:` and `in:` that nobody and no room of the asker's has. */
  unknown: z.array(
    z.object({
      /** Which operator it followed. */
      key: z.enum(["from", "in"]),
      name: z.string(),
    }),
  ),
  /**
   * Pass as `cursor` for older ones; `null` when all were looked through. A page may hold less than was
   * asked for and still not be the last: the server looks through a bounded number of messages at a time.
   */
  next: positionSchema.nullable(),
});
/** What was found, and where to go on. */
export type SearchPage = z.infer<typeof searchPageSchema>;
