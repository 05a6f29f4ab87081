import type { AnyProcedure } from "@trpc/server";
import { callTRPCProcedure } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import { z } from "zod";

import { SnugError } from "../../../shared/errors.ts";
import { appRouter } from "../../router.ts";
import type { TrpcOptions } from "../trpc.ts";
import { createContext } from "../trpc.ts";
import { clientIdFrom } from "./clientIds.ts";
import type { Endpoint } from "./endpoints.ts";
import { endpointGroups } from "./endpoints.ts";
import { streamOperations } from "./streams.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const nouns: Record<string, Record<string, AnyProcedure>> = appRouter._def.record;

/**
 * The API for those without TypeScript, below `/api`: the same procedures, and so the same rules, at addresses
 * of the usual kind. Failures are `ErrorDetails`.
 */
export async function serveRest(app: FastifyInstance, options: TrpcOptions): Promise<void> {
  await app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        "application/json",
        { parseAs: "string" },
        async (_request: FastifyRequest, body: string) => parseJson(body),
      );
      const paths = Map.groupBy(
        endpointGroups.flatMap(({ endpoints }) => endpoints),
        ({ path }) => path,
      );
      for (const [path, endpoints] of paths) {
        const url = path.replaceAll(/\{(\w+)\}/g, ":$1");
        for (const endpoint of endpoints) {
          scope.route({
            method: endpoint.method,
            url,
            handler: (request, reply) => answer(endpoint, { request, reply, options }),
          });
        }
        refuseOthers(scope, url, endpoints.map(({ method }) => method).concat(streamedAt(path)));
      }
    },
    { prefix: "/api" },
  );
}

/** The methods of an address that others answer. */
function streamedAt(path: string): Endpoint["method"][] {
  const operations = streamOperations[path];
  return (["GET", "POST"] as const).filter(
    (method) => operations?.[method === "GET" ? "get" : "post"] !== undefined,
  );
}

interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  options: TrpcOptions;
}

async function answer(endpoint: Endpoint, { request, reply, options }: Asked): Promise<unknown> {
  const { procedure: path, status } = endpoint;
  const input = inputOf(endpoint, request);
  const result: unknown = await callTRPCProcedure({
    router: appRouter,
    path,
    getRawInput: async () => input,
    ctx: await createContext(request, reply, options),
    type: procedureAt(path)._def.type,
    signal: undefined,
    batchIndex: 0,
  });
  return reply.code(status).header("cache-control", "no-store").send(result);
}

const fieldsSchema = z.record(z.string(), z.unknown());

/** One input from everywhere; what the address says counts most. */
function inputOf(endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> {
  const body = fieldsSchema.safeParse(request.body ?? {});
  if (!body.success) throw new SnugError("INVALID_INPUT", "Send a JSON object.");
  const query = endpoint.query?.safeParse(request.query);
  if (query?.success === false) throw badQuery(query.error);
  const inAddress = fieldsSchema.parse(request.params);
  const input = { ...body.data, ...endpoint.toInput(query?.data ?? {}), ...inAddress };
  if (!endpoint.idempotent) return input;
  return { ...input, clientId: clientIdFrom(request.headers["idempotency-key"]) };
}

function badQuery(error: z.ZodError): SnugError {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[path.join(".")] ??= message;
  return new SnugError("INVALID_INPUT", "Some of the address is not as it should be.", {
    fields,
  });
}

/** An empty body is none: many programs send the header with every request. */
export function parseJson(body: string): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new SnugError("INVALID_INPUT", "The request is not valid JSON.");
  }
}

/** An address that is there answers other methods by saying which ones it takes. */
export function refuseOthers(
  scope: FastifyInstance,
  url: string,
  taken: readonly HTTPMethods[],
): void {
  scope.route({
    method: methods.filter((method) => !taken.includes(method)),
    url,
    async handler(_request, reply) {
      return reply
        .code(405)
        .header("allow", taken.join(", "))
        .send({ code: "INVALID_INPUT", message: `This address takes ${taken.join(" and ")}.` });
    },
  });
}

/** What a procedure takes and gives. Not in tRPC's types, which know them as types only. */
export function schemasOf(procedure: string): { input: z.ZodType | null; output: z.ZodType } {
  const { inputs, output } = definitionSchema.parse(procedureAt(procedure)._def);
  return { input: inputs.at(-1) ?? null, output };
}

function procedureAt(path: string): AnyProcedure {
  const [noun = "", verb = ""] = path.split(".");
  const procedure = nouns[noun]?.[verb];
  if (procedure === undefined) throw new Error(`There is no procedure ${path}.`);
  return procedure;
}

const definitionSchema = z.object({
  inputs: z.array(z.instanceof(z.ZodType)),
  output: z.instanceof(z.ZodType),
});
