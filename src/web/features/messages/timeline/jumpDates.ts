/** A day as a date field has it, `2026-03-12`, in the reader's own zone. */
export function dateValue(day: Date): string {
  const [year, month, date] = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return [String(year).padStart(4, "0"), pad(month), pad(date)].join("-");
}

/** When that day begins for the reader; `null` for what is no day. */
export function startOfDate(value: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return null;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  const start = new Date(0);
  start.setFullYear(year, month - 1, date);
  start.setHours(0, 0, 0, 0);
  return start.getMonth() === month - 1 ? start : null;
}

/** Days that one goes back to without looking them up. */
export function quickDates(today: Date): { words: string; value: string }[] {
  const back = (days: number, months = 0) =>
    dateValue(
      new Date(
        today.getFullYear(),
        today.getMonth() - months,
        months > 0 ? 1 : today.getDate() - days,
      ),
    );
  return [
    { words: "Today", value: back(0) },
    { words: "Yesterday", value: back(1) },
    { words: "A week ago", value: back(7) },
    { words: "Last month", value: back(0, 1) },
    { words: "The beginning", value: "1970-01-02" },
  ];
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
