/** The workday `count` workdays before `now`, at `minute` minutes after midnight, in local time. */
export function workdayBefore(now: Date, count: number, minute: number): Date {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  for (let left = count; left > 0;) {
    day.setDate(day.getDate() - 1);
    if (day.getDay() !== 0 && day.getDay() !== 6) left -= 1;
  }
  day.setMinutes(minute);
  return day;
}

export function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000);
}
