import { createHash } from "node:crypto";

import { v7 as uuidv7 } from "uuid";

import { clientIdSchema } from "../../../shared/ids.ts";

/**
 * [RT2] The client id of a message that comes with an `Idempotency-Key`, or a new one. A key may be any text, such
 * as the number of a build: what is no client id stands for one.
 */
export function clientIdFrom(key: string | string[] | undefined): string {
  if (key === undefined) return uuidv7();
  const text = String(key);
  return clientIdSchema.safeParse(text).success ? text.toLowerCase() : digestOf(text);
}

/** The same for the same text, in the form of a UUIDv7 (RFC 9562), which is all that is asked of it. */
function digestOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
