import type { TRPCError } from "@trpc/server";
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { limits } from "../../shared/limits.ts";
import { appRouter } from "../router.ts";
import type { Context } from "../routers/context.ts";
import { errorDetails } from "../routers/errors.ts";
import type { Services } from "../services/services.ts";
import { shapeOf } from "./failures.ts";
import { identify } from "./identity.ts";
import { serveProcedures } from "./procedures.ts";
import { requestFacts } from "./requestFacts.ts";
import { isSecure, setSessionCookie } from "./sessionCookie.ts";

export interface TrpcOptions {
  services: Services;
  publicUrl: string | null;
}

/** Queries and mutations, at `/trpc/<procedure>`; several of them joined by commas are a batch. */
export async function serveTrpc(app: FastifyInstance, options: TrpcOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler(async (error, request, reply) => {
      const shape = shapeOf(error, request);
      return reply.code(shape.data.httpStatus).send({ error: shape });
    });
    serveProcedures(scope, "/trpc", {
      router: appRouter,
      maxBatchSize: limits.batch,
      createContext: (request, reply) => createContext(request, reply, options),
      onError: ({ error, path, request }) => logUnexpected(request.log, error, path),
    });
  });
}

/** What nobody expected, for the operator: clients get no more than a sentence. */
export function logUnexpected(
  log: Pick<FastifyBaseLogger, "error">,
  error: TRPCError,
  path: string | undefined,
): void {
  if (errorDetails(error).code !== "INTERNAL") return;
  log.error({ err: error.cause ?? error, path }, "A procedure failed");
}

/** What a procedure is given, of a request that asks for it. */
export async function createContext(
  request: FastifyRequest,
  reply: FastifyReply,
  { services, publicUrl }: TrpcOptions,
): Promise<Context> {
  const { viewer, prolonged } = await identify(request, { services, publicUrl });
  const setSessionToken = (next: string | null) =>
    setSessionCookie(reply, next, isSecure(request, publicUrl));
  if (prolonged !== null) setSessionToken(prolonged);
  return {
    services,
    viewer,
    transport: "http",
    request: requestFacts(request, publicUrl),
    setSessionToken,
  };
}
