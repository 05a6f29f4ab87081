import type { Snapshot } from "../../shared/events.ts";
import { formatCursor } from "../../shared/ids.ts";
import type { User } from "../../shared/users.ts";
import type { Realtime } from "../realtime/port.ts";
import type { Store } from "../store/port.ts";
import type { Viewer } from "./requester.ts";

export function createEvents(store: Store, realtime: Realtime) {
  return {
    snapshot(actor: User): Promise<Snapshot> {
      return store.snapshot(actor.id);
    },

    /** Where to follow the log from, for who wants what comes and nothing before it. */
    async head(): Promise<string> {
      const { epoch, head } = await store.logState();
      return formatCursor({ epoch, seq: head });
    },

    stream({ user, session, drained }: Viewer, cursor: string, signal = neverAborted) {
      return realtime.stream({ userId: user.id, sessionId: session.id, drained }, cursor, signal);
    },
  };
}

const neverAborted = new AbortController().signal;
