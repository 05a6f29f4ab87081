import { limits } from "../../../shared/limits.ts";

/** From here on the writer is told how much is left. */
const toldFrom = 500;

/** What to say about the length of a message, if anything. */
export function lengthNote(length: number): { words: string; over: boolean } | null {
  const left = limits.messageBody - length;
  if (left > toldFrom) return null;
  if (left >= 0) return { words: `${left} left`, over: false };
  const over = (-left).toLocaleString("en");
  return { words: `${over} characters too long. Shorten it or send it in parts.`, over: true };
}
