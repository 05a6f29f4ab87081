import type { Duplex } from "node:stream";

import { WebSocket } from "ws";

import { textFrame } from "./frame.ts";
import type { Batch, Outgoing, Outlet } from "./outgoing.ts";

/** How a socket ends. Clients resume after each of them below 4000. */
export const closeCodes = {
  /** The server restarts, or can no longer follow its log from where it was. */
  restart: 1012,
  /** [RT9] The client reads more slowly than there is to read. */
  tooSlow: 1013,
  /** It asks too much, or nothing at all. */
  unruly: 1008,
  /** [RT7] The session is no more. */
  revoked: 4401,
  /** It is someone else's than the client takes itself for. */
  someoneElse: 4403,
} as const;

export interface Wire {
  duplex: Duplex;
  outgoing: Outgoing;
  /** [RT9] Bytes that may wait for a client that does not read them. */
  unsentBytes: number;
}

const tooSlowMs = 10_000;
/** What is worth a write of its own, before the turn is over. */
const enoughBytes = 64 * 1024;

/**
 * One client's socket. Text goes out in finished frames, past the sender of `ws`, which would make each
 * anew for every socket; `ws` reads, and opens and closes.
 */
export class ClientSocket extends WebSocket implements Outlet {
  batch: Batch | null = null;
  /** When something last came, and when it was opened, by `performance.now`. */
  heardAt = performance.now();
  readonly openedAt = this.heardAt;
  /** Whether it was asked, since, if anyone is there. */
  asked = false;
  /** Whether it has ever asked for anything, and said who it is if it announced that. */
  greeted = false;
  #wire: Wire | null = null;
  /** Bytes in `batch`. */
  #gathered = 0;

  /** Someone is there. */
  heard(): void {
    this.heardAt = performance.now();
    this.asked = false;
  }

  /** From now on it takes text. */
  plug(wire: Wire): void {
    this.#wire = wire;
  }

  sendText(text: string): void {
    this.sendFrame(textFrame(text));
  }

  sendFrame(frame: Buffer): void {
    if (this.#wire === null || this.readyState !== WebSocket.OPEN) return;
    const { outgoing, unsentBytes } = this.#wire;
    outgoing.add(this, frame);
    this.#gathered += frame.length;
    // What one turn brings is bounded as well.
    if (this.#gathered > unsentBytes) outgoing.flush();
  }

  /** [RT9] Past the limit it takes nothing more and closes behind what it has. */
  write(bytes: Buffer): void {
    this.#gathered = 0;
    if (this.#wire === null || this.readyState !== WebSocket.OPEN) return;
    const { duplex, unsentBytes } = this.#wire;
    duplex.write(bytes);
    if (duplex.writableLength > unsentBytes) this.closeWithin(closeCodes.tooSlow, tooSlowMs);
  }

  /** Settles when it can take more; nothing when it can already. */
  drained(): Promise<void> | undefined {
    if (this.#gathered > enoughBytes) this.#wire?.outgoing.flush();
    const duplex = this.#wire?.duplex;
    if (!duplex?.writableNeedDrain) return undefined;
    return new Promise((resolve) => {
      function done(): void {
        duplex?.off("drain", done);
        duplex?.off("close", done);
        resolve();
      }
      duplex.on("drain", done);
      duplex.on("close", done);
    });
  }

  /** Closes politely, and after `ms` without waiting for the other side any longer. */
  closeWithin(code: number, ms: number): void {
    this.#wire?.outgoing.flush();
    this.close(code);
    const timer = setTimeout(() => this.terminate(), ms).unref();
    this.once("close", () => clearTimeout(timer));
  }
}
