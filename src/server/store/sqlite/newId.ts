import { randomFillSync } from "node:crypto";

import { v7 as uuidv7 } from "uuid";

const idBytes = 16;
/** Asking for random bytes takes as long for a few as for thousands: a twentieth of what a message costs. */
const pool = new Uint8Array(idBytes * 256);
let used = pool.length;

/** A UUIDv7, for what is made often. Those of one millisecond are in no order. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += idBytes;
  return uuidv7({ random: pool.subarray(used - idBytes, used) });
}
