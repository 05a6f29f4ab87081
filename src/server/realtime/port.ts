import type { StreamItem } from "../../shared/events.ts";
import type { PresenceItem, PresenceNow } from "../../shared/presence.ts";

/** What the rest of the server asks of the live side. */
export interface Realtime extends AsyncDisposable {
  /**
   * [RT4] [RT5] Everything `userId` may see after `cursor`, in order, without end. Each item carries the
   * cursor to resume after it. Ends when `signal` aborts; throws `UNAUTHENTICATED` when the session ends.
   */
  stream(
    viewer: Viewer,
    cursor: string,
    signal: AbortSignal,
  ): Feed<{ cursor: string; item: StreamItem }>;
  presence: PresencePort;
}

/** Items as they come; who can, taps it for those that come live (`feed.ts`). */
export interface Feed<Item> extends AsyncIterable<Item> {
  map<Mapped>(change: (item: Item) => Mapped): Feed<Mapped>;
}

export interface Viewer {
  userId: string;
  sessionId: string;
  /**
   * Tells whether the viewer's connection is full, and settles when it can take more. A replay waits for
   * it, so that a long one fills neither memory nor the limit on unsent bytes [RT9].
   */
  drained?: () => Promise<void> | undefined;
}

/** [RT8] Ephemeral: in memory, lossy, leased. What people chose to be shown as comes from the log. */
export interface PresencePort {
  /** Being watched from is what makes a device online; it leaves when `signal` aborts. */
  watch(viewer: Viewer, deviceId: string, signal: AbortSignal): Feed<PresenceItem>;
  /** What watching would begin with, without being there. */
  now(userId: string): PresenceNow;
  /** Who is online or not to be disturbed: there, though not away. */
  present(): string[];
  setActive(userId: string, deviceId: string, active: boolean): void;
  /** A lease of a few seconds, renewed while they type; ignored in rooms that they are not in. */
  setTyping(userId: string, roomId: string, typing: boolean): void;
}
