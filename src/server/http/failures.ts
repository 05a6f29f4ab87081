import { TRPCError } from "@trpc/server";
import type { FastifyReply, FastifyRequest } from "fastify";

import { SnugError } from "../../shared/errors.ts";
import type { ErrorShape } from "../routers/errors.ts";
import { errorShape } from "../routers/errors.ts";

/** Outside of tRPC: the body is the `ErrorDetails`. */
export function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { data } = shapeOf(error, request);
  void reply.code(data.httpStatus).send(data.snug);
}

/** What a client is told of something that was thrown. What nobody expected is logged. */
export function shapeOf(error: unknown, request: Pick<FastifyRequest, "log">): ErrorShape {
  const shape = errorShape(toTrpcError(error));
  if (shape.data.snug.code === "INTERNAL") request.log.error(error, "A request failed");
  return shape;
}

function toTrpcError(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  if (error instanceof SnugError) return new TRPCError({ code: "BAD_REQUEST", cause: error });
  return new TRPCError({ code: protocolCodes[statusOf(error)] ?? "INTERNAL_SERVER_ERROR" });
}

/** Of what Fastify refuses by itself before a handler is reached. */
function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !("statusCode" in error)) return 500;
  const status = Number(error.statusCode);
  return status >= 400 && status < 500 && !(status in protocolCodes) ? 400 : status;
}

const protocolCodes: Record<number, TRPCError["code"]> = {
  400: "BAD_REQUEST",
  404: "NOT_FOUND",
  405: "METHOD_NOT_SUPPORTED",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
};
