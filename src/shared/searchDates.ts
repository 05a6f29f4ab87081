import type { SearchFilter } from "./searchQuery.ts";

/** From a time on, and up to before another; `null` where there is no such end. */
export interface TimeSpan {
  since: string | null;
  until: string | null;
}

interface Place {
  /** Where the asker's days begin and end. */
  timeZone: string;
  now: Date;
}

/** The time in which all dates of a query hold. A day is neither before nor after itself. */
export function timesOf(filters: readonly SearchFilter[], place: Place): TimeSpan {
  const span: TimeSpan = { since: null, until: null };
  for (const filter of filters) {
    if (filter.key !== "on" && filter.key !== "before" && filter.key !== "after") continue;
    const { first, next } = daysOf(filter.value, place);
    if (filter.key === "on") narrow(span, startOf(first, place), startOf(next, place));
    else if (filter.key === "before") narrow(span, null, startOf(first, place));
    else narrow(span, startOf(next, place), null);
  }
  return span;
}

function narrow(span: TimeSpan, since: string | null, until: string | null): void {
  if (since !== null && (span.since === null || since > span.since)) span.since = since;
  if (until !== null && (span.until === null || until < span.until)) span.until = until;
}

/** The first day that a date means, and the day after its last; as midnights in UTC. */
function daysOf(date: string, { timeZone, now }: Place): { first: Date; next: Date } {
  if (date === "today" || date === "yesterday") {
    const today = new Date(now.getTime() + offsetAt(now, timeZone));
    const back = date === "today" ? 0 : 1;
    const first = day(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - back);
    return { first, next: dayAfter(first) };
  }
  const [year = 0, month, dayOfMonth] = date.split("-").map(Number);
  if (month === undefined) return { first: day(year, 0, 1), next: day(year + 1, 0, 1) };
  if (dayOfMonth === undefined)
    return { first: day(year, month - 1, 1), next: day(year, month, 1) };
  const first = day(year, month - 1, dayOfMonth);
  return { first, next: dayAfter(first) };
}

function day(year: number, month: number, dayOfMonth: number): Date {
  return new Date(Date.UTC(year, month, dayOfMonth));
}

function dayAfter(date: Date): Date {
  return day(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1);
}

/** When the day begins in the time zone. */
function startOf(midnight: Date, { timeZone }: Place): string {
  // The offset there and then: taken at a guess first, which a change of the clock may put off.
  const guess = new Date(midnight.getTime() - offsetAt(midnight, timeZone));
  return new Date(midnight.getTime() - offsetAt(guess, timeZone)).toISOString();
}

/** How many milliseconds clocks in the time zone are ahead of UTC. */
function offsetAt(time: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const name = parts.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0", seconds = "0"] =
    /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -ahead : ahead;
}
