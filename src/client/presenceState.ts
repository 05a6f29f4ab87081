import type { Presence, PresenceMode } from "../shared/presence.ts";

/** [RT8] Who is there and who is typing: as last heard, never certain. */
export interface PresenceState {
  /** `offline` for whom nothing is known of. */
  of(userId: string): Presence;
  /** Who is writing in a room, possibly oneself on another device. The same array until it changes. */
  typingIn(roomId: string): readonly string[];
  /** Whether this device is in use; without a call it is. An unused one shows one as away. */
  setActive(active: boolean): void;
  /**
   * Call with `true` at every keystroke: at most one in three seconds is sent. Call with `false` when
   * they stop; sending a message does so by itself.
   */
  setTyping(roomId: string, typing: boolean): void;
  /**
   * What one chooses to be shown as, for so many seconds or until one chooses again; `auto` follows one's
   * devices. Kept by the server: `snapshot.me.presence` follows. Rejects with what `errorDetails` understands.
   */
  setMode(mode: PresenceMode, forSeconds?: number): Promise<void>;
  /**
   * The server's time in milliseconds since 1970, as far as it is known: for times that others set, such
   * as the end of a status. This machine's own clock may be wrong, and may jump.
   */
  now(): number;
}
