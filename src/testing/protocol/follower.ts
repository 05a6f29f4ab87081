import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { vi } from "vitest";

import type { AppRouter } from "../../server/router.ts";
import type { LogEvent, LogEventType, StreamItem } from "../../shared/events.ts";
import { webSocketWith } from "../webSocketWith.ts";

export interface FollowerOptions {
  port: number;
  cookie: string;
  cursor: string;
}

/** Somebody's open stream, on the tRPC client as it comes, which reconnects by itself and soon. */
export class Follower implements AsyncDisposable {
  readonly items: { id: string; data: StreamItem }[] = [];
  readonly closeCodes: number[] = [];
  readonly errors: unknown[] = [];
  started = 0;
  completed = false;
  readonly #socket: ReturnType<typeof createWSClient>;

  constructor({ port, cookie, cursor }: FollowerOptions) {
    this.#socket = createWSClient({
      url: `ws://127.0.0.1:${port}/trpc`,
      WebSocket: webSocketWith({ cookie }),
      retryDelayMs: (attempt) => Math.min(5 * 2 ** attempt, 320),
      onClose: (cause) => this.closeCodes.push(cause?.code ?? 0),
    });
    const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: this.#socket })] });
    client.events.stream.subscribe(
      { lastEventId: cursor },
      {
        onData: (item) => this.items.push(item),
        onStarted: () => (this.started += 1),
        onError: (error) => this.errors.push(error),
        onComplete: () => (this.completed = true),
      },
    );
  }

  get events(): LogEvent[] {
    return this.items.flatMap(({ data }) => (data.type === "reset" ? [] : [data]));
  }

  get seqs(): number[] {
    return this.events.map(({ seq }) => seq);
  }

  /** Of what was said, in the order in which it arrived. */
  get bodies(): string[] {
    return this.events.flatMap((event) =>
      event.type === "message.created" ? [event.message.body] : [],
    );
  }

  get types(): (LogEventType | "reset")[] {
    return this.items.map(({ data }) => data.type);
  }

  /** The cursor to resume after what arrived last. */
  get cursor(): string {
    return this.items.at(-1)?.id ?? "";
  }

  /** Until a message with this body has arrived, which everything before it then has, too. */
  hears(body: string): Promise<void> {
    return until(() => this.bodies.includes(body), `${body} is heard`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#socket.close();
  }
}

/** Waits for what comes by itself; `name` says what did not. */
export function until(condition: () => boolean, name: string): Promise<void> {
  return vi.waitFor(
    () => {
      if (!condition()) throw new Error(`Not in time: ${name}`);
    },
    { interval: 5, timeout: 15_000 },
  );
}
