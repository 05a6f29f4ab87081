import type { TRPCClient, TRPCLink, TRPCWebSocketClient } from "@trpc/client";
import { createTRPCClient, createWSClient, httpBatchLink, wsLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "../server/router.ts";
import type { limits } from "../shared/limits.ts";
import { errorDetails } from "./errors.ts";
import { liveWebSocket } from "./liveSocket.ts";
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
  onClose(code: number | undefined): void;
  /** Some call was answered with `UNAUTHENTICATED`. */
  onUnauthenticated(): void;
}

/** Queries and mutations by HTTP, subscriptions by the one WebSocket. */
export class Transport {
  readonly api: Api;
  readonly #options: TransportOptions;
  readonly #hooks: TransportHooks;
  #socket: TRPCWebSocketClient | null = null;

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

  /** Opened by the first subscription. */
  #open(): TRPCWebSocketClient {
    const { url, token, WebSocket: Socket = WebSocket, wake } = this.#options;
    return (this.#socket ??= createWSClient({
      url: async () => {
        await this.#hooks.beforeDial();
        return endpoint(url).replace(/^http/, "ws");
      },
      WebSocket: liveWebSocket(Socket, wake),
      // The first message, and never part of the address, which ends up in logs.
      ...(token !== undefined && {
        connectionParams: async () => ({ token: await secretOf(token) }),
      }),
      // The waiting is done before dialling, where a wake can cut it short.
      retryDelayMs: () => 0,
      onClose: (cause) => this.#hooks.onClose(cause?.code),
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
  async close(): Promise<void> {
    const socket = this.#socket;
    this.#socket = null;
    await socket?.close();
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
    return (runtime) => (operation) =>
      operation.op.type === "subscription"
        ? wsLink<AppRouter>({ client: this.#open() })(runtime)(operation)
        : operation.next(operation.op);
  }
}

async function secretOf(token: TokenSource): Promise<string> {
  return typeof token === "string" ? token : await token();
}

function endpoint(url: string): string {
  return `${url.replace(/\/$/, "")}/trpc`;
}
