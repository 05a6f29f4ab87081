import { useMinute } from "../../ui/clock.ts";

/** What time it is for someone. */
export function LocalTime({ timeZone }: { timeZone: string }) {
  const now = useMinute();
  const time = localTime(now, timeZone);
  return time && <span> · {time} local time</span>;
}

function localTime(now: Date, timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat(undefined, { timeStyle: "short", timeZone }).format(now);
  } catch {
    // A zone that the server knows and this browser does not.
    return null;
  }
}
