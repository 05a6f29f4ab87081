import type { ErrorDetails } from "../shared/errors.ts";
import { SnugError } from "../shared/errors.ts";
import type { Message } from "../shared/messages.ts";
import { Backoff } from "./backoff.ts";
import { errorDetails } from "./errors.ts";
import type { OutboxEntry } from "./outboxEntry.ts";
import type { Api } from "./transport.ts";
import type { Wake } from "./wake.ts";

const attemptMs = 30_000;
const slowDownMs = 1000;

/** What the sender takes from and answers to. */
export interface SendQueue {
  rooms(): Set<string>;
  /** The next entry of a room; the same until it settles, fails or goes. */
  next(roomId: string): OutboxEntry | undefined;
  /** Waits until the entry is on disk; false, and the entry gone, when another tab has taken it off. */
  isStored(entry: OutboxEntry): Promise<boolean>;
  settle(clientId: string, message: Message): void;
  fail(clientId: string, error: ErrorDetails): void;
}

/** From one confirmation of the session to its loss. */
interface Period {
  signal: AbortSignal;
  abort(): void;
  busyRooms: Set<string>;
}

/** Sends entries, those of one room in order and one at a time. */
export class OutboxSender {
  readonly #api: Api;
  readonly #wake: Wake;
  readonly #queue: SendQueue;
  #period: Period | null = null;
  #last: Period | null = null;

  constructor(api: Api, wake: Wake, queue: SendQueue) {
    this.#api = api;
    this.#wake = wake;
    this.#queue = queue;
  }

  /** Begins to send, at once. What has been in flight since before may hang in a dead connection. */
  resume(): void {
    this.#last?.abort();
    const controller = new AbortController();
    const abort = () => controller.abort();
    this.#period = { signal: controller.signal, abort, busyRooms: new Set() };
    this.#last = this.#period;
    for (const roomId of this.#queue.rooms()) this.kick(roomId);
  }

  /** Begins nothing more; what is in flight may still succeed. */
  pause(): void {
    this.#period = null;
  }

  /** There is something to send in this room. */
  kick(roomId: string): void {
    const period = this.#period;
    if (period === null || period.busyRooms.has(roomId)) return;
    period.busyRooms.add(roomId);
    this.#drain(roomId, period).catch((error: unknown) => {
      if (!period.signal.aborted) throw error;
    });
  }

  async #drain(roomId: string, period: Period): Promise<void> {
    const retry = new Backoff(this.#wake);
    while (this.#period === period) {
      const entry = this.#queue.next(roomId);
      if (entry === undefined) {
        // In the same breath as the look: an entry that comes later must find the room idle.
        period.busyRooms.delete(roomId);
        return;
      }
      await retry.next(period.signal);
      if (!(await this.#queue.isStored(entry))) continue;
      // It may have settled or gone while this waited, and the session been lost.
      if (this.#queue.next(roomId) !== entry || this.#period !== period) continue;
      await this.#attempt(entry, retry, period.signal);
    }
  }

  async #attempt(entry: OutboxEntry, retry: Backoff, period: AbortSignal): Promise<void> {
    const { clientId, roomId, threadRootId, quotedId, body, attachments } = entry;
    const signal = AbortSignal.any([period, AbortSignal.timeout(attemptMs)]);
    const attachmentIds = attachments.map(({ id }) => id);
    const message = { clientId, roomId, threadRootId, quotedId, body, attachmentIds };
    try {
      const sending = this.#api.messages.send.mutate(message, { signal });
      this.#queue.settle(clientId, await Promise.race([sending, abortOf(signal)]));
      retry.reset();
    } catch (error) {
      const details = errorDetails(error);
      const { code, retryAfterMs = code === "RATE_LIMITED" ? slowDownMs : 0 } = details;
      if (!isPassing(code)) {
        this.#queue.fail(clientId, details);
        retry.reset();
      } else if (retryAfterMs > 0) {
        await retry.pause(retryAfterMs, period);
      }
    }
  }
}

/** Whether the same message may well be taken later. */
function isPassing(code: ErrorDetails["code"]): boolean {
  switch (code) {
    case "UNAVAILABLE":
    case "INTERNAL":
    case "RATE_LIMITED":
    case "UNAUTHENTICATED":
      return true;
    default:
      return false;
  }
}

/** In a batch, tRPC leaves a call that was aborted waiting for the others. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const tooLong = new SnugError("UNAVAILABLE", "The server takes too long to answer.");
    signal.addEventListener("abort", () => reject(tooLong), { once: true });
  });
}
