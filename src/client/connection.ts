import type { LogEvent, Snapshot } from "../shared/events.ts";
import { SnugError } from "../shared/errors.ts";
import { Backoff } from "./backoff.ts";
import type { ConnectionState, ConnectionStatus } from "./connectionState.ts";
import { cursorAt, seqOf } from "./cursor.ts";
import type { Emitter } from "./emitter.ts";
import { applyToSnapshot } from "./reduce.ts";
import type { ClientEvents } from "./snugClient.ts";
import type { Api, TransportOptions } from "./transport.ts";
import { Transport } from "./transport.ts";

/** How long the server has for a question that the connection depends on. */
const answerMs = 20_000;
/** With what the server closes the sockets of a session that has ended [RT7], and of someone else's. */
const [sessionEnded, someoneElse] = [4401, 4403];

/** What else lives and dies with the connection. */
export interface ConnectionParts {
  /** The server has just confirmed who one is: what they have to say may be sent. */
  confirmed(userId: string): void;
  /** The socket was lost. Until it is confirmed again, the browser's session may be another one. */
  lost(): void;
  /** Subscriptions may begin; they survive the loss of the socket, and end with `signal`. */
  subscribe(signal: AbortSignal): void;
}

interface Run {
  signal: AbortSignal;
  abort(): void;
  online: PromiseWithResolvers<void>;
}

/** [RT5] Snapshot, then stream from its cursor, then the same again after a reset [RT6]. */
export class Connection {
  readonly api: Api;
  readonly #transport: Transport;
  readonly #emitter: Emitter<ClientEvents>;
  readonly #parts: ConnectionParts;
  readonly #dialling: Backoff;
  readonly #following: Backoff;
  #run: Run | null = null;
  #state: ConnectionState = { status: "idle", since: Date.now() };
  #snapshot: Snapshot | null = null;
  /** Behind the snapshot's while an earlier run is caught up with. */
  #cursor = "";

  constructor(options: TransportOptions, emitter: Emitter<ClientEvents>, parts: ConnectionParts) {
    this.#transport = new Transport(options, {
      beforeDial: () => this.#beforeDial(),
      userId: () => this.#snapshot?.me.id ?? "",
      onClose: (code) => this.#closed(code),
      onUnauthenticated: () => this.#signedOut(),
    });
    this.api = this.#transport.api;
    this.#emitter = emitter;
    this.#parts = parts;
    this.#dialling = new Backoff(options.wake);
    this.#following = new Backoff(options.wake);
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get snapshot(): Snapshot | null {
    return this.#snapshot;
  }

  cursorAfter({ seq }: LogEvent): string {
    return cursorAt(this.#cursor, seq);
  }

  connect(after?: string): Promise<void> {
    return (this.#run ??= this.#begin(after)).online.promise;
  }

  async disconnect(): Promise<void> {
    this.#end("idle", new SnugError("UNAVAILABLE", "Disconnected."));
  }

  #begin(after?: string): Run {
    const controller = new AbortController();
    const run = {
      signal: controller.signal,
      abort: () => controller.abort(),
      online: Promise.withResolvers<void>(),
    };
    // Not everyone who connects waits for it.
    run.online.promise.catch(() => undefined);
    this.#dialling.reset();
    this.#following.reset();
    this.#become("connecting");
    this.#follow(run, after).catch((error: unknown) => {
      if (!run.signal.aborted) throw error;
    });
    return run;
  }

  #end(status: ConnectionStatus, error: SnugError): void {
    const run = this.#run;
    this.#run = null;
    run?.abort();
    run?.online.reject(error);
    this.#become(status);
    this.#lose();
    this.#transport.close();
  }

  #signedOut(): void {
    if (this.#run === null) return;
    this.#snapshot = null;
    this.#end("signed-out", new SnugError("UNAUTHENTICATED", "Sign in first."));
  }

  async #follow({ signal, online }: Run, after?: string): Promise<void> {
    this.#adopt(await this.#fetchSnapshot(signal), after);
    this.#parts.subscribe(signal);
    for (;;) {
      const ended = await this.#stream(signal, online);
      if (ended === "reset") this.#adopt(await this.#fetchSnapshot(signal));
      else await this.#following.next(signal);
    }
  }

  async #fetchSnapshot(signal: AbortSignal): Promise<Snapshot> {
    for (;;) {
      await this.#following.next(signal);
      try {
        return await this.api.events.snapshot.query(undefined, { signal: soon(signal) });
      } catch {
        // Signing out has aborted; whatever else it was, it is tried again.
        signal.throwIfAborted();
      }
    }
  }

  #adopt(snapshot: Snapshot, after = snapshot.cursor): void {
    this.#snapshot = snapshot;
    this.#cursor = after;
    this.#parts.confirmed(snapshot.me.id);
    this.#emitter.emit("snapshot", snapshot);
  }

  /** An error ends a subscription for good in tRPC; a lost socket does not. */
  #stream(signal: AbortSignal, online: Run["online"]): Promise<"reset" | "ended"> {
    return new Promise((resolve) => {
      const subscription = this.api.events.stream.subscribe(
        { lastEventId: this.#cursor },
        {
          signal,
          onStarted: () => {
            if (this.#snapshot !== null) this.#parts.confirmed(this.#snapshot.me.id);
            this.#dialling.up();
            this.#following.up();
            this.#become("online");
            online.resolve();
          },
          onData: ({ data }) => {
            if (data.type !== "reset") return this.#apply(data);
            resolve("reset");
            subscription.unsubscribe();
          },
          onConnectionStateChange: ({ state, error }) => {
            if (state === "connecting" && error !== null) this.#lose();
          },
          onError: () => resolve("ended"),
          onComplete: () => resolve("ended"),
        },
      );
    });
  }

  #apply(event: LogEvent): void {
    if (this.#snapshot === null || event.seq <= seqOf(this.#cursor)) return;
    this.#cursor = cursorAt(this.#cursor, event.seq);
    if (event.seq > seqOf(this.#snapshot.cursor)) {
      this.#snapshot = applyToSnapshot(this.#snapshot, event);
    }
    this.#emitter.emit(event.type, event);
    this.#emitter.emit("event", event);
  }

  #lose(): void {
    if (this.#state.status === "online") this.#become("reconnecting");
    this.#parts.lost();
  }

  async #beforeDial(): Promise<void> {
    const run = this.#run;
    if (run === null) throw new SnugError("UNAVAILABLE", "Disconnected.");
    await this.#dialling.next(run.signal);
  }

  #closed(code: number): void {
    if (code === sessionEnded) this.#signedOut();
    if (code !== someoneElse || this.#run === null) return;
    this.#end("connecting", new SnugError("UNAUTHENTICATED", "Someone else signed in."));
    void this.connect();
  }

  #become(status: ConnectionStatus): void {
    if (status === this.#state.status) return;
    this.#state = { status, since: Date.now() };
    this.#emitter.emit("connection", this.#state);
  }
}

function soon(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
}
