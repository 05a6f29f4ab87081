import type { TRPCClient, TRPCLink } from "@trpc/client";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "../server/router.ts";
import type { limits } from "../shared/limits.ts";
import { errorDetails } from "./errors.ts";
import { liveWebSocket } from "./liveSocket.ts";
import { SubscriptionSocket } from "./subscriptionSocket.ts";
import type { Wake } from "./wake.ts";

/** Checked against the shared limit by its type: the value would bring all limits into every page. */
const maxBatch: typeof limits.batch = 20;

export type Api = TRPCClient<AppRouter>;

/** A token's secret, or who knows it at the moment: asked before each request and each dialling. */
export type TokenSource = string | (() => string | Promise<string>);

export interface TransportOptions {
  url: string;
  token?: TokenSource | undefined;
  fetch?: typeof fetch | undefined;
  WebSocket?: typeof WebSocket | undefined;
  wake: Wake;
}

/** What the transport asks and tells whoever runs the connection. */
export interface TransportHooks {
  /** Before each dialling: resolves when it may begin. */
  beforeDial(): Promise<void>;
  /** Whom the client takes itself for. The server closes a socket that is someone else's. */
  userId(): string;
  onClose(code: number): void;
  /** Some call was answered with `UNAUTHENTICATED`. */
  onUnauthenticated(): void;
}

/** Queries and mutations by HTTP, subscriptions by the one WebSocket. */
export class Transport {
  readonly api: Api;
  readonly #options: TransportOptions;
  readonly #hooks: TransportHooks;
  #socket: SubscriptionSocket | null = null;

  constructor(options: TransportOptions, hooks: TransportHooks) {
    this.#options = options;
    this.#hooks = hooks;
    this.api = createTRPCClient<AppRouter>({
      links: [
        this.#reportingSignOut(),
        this.#subscriptionsBySocket(),
        httpBatchLink({
          url: endpoint(options.url),
          headers: () => this.#authorization(),
          fetch: (url, init) =>
            (options.fetch ?? fetch)(url, { ...init, credentials: this.#credentials }),
          maxItems: maxBatch,
          // Queries travel in the address, which servers and proxies bound.
          maxURLLength: 4000,
        }),
      ],
    });
  }

  /** Made for the first subscription. */
  #open(): SubscriptionSocket {
    const { url, token, WebSocket: Socket = WebSocket, wake } = this.#options;
    const Live = liveWebSocket(Socket, wake);
    const address = endpoint(url).replace(/^http/, "ws");
    return (this.#socket ??= new SubscriptionSocket({
      dial: async () => {
        await this.#hooks.beforeDial();
        return new Live(`${address}?connectionParams=1`);
      },
      // A token is never part of the address, which ends up in logs.
      greeting: async () => {
        const data = { userId: this.#hooks.userId() };
        const known = token === undefined ? data : { ...data, token: await secretOf(token) };
        return { method: "connectionParams", data: known };
      },
      onClose: (code) => this.#hooks.onClose(code),
    }));
  }

  async #authorization(): Promise<Record<string, string>> {
    const { token } = this.#options;
    return token === undefined ? {} : { authorization: `Bearer ${await secretOf(token)}` };
  }

  /** With a token, whoever else is signed in on this browser has no part in it. */
  get #credentials(): RequestCredentials {
    return this.#options.token === undefined ? "include" : "omit";
  }

  /** Ends every subscription, silently. */
  close(): void {
    this.#socket?.close();
    this.#socket = null;
  }

  #reportingSignOut(): TRPCLink<AppRouter> {
    return () => (operation) =>
      observable((observer) =>
        operation.next(operation.op).subscribe({
          ...observer,
          error: (error) => {
            if (errorDetails(error).code === "UNAUTHENTICATED") this.#hooks.onUnauthenticated();
            observer.error(error);
          },
        }),
      );
  }

  #subscriptionsBySocket(): TRPCLink<AppRouter> {
    return () => (operation) =>
      operation.op.type === "subscription"
        ? observable((observer) => this.#open().subscribe(operation.op, observer))
        : operation.next(operation.op);
  }
}

export async function secretOf(token: TokenSource): Promise<string> {
  return typeof token === "string" ? token : await token();
}

function endpoint(url: string): string {
  return `${url.replace(/\/$/, "")}/trpc`;
}
