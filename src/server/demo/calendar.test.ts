import { expect, it } from "vitest";

import { minutesBefore, workdayBefore } from "./calendar.ts";

it.each([
  [1, "Fri Mar 06 2026 09:30"],
  [5, "Mon Mar 02 2026 09:30"],
  [6, "Fri Feb 27 2026 09:30"],
])("counts %i workdays back over weekends", (count, expected) => {
  const monday = new Date(2026, 2, 9, 8, 0);
  expect(workdayBefore(monday, count, 9 * 60 + 30).toString()).toContain(expected);
});

it("counts minutes back over midnight", () => {
  const now = new Date("2026-03-09T00:10:00Z");
  expect(minutesBefore(now, 30).toISOString()).toBe("2026-03-08T23:40:00.000Z");
});
