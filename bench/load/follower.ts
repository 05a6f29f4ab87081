import { Backoff } from "../../src/client/backoff.ts";
import { streamFrom } from "../chats/snug.ts";
import { cookieOf } from "../data/team.ts";
import { numberIn } from "./texts.ts";
import type { LoadSocket } from "./webSocket.ts";
import { openWebSocket } from "./webSocket.ts";

interface FollowerOptions {
  port: number;
  /** Of the person in the team, and who that is. */
  index: number;
  userId: string;
  cursor: string;
}

/**
 * A listener that comes back as Snug's client does: with its back-off, saying whom it takes itself for, resuming
 * after the last event it got; on the server's word it dials anew while the old socket still serves.
 * A thousand of the clients themselves in one process would be what is measured.
 */
export class Follower {
  /** The number of each message, in the order in which they came. */
  readonly heard: number[] = [];
  /** How long it was without a stream, since it first had one. */
  withoutStreamMs = 0;
  readonly #port: number;
  readonly #index: number;
  readonly #userId: string;
  readonly #backoff = new Backoff(() => () => {});
  readonly #stop = new AbortController();
  #cursor: string;
  #seq = 0;
  #live: LoadSocket | null = null;
  #lostAt: number | null = null;
  #dialling: Promise<void> | null = null;

  constructor({ port, index, userId, cursor }: FollowerOptions) {
    this.#port = port;
    this.#index = index;
    this.#userId = userId;
    this.#cursor = cursor;
  }

  get isLive(): boolean {
    return this.#live !== null;
  }

  /** Resolves when it follows, or was stopped. */
  follow(): Promise<void> {
    return (this.#dialling ??= this.#dial().finally(() => (this.#dialling = null)));
  }

  stop(): void {
    this.#stop.abort();
    this.#live?.close();
  }

  async #dial(): Promise<void> {
    const { signal } = this.#stop;
    for (;;) {
      try {
        await this.#backoff.next(signal);
        return await this.#open();
      } catch {
        if (signal.aborted) return;
      }
    }
  }

  /** Resolves when the new socket serves, and rejects when it closes before. */
  #open(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const { hello = "" } = streamFrom(this.#cursor);
    const introduction = { method: "connectionParams", data: { userId: this.#userId } };
    const greetings = [JSON.stringify(introduction), hello];
    openWebSocket({
      port: this.#port,
      path: "/trpc?connectionParams=1",
      headers: { cookie: cookieOf(this.#index) },
      onText: (payload, socket) => {
        const text = payload.toString();
        if (text === "PING") socket.say("PONG");
        else if (text.includes('"method":"reconnect"')) void this.follow();
        else if (text.includes('"started"')) resolve(this.#serve(socket));
        else this.#hear(payload);
      },
      onClose: (socket) => {
        reject(new Error("Closed before it served."));
        if (socket === this.#live) this.#lose();
      },
    }).then((socket) => greetings.forEach((text) => socket.say(text)), reject);
    return promise;
  }

  #serve(socket: LoadSocket): void {
    const previous = this.#live;
    this.#live = socket;
    previous?.close();
    this.#backoff.up();
    if (this.#lostAt !== null) this.withoutStreamMs += performance.now() - this.#lostAt;
    this.#lostAt = null;
  }

  #lose(): void {
    this.#live = null;
    if (this.#stop.signal.aborted) return;
    this.#lostAt = performance.now();
    void this.follow();
  }

  /** What an overlap of two sockets brings twice is dropped by its seq, as the client's reducer does. */
  #hear(payload: Buffer): void {
    const text = payload.toString();
    const [, cursor, seq] = /"id":"([a-z0-9]+:(\d+))"/.exec(text) ?? [];
    if (cursor === undefined) throw new Error(`Not an event: ${text}`);
    if (Number(seq) <= this.#seq) return;
    this.#cursor = cursor;
    this.#seq = Number(seq);
    if (text.includes('"message.created"')) this.heard.push(numberIn(payload));
    else throw new Error(`Not a message: ${text}`);
  }
}
