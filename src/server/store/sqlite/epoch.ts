import { randomInt } from "node:crypto";

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/** The first half of every cursor: of another file, or of one restored, a cursor means nothing [RT6]. */
export function newEpoch(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("");
}
