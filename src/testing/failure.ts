import { errorDetails } from "../client/errors.ts";
import type { ErrorCode, ErrorDetails } from "../shared/errors.ts";

/** How a call ends: with an error's code, or well. */
export async function outcomeOf(call: Promise<unknown>): Promise<ErrorCode | "ok"> {
  return (await failureOf(call))?.code ?? "ok";
}

/** What a call is refused with; `null` when it is not. */
export async function failureOf(call: Promise<unknown>): Promise<ErrorDetails | null> {
  try {
    await call;
    return null;
  } catch (error) {
    return errorDetails(error);
  }
}
