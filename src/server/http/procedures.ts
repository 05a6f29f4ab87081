import type { AnyRouter, inferRouterContext, TRPCProcedureType } from "@trpc/server";
import { callTRPCProcedure, getErrorShape, getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import type { TRPCResponse } from "@trpc/server/rpc";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { configOf } from "../realtime/routerConfig.ts";
import type { Call, CallsRequest } from "./procedureCalls.ts";
import { callsIn } from "./procedureCalls.ts";

export interface ProceduresOptions<Router extends AnyRouter> {
  router: Router;
  /** Calls that one request may carry. */
  maxBatchSize: number;
  /** Once per request. */
  createContext: (
    request: FastifyRequest,
    reply: FastifyReply,
  ) => inferRouterContext<Router> | Promise<inferRouterContext<Router>>;
  onError: (failure: Failure) => void;
}

interface Failure {
  error: TRPCError;
  path: string | undefined;
  request: FastifyRequest;
}

/**
 * tRPC's protocol over HTTP, below `url`: a query by GET with `?input=`, a mutation by POST with a body, several
 * of a kind joined by commas with `?batch=1`. The stock adapter makes a `Request`, a `Response` and their
 * `Headers` for each, which took several times as long as the procedure.
 */
export function serveProcedures<Router extends AnyRouter>(
  app: FastifyInstance,
  url: string,
  options: ProceduresOptions<Router>,
): void {
  app.removeAllContentTypeParsers();
  // Parsed when a procedure asks for it, which decides what an error is an error of.
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  app.route<{ Params: CallsRequest["params"]; Querystring: CallsRequest["query"] }>({
    method: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    url: `${url}/*`,
    async handler(request, reply) {
      // Comes with GET, and must not do anything.
      if (request.method === "HEAD") return reply.code(204).send();
      const body = await answerTo(options, request, reply);
      return reply
        .code(getHTTPStatusCode(body))
        .headers({ "content-type": "application/json", "cache-control": "no-store" })
        .send(JSON.stringify(body));
    },
  });
}

async function answerTo<Router extends AnyRouter>(
  options: ProceduresOptions<Router>,
  request: CallsRequest,
  reply: FastifyReply,
): Promise<TRPCResponse | TRPCResponse[]> {
  const { router, createContext, onError } = options;
  const config = configOf(router);

  async function answerOne(
    call: Call,
    batchIndex: number,
    context: Promise<inferRouterContext<Router>>,
  ): Promise<TRPCResponse> {
    const { path, type } = call;
    try {
      if (type === null) throw new TRPCError({ code: "NOT_FOUND" });
      if (request.method !== methodOf[type]) {
        void reply.header("allow", methodOf[type]);
        throw new TRPCError({ code: "METHOD_NOT_SUPPORTED" });
      }
      const data: unknown = await callTRPCProcedure({
        router,
        path,
        getRawInput: async () => call.input(),
        ctx: await context,
        type,
        signal: undefined,
        batchIndex,
      });
      if (type === "subscription") throw new TRPCError({ code: "METHOD_NOT_SUPPORTED" });
      return { result: { data } };
    } catch (cause) {
      return failure(cause, call);
    }
  }

  function failure(cause: unknown, call: Pick<Call, "type"> & { path?: string }): TRPCResponse {
    const error = getTRPCErrorFromUnknown(cause);
    const { path } = call;
    const type = call.type ?? "unknown";
    onError({ error, path, request });
    return {
      error: getErrorShape({ config, error, type, path, input: undefined, ctx: undefined }),
    };
  }

  try {
    const { batch, calls } = callsIn(router, request, options.maxBatchSize);
    const context = Promise.resolve().then(() => createContext(request, reply));
    // What it fails with is each call's own error, if that gets so far.
    context.catch(() => {});
    const [only] = calls;
    if (!batch && only !== undefined) return await answerOne(only, 0, context);
    return await Promise.all(calls.map((call, index) => answerOne(call, index, context)));
  } catch (cause) {
    return failure(cause, { type: null });
  }
}

const methodOf: Record<TRPCProcedureType, string> = {
  query: "GET",
  mutation: "POST",
  subscription: "GET",
};
