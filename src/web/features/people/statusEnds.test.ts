import { describe, expect, it } from "vitest";
import { secondsUntil, secondsUntilTomorrow } from "./statusEnds.ts";

const hour = 3600;
/** A Thursday, by whatever zone the test runs in. */
const thursday = new Date(2026, 2, 5, 22, 0);
const sunday = new Date(2026, 2, 8, 23, 0);

describe("a status ends", () => {
  it("never, or after so long", () => {
    expect(secondsUntil("never", thursday)).toBeNull();
    expect(secondsUntil("halfHour", thursday)).toBe(hour / 2);
    expect(secondsUntil("fourHours", thursday)).toBe(4 * hour);
  });

  it("with the day and with the week", () => {
    expect(secondsUntil("today", thursday)).toBe(2 * hour);
    expect(secondsUntil("week", thursday)).toBe((2 + 3 * 24) * hour);
    expect(secondsUntil("week", sunday)).toBe(hour);
  });

  it("never at once", () => {
    expect(secondsUntil("today", new Date(2026, 2, 5, 23, 59, 59, 900))).toBe(1);
  });
});

describe("tomorrow", () => {
  it("begins at eight", () => {
    expect(secondsUntilTomorrow(thursday)).toBe(10 * hour);
  });
});
