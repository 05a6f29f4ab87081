import { errorDetails } from "../../client/errors.ts";

/** What went wrong with a call, in words that one can act on. */
export function failureWords(error: unknown): string {
  const { code, message, retryAfterMs } = errorDetails(error);
  if (code === "RATE_LIMITED" && retryAfterMs !== undefined) {
    return `Too many tries. Wait ${waitWords(retryAfterMs)}, then try again.`;
  }
  return message;
}

/** "20 seconds", "1 minute": rounded up, so that waiting as told is enough. */
export function waitWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  if (seconds < 60) return count(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? count(minutes, "minute") : count(Math.ceil(minutes / 60), "hour");
}

function count(number: number, unit: string): string {
  return number === 1 ? `1 ${unit}` : `${number} ${unit}s`;
}
