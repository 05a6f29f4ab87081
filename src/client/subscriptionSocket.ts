import type { Operation, OperationResultObserver } from "@trpc/client";
import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "../server/router.ts";
import { isRecord } from "./record.ts";

/** `WebSocket.CLOSING`. */
const closing = 2;

type Observer = OperationResultObserver<AppRouter, unknown>;

interface Subscription {
  observer: Observer;
  params: Record<string, unknown>;
}

export interface SocketHooks {
  /** Opens a connection; called as soon as one is needed, so the waiting between attempts happens in it. */
  dial(): Promise<WebSocket>;
  /** What has to be said first on a new connection. */
  greeting(): Promise<object>;
  onClose(code: number): void;
}

/**
 * Subscriptions over one WebSocket, in the protocol of tRPC: https://trpc.io/docs/rpc#websockets. tRPC's own
 * client is a fifth of ours, as it also carries calls over the socket, which ours sends by HTTP.
 *
 * A lost connection is replaced, and every subscription begins again where its last tracked item was [RT5].
 */
export class SubscriptionSocket {
  readonly #hooks: SocketHooks;
  readonly #subscriptions = new Map<number, Subscription>();
  #socket: WebSocket | null = null;
  #lastId = 0;
  #dialling = false;
  #closed = false;

  constructor(hooks: SocketHooks) {
    this.#hooks = hooks;
  }

  /** Returns what ends it. */
  subscribe({ path, input }: Operation, observer: Observer): () => void {
    const id = (this.#lastId += 1);
    const subscription = { observer, params: { path, input } };
    this.#subscriptions.set(id, subscription);
    if (this.#socket !== null) this.#begin(id, subscription);
    else if (!this.#dialling) void this.#dial();
    return () => {
      if (this.#subscriptions.delete(id)) this.#send({ id, method: "subscription.stop" });
    };
  }

  /** Ends every subscription, silently. */
  close(): void {
    this.#closed = true;
    this.#subscriptions.clear();
    this.#socket?.close();
    this.#socket = null;
  }

  async #dial(): Promise<void> {
    this.#dialling = true;
    while (this.#socket === null && !this.#closed) {
      try {
        const [socket, greeting] = await this.#open();
        if (this.#closed) return socket.close();
        this.#follow(socket);
        this.#send(greeting);
        for (const [id, subscription] of this.#subscriptions) this.#begin(id, subscription);
      } catch {
        // Whatever it was, `dial` knows when to try again.
      }
    }
    this.#dialling = false;
  }

  async #open(): Promise<[WebSocket, object]> {
    const socket = await this.#hooks.dial();
    const opened = new Promise<void>((resolve, reject) => {
      const failed = () => reject(new Error("The connection failed."));
      socket.addEventListener("open", () => resolve());
      socket.addEventListener("error", failed);
      socket.addEventListener("close", failed);
    });
    socket.addEventListener("close", ({ code }) => this.#hooks.onClose(code), { once: true });
    const [greeting] = await Promise.all([this.#hooks.greeting(), opened]);
    return [socket, greeting];
  }

  #follow(socket: WebSocket): void {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      if (this.#socket === socket) this.#hear(String(data), socket);
    });
    socket.addEventListener("close", () => this.#lose(socket), { once: true });
    // Closed since it opened: the event has been and gone.
    if (socket.readyState >= closing) this.#lose(socket);
  }

  #lose(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    const error = new TRPCClientError<AppRouter>("The connection was lost.");
    for (const { observer } of this.#subscriptions.values()) {
      observer.next({ result: { type: "state", state: "connecting", error } });
    }
    if (!this.#dialling) void this.#dial();
  }

  #begin(id: number, { params }: Subscription): void {
    this.#send({ id, method: "subscription", params });
  }

  #send(message: object): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #hear(text: string, socket: WebSocket): void {
    if (text === "PING") return socket.send("PONG");
    if (text === "PONG") return;
    const message: unknown = JSON.parse(text);
    if (!isRecord(message)) return;
    if (message.method === "reconnect") {
      socket.close();
      return this.#lose(socket);
    }
    const subscription = this.#subscriptions.get(Number(message.id));
    if (subscription !== undefined) this.#take(Number(message.id), subscription, message);
  }

  #take(id: number, { observer, params }: Subscription, message: Record<string, unknown>): void {
    const { error, result } = message;
    if (isRecord(error)) {
      this.#subscriptions.delete(id);
      observer.error(TRPCClientError.from<AppRouter>({ error }));
    } else if (isRecord(result)) {
      switch (result.type) {
        case "started":
          return observer.next({ result: { type: "started" } });
        case "stopped":
          this.#subscriptions.delete(id);
          observer.next({ result: { type: "stopped" } });
          return observer.complete();
        default:
          if (typeof result.id === "string") params.lastEventId = result.id;
          observer.next({ result: { type: "data", data: result.data } });
      }
    }
  }
}
