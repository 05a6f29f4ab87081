/**
 * `clock`: "14:02". `short`: "14:02" today, "Yesterday 14:02", "Tomorrow 14:02", "12 Mar", "12 Mar 2023".
 * `day`: "Today", "Yesterday", "Thursday 12 March".
 * `relative`, for the middle of a sentence: "just now", "5 min ago", "in 5 min", "yesterday 14:02", "12 Mar".
 */
export type TimeFormat = "clock" | "short" | "day" | "relative";

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Words for a time. `now` decides what is today; both are taken in the reader's own zone. */
export function formatTime(time: Date, now: Date, format: TimeFormat): string {
  switch (format) {
    case "clock":
      return formats().clock.format(time);
    case "short":
      return shortTime(time, now);
    case "day":
      return (
        dayWord(time, now) ?? formats()[sameYear(time, now) ? "day" : "dayOfYear"].format(time)
      );
    case "relative":
      return relativeTime(time, now);
  }
}

/** The full date, time and zone, for the tooltip. */
export function fullTime(time: Date): string {
  return formats().full.format(time);
}

/** From when on, and until before when, it is the same day. */
export function dayOf(time: Date): { start: number; end: number } {
  const [year, month, date] = [time.getFullYear(), time.getMonth(), time.getDate()];
  return {
    start: new Date(year, month, date).getTime(),
    end: new Date(year, month, date + 1).getTime(),
  };
}

function shortTime(time: Date, now: Date): string {
  const clock = formats().clock.format(time);
  const day = dayWord(time, now);
  if (day === "Today") return clock;
  if (day) return `${day} ${clock}`;
  return formats()[sameYear(time, now) ? "date" : "dateOfYear"].format(time);
}

function relativeTime(time: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - time.getTime()) / minuteMs);
  // A server's clock may be a little ahead of this one.
  if (minutes < 1 && minutes > -5) return "just now";
  if (minutes > 0 && minutes < 60) return `${minutes} min ago`;
  if (minutes < 0 && minutes > -60) return `in ${-minutes} min`;
  const day = dayWord(time, now);
  return day ? shortTime(time, now).replace(day, day.toLowerCase()) : shortTime(time, now);
}

const dayWords = new Map([
  [-1, "Tomorrow"],
  [0, "Today"],
  [1, "Yesterday"],
]);

/** Rounded, because a day on which the clocks change is not 24 hours long. */
function dayWord(time: Date, now: Date): string | undefined {
  return dayWords.get(Math.round((dayOf(now).start - dayOf(time).start) / dayMs));
}

function sameYear(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear();
}

/**
 * The interface is in English, so its months are too: an English reader's own order and clock
 * ("Mar 12, 2:02 PM" in the United States), and for everyone else "12 Mar, 14:02".
 */
function readerLocale(): string {
  const language = globalThis.navigator?.language ?? "";
  return language.startsWith("en") ? language : "en-GB";
}

type Formats = ReturnType<typeof buildFormats>;
let cached: { key: string; formats: Formats } | undefined;

/** Building a formatter costs more than formatting, and a timeline asks for hundreds. */
function formats(): Formats {
  const key = readerLocale();
  if (cached?.key !== key) cached = { key, formats: buildFormats(key) };
  return cached.formats;
}

function buildFormats(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  return {
    clock: format({ timeStyle: "short" }),
    date: format({ day: "numeric", month: "short" }),
    dateOfYear: format({ day: "numeric", month: "short", year: "numeric" }),
    day: format({ weekday: "long", day: "numeric", month: "long" }),
    dayOfYear: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    full: format({ dateStyle: "full", timeStyle: "long" }),
  };
}
