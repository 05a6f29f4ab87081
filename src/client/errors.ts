import { TRPCClientError } from "@trpc/client";
import type { ErrorDetails } from "../shared/errors.ts";
import { SnugError } from "../shared/errors.ts";
import { isRecord } from "./record.ts";

/**
 * What went wrong, from anything that a call of `client.api` may throw. Switch on `code`; show
 * `message`. When no answer of a Snug server came, the code is `UNAVAILABLE`.
 */
export function errorDetails(error: unknown): ErrorDetails {
  if (error instanceof SnugError) return error.details;
  if (!(error instanceof TRPCClientError)) return unexpected;
  return sentDetails(error.data) ?? unavailable;
}

/**
 * What an answer outside of tRPC says. Where it did not come from a Snug server, but from what stands before
 * it, its HTTP status tells; without one, nobody answered.
 */
export function answeredError(body: unknown, status: number | null = null): SnugError {
  const details = isDetails(body) ? body : detailsOf(status);
  return new SnugError(details.code, details.message, details);
}

const unexpected: ErrorDetails = {
  code: "INTERNAL",
  message: "Something went wrong. Try again in a moment.",
};

const unavailable: ErrorDetails = {
  code: "UNAVAILABLE",
  message: "The server cannot be reached. Check your connection.",
};

const tooLarge: ErrorDetails = {
  code: "TOO_LARGE",
  message: "This is larger than the server takes.",
};

function detailsOf(status: number | null): ErrorDetails {
  if (status === 413) return tooLarge;
  // These are how a proxy says that it reached no server.
  return status === null || [502, 503, 504].includes(status) ? unavailable : unexpected;
}

function sentDetails(data: unknown): ErrorDetails | null {
  return isRecord(data) && isDetails(data.snug) ? data.snug : null;
}

function isDetails(value: unknown): value is ErrorDetails {
  return isRecord(value) && typeof value.code === "string" && typeof value.message === "string";
}
