import { formatTime } from "./timeFormat.ts";

/** "until 14:02", "until tomorrow 8:00", "until 12 Mar". */
export function untilWords(end: string): string {
  return `until ${formatTime(new Date(end), new Date(), "short").replace(/^T/, "t")}`;
}
