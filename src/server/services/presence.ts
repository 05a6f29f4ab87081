import type { PresenceNow } from "../../shared/presence.ts";
import type { User } from "../../shared/users.ts";
import type { Realtime } from "../realtime/port.ts";
import type { Viewer } from "./requester.ts";

/** [RT8] Ephemeral, so nothing here touches the store. */
export function createPresence({ presence }: Realtime) {
  return {
    watch({ user, session }: Viewer, deviceId: string, signal = neverAborted) {
      return presence.watch({ userId: user.id, sessionId: session.id }, deviceId, signal);
    },

    now(actor: User): PresenceNow {
      return presence.now(actor.id);
    },

    update(actor: User, { deviceId, active }: { deviceId: string; active: boolean }): void {
      presence.setActive(actor.id, deviceId, active);
    },

    setTyping(actor: User, { roomId, typing }: { roomId: string; typing: boolean }): void {
      presence.setTyping(actor.id, roomId, typing);
    },
  };
}

const neverAborted = new AbortController().signal;
