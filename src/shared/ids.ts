import { z } from "zod";

/** Ids are opaque strings to clients: UUIDv7, or what an older or a foreign store minted. */
export const idSchema = z.string().min(1).max(64);

/** A client mints one per message before its first attempt [RT2]. */
export const clientIdSchema = z.uuidv7();

/** The log's number: a positive integer, gapless, in commit order over the whole workspace. */
export const seqSchema = z.number().int().nonnegative();

/** ISO 8601 in UTC, with milliseconds. */
export const timeSchema = z.iso.datetime();

/** `epoch:seq`. */
export const cursorSchema = z.string().regex(/^[a-z0-9]{1,32}:\d{1,15}$/);

export interface Cursor {
  epoch: string;
  seq: number;
}

export function formatCursor({ epoch, seq }: Cursor): string {
  return `${epoch}:${seq}`;
}

/** `null` for anything that is not a cursor: the caller answers with a reset [RT6]. */
export function parseCursor(text: string): Cursor | null {
  if (!cursorSchema.safeParse(text).success) return null;
  const [epoch = "", seq = ""] = text.split(":");
  return { epoch, seq: Number(seq) };
}
