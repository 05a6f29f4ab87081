import type { OutboxEntry, SnugClient } from "../../client/index.ts";
import { errorDetails, memoryStorage } from "../../client/index.ts";
import { createSnugClient } from "../../client/index.ts";
import type { LogEvent, Snapshot } from "../../shared/events.ts";
import type { Message } from "../../shared/messages.ts";
import { handWake, until } from "../clients.ts";
import { webSocketWith } from "../webSocketWith.ts";
import type { Line } from "./line.ts";
import type { Member } from "./team.ts";
import { View } from "./view.ts";

export interface Said {
  clientId: string;
  roomId: string;
}

/** Somebody at a browser: the client as it is embedded, behind a line of its own. */
export class Person implements AsyncDisposable {
  readonly userId: string;
  readonly line: Line;
  /** Everything they ever said, in order. */
  readonly said: Said[] = [];
  /** What the server has said it has, by client id. */
  readonly acknowledged = new Map<string, Message>();
  /** Events of rooms that they were not in when they heard of them. */
  readonly foreign: LogEvent[] = [];
  /** Failures that are never anybody's fault but the server's. */
  readonly failures: string[] = [];
  readonly #cookie: string;
  readonly #storage = memoryStorage();
  readonly #wake = handWake();
  #client: SnugClient;
  #view: View;

  constructor({ userId, cookie }: Member, line: Line) {
    this.userId = userId;
    this.line = line;
    this.#cookie = cookie;
    [this.#client, this.#view] = this.#open();
  }

  get api(): SnugClient["api"] {
    return this.#client.api;
  }

  get snapshot(): Snapshot | null {
    return this.#client.snapshot;
  }

  get view(): View {
    return this.#view;
  }

  get isOnline(): boolean {
    return this.#client.connection.status === "online";
  }

  unsent(): OutboxEntry[] {
    return this.#client.outbox.entries().filter(({ status }) => status === "pending");
  }

  refused(): OutboxEntry[] {
    return this.#client.outbox.entries().filter(({ status }) => status === "failed");
  }

  connect(): Promise<void> {
    return this.#client.connect();
  }

  /** As when the page becomes visible, or the device is back on a network [RT10]. */
  wake(): void {
    this.#wake.wake();
  }

  say(message: { roomId: string; body: string; threadRootId?: string }): void {
    const { clientId, settled } = this.#client.outbox.send(message);
    this.said.push({ clientId, roomId: message.roomId });
    settled.then(
      (acknowledged) => this.acknowledged.set(clientId, acknowledged),
      () => undefined,
    );
  }

  /** Does something whose outcome shows in events. A refusal is no failure, a 500 is. */
  async try(what: string, work: (api: SnugClient["api"]) => Promise<unknown>): Promise<void> {
    try {
      await work(this.#client.api);
    } catch (error) {
      const { code } = errorDetails(error);
      if (code === "INTERNAL") this.failures.push(`${what} was answered with INTERNAL.`);
    }
  }

  /** Only what is stored is still there after it. */
  async reload(): Promise<void> {
    const [client, view] = [this.#client, this.#view];
    [this.#client, this.#view] = this.#open();
    this.#client.connect().catch(() => undefined);
    view[Symbol.dispose]();
    await client.disconnect();
  }

  /** Resolves when nothing of theirs is unsent. */
  async allSent(): Promise<void> {
    await until(this.#client, () => this.unsent().length === 0);
  }

  /** Resolves when they have heard up to there and their view asks for nothing more. */
  async heardUpTo(seq: number): Promise<void> {
    await until(this.#client, () => seqOf(this.snapshot) >= seq);
    await this.#view.idle();
  }

  /** What they are waiting for, in a few words. */
  describe(): string {
    const { status } = this.#client.connection;
    return `${status}, at ${this.snapshot?.cursor ?? "no cursor"}, ${this.unsent().length} unsent`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#view[Symbol.dispose]();
    await this.#client.disconnect();
    await this.line[Symbol.asyncDispose]();
  }

  #open(): [SnugClient, View] {
    const cookie = this.#cookie;
    const client = createSnugClient({
      url: `http://127.0.0.1:${this.line.port}`,
      storage: this.#storage,
      fetch(input, init) {
        const all = new Headers(init?.headers);
        all.set("cookie", cookie);
        return fetch(input, { ...init, headers: all });
      },
      WebSocket: webSocketWith({ cookie }),
      wake: this.#wake.listen,
    });
    client.on("event", (event) => this.#hear(client, event));
    return [client, new View(client)];
  }

  #hear({ snapshot }: SnugClient, event: LogEvent): void {
    const roomId = roomOf(event);
    if (roomId === null || event.type === "room.removed") return;
    if (snapshot?.rooms.every(({ id }) => id !== roomId)) this.foreign.push(event);
  }
}

/** The room that an event tells something of, to those in it. */
export function roomOf(event: LogEvent): string | null {
  if ("roomId" in event) return event.roomId;
  return "message" in event ? event.message.roomId : null;
}

function seqOf(snapshot: Snapshot | null): number {
  return Number(snapshot?.cursor.split(":")[1] ?? -1);
}
