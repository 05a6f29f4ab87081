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

/** What an answer outside of tRPC says, as far as it came from a Snug server. */
export function answeredError(body: unknown): SnugError {
  const details = isDetails(body) ? body : unavailable;
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

function sentDetails(data: unknown): ErrorDetails | null {
  return isRecord(data) && isDetails(data.snug) ? data.snug : null;
}

function isDetails(value: unknown): value is ErrorDetails {
  return isRecord(value) && typeof value.code === "string" && typeof value.message === "string";
}
