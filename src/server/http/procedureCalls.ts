import type { AnyRouter, TRPCProcedureType } from "@trpc/server";
import { TRPCError } from "@trpc/server";
import type { FastifyRequest } from "fastify";

import { SnugError } from "../../shared/errors.ts";

export type CallsRequest = FastifyRequest<{
  Params: { "*": string };
  Querystring: Record<string, string | string[] | undefined>;
}>;

/** What one request asks for. */
export interface Calls {
  /** Whether the answer is a list, be it of one. */
  batch: boolean;
  calls: readonly Call[];
}

export interface Call {
  path: string;
  /** `null`: there is no such procedure. */
  type: TRPCProcedureType | null;
  /** Throws for what is no JSON: only of who may call at all is the input looked at. */
  input(): unknown;
}

/** Throws when the request cannot be understood as a whole. */
export function callsIn(router: AnyRouter, request: CallsRequest, maxBatchSize: number): Calls {
  if (request.method !== "GET" && !isJson(request.headers["content-type"])) {
    throw new TRPCError({ code: "UNSUPPORTED_MEDIA_TYPE" });
  }
  if (wantsLines(request)) {
    throw new TRPCError({ code: "BAD_REQUEST", cause: oneDocument() });
  }
  const batch = first(request.query["batch"]) === "1";
  const address = request.params["*"];
  const paths = batch ? address.split(",") : [address];
  if (paths.length > maxBatchSize) throw new TRPCError({ code: "BAD_REQUEST" });
  const inputs = once(() => inputsOf(request, batch));
  const calls = paths.map((path, index) => ({
    path,
    type: typeOf(router, path),
    input: () => (batch ? ownValue(inputs(), String(index)) : inputs()),
  }));
  const types = new Set(calls.flatMap(({ type }) => type ?? []));
  if (types.size > 1) throw new TRPCError({ code: "BAD_REQUEST" });
  return { batch, calls };
}

/** The part of a GET's address, or the body. */
function inputsOf({ method, query, body }: CallsRequest, batch: boolean): unknown {
  const text = method === "GET" ? first(query["input"]) : body;
  const inputs = typeof text === "string" && text !== "" ? parse(text) : undefined;
  if (batch && inputs !== undefined && !isRecord(inputs)) {
    throw new TRPCError({ code: "BAD_REQUEST" });
  }
  return inputs;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TRPCError({ code: "BAD_REQUEST", cause });
  }
}

/** Of all the calls, that many times. */
function once<Value>(compute: () => Value): () => Value {
  let computed: { value: Value } | null = null;
  return () => (computed ??= { value: compute() }).value;
}

function typeOf(router: AnyRouter, path: string): TRPCProcedureType | null {
  // tRPC's types of any router are `any` throughout.
  // oxlint-disable-next-line typescript/no-unsafe-assignment
  const procedures: Record<string, { _def: { type: TRPCProcedureType } }> = router._def.procedures;
  return Object.hasOwn(procedures, path) ? (procedures[path]?._def.type ?? null) : null;
}

function ownValue(values: unknown, key: string): unknown {
  return isRecord(values) && Object.hasOwn(values, key) ? values[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Media types are case-insensitive (RFC 9110, section 8.3.1). */
function isJson(contentType: string | undefined): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === "application/json";
}

/** As tRPC's streaming link asks. */
function wantsLines({ headers }: CallsRequest): boolean {
  return (
    headers["trpc-accept"] === "application/jsonl" ||
    /application\/jsonl/.test(headers.accept ?? "")
  );
}

function oneDocument(): SnugError {
  return new SnugError(
    "INVALID_INPUT",
    "Answers are one JSON document: use httpLink or httpBatchLink.",
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
