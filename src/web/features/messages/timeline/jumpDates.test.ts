import { describe, expect, it } from "vitest";
import { dateValue, quickDates, startOfDate } from "./jumpDates.ts";

describe("days to jump to", () => {
  it("go to a date field and come back as the beginning of the same day", () => {
    const day = new Date(2026, 2, 5, 17, 30);
    expect(dateValue(day)).toBe("2026-03-05");
    expect(startOfDate("2026-03-05")).toEqual(new Date(2026, 2, 5));
    expect(startOfDate("0099-03-05")?.getFullYear()).toBe(99);
  });

  it("are nothing while the field holds none", () => {
    for (const value of ["", "2026-3-5", "2026-02-31", "tomorrow"]) {
      expect(startOfDate(value)).toBeNull();
    }
  });

  it("can be had without looking them up", () => {
    expect(quickDates(new Date(2026, 0, 3)).map(({ value }) => value)).toEqual([
      "2026-01-03",
      "2026-01-02",
      "2025-12-27",
      "2025-12-01",
      "1970-01-02",
    ]);
  });
});
