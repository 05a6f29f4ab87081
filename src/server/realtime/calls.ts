import type { AnyRouter, inferRouterContext } from "@trpc/server";
import {
  callTRPCProcedure,
  getErrorShape,
  getTRPCErrorFromUnknown,
  isTrackedEnvelope,
  TRPCError,
} from "@trpc/server";
import { parseConnectionParamsFromUnknown } from "@trpc/server/http";
import type { TRPCClientOutgoingMessage, TRPCResponseMessage } from "@trpc/server/rpc";
import { parseTRPCMessage } from "@trpc/server/rpc";

import { SnugError } from "../../shared/errors.ts";
import { limits } from "../../shared/limits.ts";
import type { ClientSocket } from "./clientSocket.ts";
import { LiveFeed } from "./feed.ts";
import { headOf } from "./frame.ts";
import type { RouterConfig } from "./routerConfig.ts";
import { configOf } from "./routerConfig.ts";

/** What a client says of itself before it asks for anything. */
export type ConnectionParams = ReturnType<typeof parseConnectionParamsFromUnknown>;

export interface CallOptions<Router extends AnyRouter> {
  router: Router;
  /** Once, before the first call. */
  createContext: (
    params: ConnectionParams,
  ) => inferRouterContext<Router> | Promise<inferRouterContext<Router>>;
  /** Whether the first message says who is there, instead of asking for something. */
  awaitsParams: boolean;
  onError: (failure: { error: TRPCError; path: string | undefined }) => void;
}

type Asked = Exclude<TRPCClientOutgoingMessage, { method: "subscription.stop" }>;
type Id = number | string;

/** Without a reason, each abort makes an error with a stack, which nobody looks at. */
const closed = "closed";

/**
 * tRPC's protocol over one socket, as its own adapter speaks it: requests by id, answered in any order;
 * subscriptions that start, bring data, and stop. A feed's live items go out past all of this.
 */
export class Calls<Router extends AnyRouter> {
  readonly #socket: ClientSocket;
  readonly #router: Router;
  readonly #onError: CallOptions<Router>["onError"];
  /** Only until it was called: with it goes all that it was made from. */
  #createContext: CallOptions<Router>["createContext"] | null;
  readonly #subscriptions = new Map<Id, AbortController>();
  readonly #config: RouterConfig;
  #context: Promise<inferRouterContext<Router>> | null = null;

  constructor(socket: ClientSocket, options: CallOptions<Router>) {
    this.#socket = socket;
    this.#router = options.router;
    this.#onError = options.onError;
    this.#createContext = options.createContext;
    this.#config = configOf(options.router);
    if (!options.awaitsParams) this.#begin(null);
  }

  /** Whether the client has said of itself what it announced. */
  get haveBegun(): boolean {
    return this.#context !== null;
  }

  /** The socket is gone. */
  end(): void {
    for (const subscription of this.#subscriptions.values()) subscription.abort(closed);
  }

  /** Takes one message, whatever it is: nothing in it may throw. */
  hear(text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch (cause) {
      return this.#refuse(null, new TRPCError({ code: "PARSE_ERROR", cause }));
    }
    if (this.#context === null) return this.#introduce(message);
    if (Array.isArray(message)) this.#hearBatch(message);
    else this.#hearOne(message, 0);
  }

  #introduce(message: unknown): void {
    try {
      const data = isRecord(message) ? message["data"] : message;
      this.#begin(parseConnectionParamsFromUnknown(data));
    } catch (cause) {
      this.#refuse(null, new TRPCError({ code: "PARSE_ERROR", cause }));
    }
  }

  #begin(params: ConnectionParams): void {
    const createContext = this.#createContext;
    if (createContext === null) return;
    this.#createContext = null;
    this.#context = Promise.resolve().then(() => createContext(params));
    this.#context.catch((cause: unknown) => {
      const error = getTRPCErrorFromUnknown(cause);
      this.#refuse(null, error);
      this.#socket.closeWithin(1011, 1000);
    });
  }

  #hearBatch(messages: unknown[]): void {
    if (messages.length <= limits.batch) {
      for (const [index, message] of messages.entries()) this.#hearOne(message, index);
      return;
    }
    const error = new TRPCError({ code: "BAD_REQUEST", message: "Too many calls at once." });
    // Each is told, so that nobody waits for an answer for ever.
    const ids = messages.flatMap((message) => idIn(message) ?? []);
    for (const id of ids.length > 0 ? ids : [null]) this.#refuse(id, error);
  }

  #hearOne(raw: unknown, batchIndex: number): void {
    let message: TRPCClientOutgoingMessage;
    try {
      message = parseTRPCMessage(raw, this.#config.transformer);
    } catch (cause) {
      return this.#refuse(null, new TRPCError({ code: "PARSE_ERROR", cause }));
    }
    const { id } = message;
    if (id === null) return this.#refuse(null, new TRPCError({ code: "PARSE_ERROR" }));
    if (message.method === "subscription.stop") this.#subscriptions.get(id)?.abort();
    else void this.#answer({ ...message, id }, batchIndex);
  }

  async #answer(message: Asked & { id: Id }, batchIndex: number): Promise<void> {
    const { id, method, params } = message;
    const refusal = method === "subscription" ? this.#whyNot(id) : null;
    if (refusal !== null) return this.#fail(message, refusal);

    const subscription = new AbortController();
    if (method === "subscription") this.#subscriptions.set(id, subscription);
    try {
      const result: unknown = await callTRPCProcedure({
        router: this.#router,
        path: params.path,
        getRawInput: async () => inputOf(params),
        ctx: await this.#context,
        type: method,
        signal: subscription.signal,
        batchIndex,
      });
      if (method !== "subscription") this.#respond(message, { type: "data", data: result });
      else await this.#bring(message, result, subscription.signal);
    } catch (cause) {
      if (!subscription.signal.aborted) return this.#fail(message, cause);
    } finally {
      if (this.#subscriptions.get(id) === subscription) this.#subscriptions.delete(id);
    }
    if (method === "subscription") this.#respond(message, { type: "stopped" });
  }

  #whyNot(id: Id): TRPCError | SnugError | null {
    if (this.#subscriptions.has(id)) {
      return new TRPCError({ code: "BAD_REQUEST", message: `Duplicate id ${id}` });
    }
    if (this.#subscriptions.size < limits.subscriptionsPerSocket) return null;
    return new SnugError("RATE_LIMITED", "This connection has all the subscriptions it may have.");
  }

  /** Everything that a subscription yields, until its end or the client's stop. */
  async #bring(message: Asked & { id: Id }, result: unknown, signal: AbortSignal): Promise<void> {
    if (!isAsyncIterable(result)) {
      throw new TRPCError({
        code: "INTERNAL_SERVER_ERROR",
        message: "There is nothing to follow.",
      });
    }
    const items = result[Symbol.asyncIterator]();
    try {
      if (signal.aborted) return;
      this.#respond(message, { type: "started" });
      const head = headOf(message);
      if (result instanceof LiveFeed) {
        result.tap((delivery) => this.#socket.sendFrame(delivery.frameFor(head)));
      }
      for (;;) {
        const next = await unlessAborted(items, signal);
        if (next === null || next.done) return;
        this.#respond(message, { type: "data", ...dataOf(next.value) });
      }
    } finally {
      await items.return?.();
    }
  }

  #respond(
    { id, jsonrpc }: Asked,
    result: Extract<TRPCResponseMessage, { result: unknown }>["result"],
  ): void {
    this.#send({ id, jsonrpc, result });
  }

  #fail({ id, jsonrpc, method, params }: Asked, cause: unknown): void {
    const error =
      cause instanceof SnugError
        ? new TRPCError({ code: "TOO_MANY_REQUESTS", cause })
        : getTRPCErrorFromUnknown(cause);
    this.#onError({ error, path: params.path });
    this.#send({ id, jsonrpc, error: this.#shapeOf(error, method, params.path) });
  }

  /** An answer to what could not be understood. */
  #refuse(id: Id | null, error: TRPCError): void {
    this.#onError({ error, path: undefined });
    this.#send({ id, error: this.#shapeOf(error, "unknown", undefined) });
  }

  #shapeOf(error: TRPCError, type: Asked["method"] | "unknown", path: string | undefined) {
    return getErrorShape({
      config: this.#config,
      error,
      type,
      path,
      input: undefined,
      ctx: undefined,
    });
  }

  #send(message: TRPCResponseMessage): void {
    this.#socket.sendText(JSON.stringify(message));
  }
}

/** On a reconnect, the client's link tells where it stood beside the input. */
function inputOf({ input, lastEventId }: Asked["params"]): unknown {
  if (lastEventId === undefined) return input;
  return isRecord(input) ? { ...input, lastEventId } : (input ?? { lastEventId });
}

function dataOf(value: unknown): { data: unknown; id?: string } {
  if (!isTrackedEnvelope(value)) return { data: value };
  const [id, data] = value;
  return { id, data: { id, data } };
}

/** The next item; `null` as soon as nobody wants it any more. */
function unlessAborted<Item>(
  items: AsyncIterator<Item>,
  signal: AbortSignal,
): Promise<IteratorResult<Item> | null> {
  return new Promise((resolve, reject) => {
    const abort = () => resolve(null);
    const settled = () => signal.removeEventListener("abort", abort);
    signal.addEventListener("abort", abort);
    items.next().then(resolve, reject).finally(settled);
  });
}

function idIn(message: unknown): Id | null {
  if (!isRecord(message) || message["method"] === "subscription.stop") return null;
  const { id } = message;
  return typeof id === "number" || typeof id === "string" ? id : null;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
