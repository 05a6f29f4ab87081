import { TRPCClientError } from "@trpc/client";
import type { ErrorDetails } from "../shared/errors.ts";
import { SnugError } from "../shared/errors.ts";

/**
 * What went wrong, from anything that a call of `client.api` may throw. Switch on `code`; show
 * `message`. When no answer of a Snug server came at all, the code is `UNAVAILABLE`.
 */
export function errorDetails(error: unknown): ErrorDetails {
  if (error instanceof SnugError) return error.details;
  if (!(error instanceof TRPCClientError)) return unexpected;
  return sentDetails(error.data) ?? withoutAnswer(statusOf(error.meta));
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
  return isObject(data) && isDetails(data.snug) ? data.snug : null;
}

/** The answer of something in between, such as a proxy, or none. */
function withoutAnswer(status: number | undefined): ErrorDetails {
  if (status === 413) return { code: "TOO_LARGE", message: "That is too large to send." };
  if (status === 429) return { code: "RATE_LIMITED", message: "Too fast. Wait a moment." };
  return unavailable;
}

function statusOf(meta: unknown): number | undefined {
  if (!isObject(meta) || !isObject(meta.response)) return undefined;
  return typeof meta.response.status === "number" ? meta.response.status : undefined;
}

function isDetails(value: unknown): value is ErrorDetails {
  return isObject(value) && typeof value.code === "string" && typeof value.message === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
