import type { Presence, PresenceItem, PresenceMode } from "../shared/presence.ts";
import { Backoff } from "./backoff.ts";
import type { Emitter } from "./emitter.ts";
import type { PresenceState } from "./presenceState.ts";
import type { ClientEvents } from "./snugClient.ts";
import type { Api } from "./transport.ts";
import { uuidv7 } from "./uuid.ts";
import type { Wake } from "./wake.ts";

/** The server's leases are longer. */
const typingEveryMs = 3000;

const nobody: readonly string[] = [];

/** [RT8] Ephemeral: whatever cannot be sent or heard is simply forgotten. */
export class LivePresence implements PresenceState {
  readonly #api: Api;
  readonly #emitter: Emitter<ClientEvents>;
  readonly #deviceId = uuidv7();
  #presence = new Map<string, Presence>();
  #typing = new Map<string, readonly string[]>();
  /** When one's own typing was last sent, by room. */
  readonly #sentAt = new Map<string, number>();
  #active = true;
  /** What has to be added to the time that this page has run to get the server's. */
  #ahead: number | null = null;

  constructor(api: Api, emitter: Emitter<ClientEvents>) {
    this.#api = api;
    this.#emitter = emitter;
    emitter.on("message.created", ({ message }) => {
      const { roomId, authorId: userId } = message;
      if (!this.typingIn(roomId).includes(userId)) return;
      this.#take({ type: "typing", roomId, userId, typing: false });
    });
  }

  of(userId: string): Presence {
    return this.#presence.get(userId) ?? "offline";
  }

  typingIn(roomId: string): readonly string[] {
    return this.#typing.get(roomId) ?? nobody;
  }

  setActive(active: boolean): void {
    if (active === this.#active) return;
    this.#active = active;
    this.#sendActive();
  }

  setTyping(roomId: string, typing: boolean): void {
    const sentAt = this.#sentAt.get(roomId);
    const now = performance.now();
    if (typing ? sentAt !== undefined && now - sentAt < typingEveryMs : sentAt === undefined)
      return;
    if (typing) this.#sentAt.set(roomId, now);
    else this.#sentAt.delete(roomId);
    this.#api.presence.typing.mutate({ roomId, typing }).catch(forget);
  }

  async setMode(mode: PresenceMode, forSeconds?: number): Promise<void> {
    await this.#api.presence.setMode.mutate({ mode, forSeconds });
  }

  now(): number {
    return this.#ahead === null ? Date.now() : this.#ahead + performance.now();
  }

  /** Watches until `signal` aborts; an error ends a subscription, so it is begun again. */
  watch(wake: Wake, signal: AbortSignal): void {
    this.#watch(new Backoff(wake), signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  async #watch(retry: Backoff, signal: AbortSignal): Promise<never> {
    for (;;) {
      await retry.next(signal);
      await new Promise<void>((resolve) => {
        this.#api.presence.watch.subscribe(
          { deviceId: this.#deviceId },
          {
            signal,
            onStarted: () => {
              retry.up();
              // To the server, a device that begins to watch is in use.
              if (!this.#active) this.#sendActive();
            },
            onData: (item) => this.#take(item),
            onError: () => resolve(),
            onComplete: () => resolve(),
          },
        );
      });
    }
  }

  /** Who was there may well still be; who was typing has had time to finish. */
  lost(): void {
    this.#sentAt.clear();
    if (this.#typing.size === 0) return;
    this.#take({
      type: "snapshot",
      at: new Date(this.now()).toISOString(),
      presence: Object.fromEntries(this.#presence),
      typing: [],
    });
  }

  #sendActive(): void {
    const device = { deviceId: this.#deviceId, active: this.#active };
    this.#api.presence.update.mutate(device).catch(forget);
  }

  #take(item: PresenceItem): void {
    switch (item.type) {
      case "snapshot":
        this.#ahead = Date.parse(item.at) - performance.now();
        this.#presence = new Map(Object.entries(item.presence));
        this.#typing = new Map();
        for (const { roomId, userId } of item.typing) this.#setTyping(roomId, userId, true);
        break;
      case "presence":
        this.#presence.set(item.userId, item.presence);
        break;
      case "typing":
        this.#setTyping(item.roomId, item.userId, item.typing);
        break;
      default:
        item satisfies never;
    }
    this.#emitter.emit("presence", item);
  }

  #setTyping(roomId: string, userId: string, typing: boolean): void {
    const others = this.typingIn(roomId).filter((id) => id !== userId);
    const userIds = typing ? [...others, userId] : others;
    if (userIds.length > 0) this.#typing.set(roomId, userIds);
    else this.#typing.delete(roomId);
  }
}

function forget(): void {}
