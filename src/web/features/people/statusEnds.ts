/** When a status is to end, as one says it. */
export const statusEnds = [
  { value: "never", words: "Don’t clear it" },
  { value: "halfHour", words: "30 minutes" },
  { value: "hour", words: "1 hour" },
  { value: "fourHours", words: "4 hours" },
  { value: "today", words: "Today" },
  { value: "week", words: "This week" },
] as const;
export type StatusEnd = (typeof statusEnds)[number]["value"];

const minute = 60;
const hour = 60 * minute;

/** Seconds from now; days and weeks are those of the clock on this device. `null`: for good. */
export function secondsUntil(end: StatusEnd, now: Date): number | null {
  switch (end) {
    case "never":
      return null;
    case "halfHour":
      return 30 * minute;
    case "hour":
      return hour;
    case "fourHours":
      return 4 * hour;
    case "today":
      return secondsTo(midnightAfter(now, 1), now);
    case "week":
      // Weeks end with Sunday.
      return secondsTo(midnightAfter(now, 7 - ((now.getDay() + 6) % 7)), now);
  }
}

/** Until people begin to work again. */
export function secondsUntilTomorrow(now: Date): number {
  const morning = midnightAfter(now, 1);
  morning.setHours(8);
  return secondsTo(morning, now);
}

function midnightAfter(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}

function secondsTo(end: Date, now: Date): number {
  return Math.max(1, Math.round((end.getTime() - now.getTime()) / 1000));
}
