import type { LogEvent, Reset } from "../../shared/events.ts";
import { formatCursor } from "../../shared/ids.ts";
import type { LoggedEvent, LogState } from "../store/port.ts";

/** An event on its way. Live, one object serves everyone who gets it: it is never changed or copied. */
export interface Delivery {
  seq: number;
  /** Where to resume after it. */
  cursor: string;
  item: LogEvent;
  /** The encoding of `item`, made once when it was written [RT11]. */
  json: string;
}

export function toDelivery({ seq, event, json }: LoggedEvent, epoch: string): Delivery {
  return { seq, cursor: formatCursor({ epoch, seq }), item: event, json };
}

/** [RT6] Carries the log's present end: a client that resumes from a reset does not get a second one. */
export function toReset(
  reason: Reset["reason"],
  { epoch, head }: LogState,
): { cursor: string; item: Reset } {
  return { cursor: formatCursor({ epoch, seq: head }), item: { type: "reset", reason } };
}
