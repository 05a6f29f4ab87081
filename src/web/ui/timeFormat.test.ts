import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dayOf, formatTime, fullTime } from "./timeFormat.ts";

// A zone whose clocks change: elsewhere there would be no day of 23 hours to be wrong about.
vi.stubEnv("TZ", "Europe/Berlin");
afterAll(() => {
  vi.unstubAllEnvs();
});

const now = new Date(2025, 2, 12, 15, 30);
const today = new Date(2025, 2, 12, 14, 2);
const yesterday = new Date(2025, 2, 11, 23, 59);
const thisYear = new Date(2025, 0, 5, 9, 5);
const longAgo = new Date(2023, 5, 1, 9, 5);

beforeEach(() => {
  vi.stubGlobal("navigator", { language: "de-DE" });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("formatTime", () => {
  it("shortens by how far back the time is", () => {
    expect(formatTime(today, now, "short")).toBe("14:02");
    expect(formatTime(yesterday, now, "short")).toBe("Yesterday 23:59");
    expect(formatTime(new Date(2025, 2, 13, 9, 5), now, "short")).toBe("Tomorrow 09:05");
    expect(formatTime(thisYear, now, "short")).toBe("5 Jan");
    expect(formatTime(longAgo, now, "short")).toBe("1 Jun 2023");
  });

  it("names days for dividers", () => {
    expect(formatTime(today, now, "day")).toBe("Today");
    expect(formatTime(yesterday, now, "day")).toBe("Yesterday");
    expect(formatTime(thisYear, now, "day")).toMatch(/^Sunday,? 5 January$/u);
    expect(formatTime(longAgo, now, "day")).toMatch(/^Thursday,? 1 June 2023$/u);
  });

  it("counts minutes for an hour, and forgives a clock that is ahead", () => {
    expect(formatTime(new Date(now.getTime() - 30_000), now, "relative")).toBe("just now");
    expect(formatTime(new Date(now.getTime() + 30_000), now, "relative")).toBe("just now");
    expect(formatTime(new Date(now.getTime() - 5 * 60_000), now, "relative")).toBe("5 min ago");
    expect(formatTime(new Date(now.getTime() + 20 * 60_000), now, "relative")).toBe("in 20 min");
    expect(formatTime(today, now, "relative")).toBe("14:02");
    expect(formatTime(yesterday, now, "relative")).toBe("yesterday 23:59");
  });

  it("calls the day before yesterday even when the clocks were changed between", () => {
    const afterChange = new Date(2025, 2, 31, 0, 10);
    expect(formatTime(new Date(2025, 2, 30, 0, 5), afterChange, "day")).toBe("Yesterday");
  });

  it("keeps an English reader's own order and clock", () => {
    vi.stubGlobal("navigator", { language: "en-US" });
    expect(formatTime(today, now, "clock").replace(/\s/u, " ")).toBe("2:02 PM");
    expect(formatTime(thisYear, now, "short")).toBe("Jan 5");
  });
});

describe("fullTime", () => {
  it("has the weekday, the year and the zone", () => {
    expect(fullTime(today)).toMatch(/Wednesday.*12 March 2025.*14:02:00 \S+/u);
  });
});

describe("a day", () => {
  it("goes from midnight to midnight", () => {
    const { start, end } = dayOf(today);
    expect(new Date(start)).toEqual(new Date(2025, 2, 12));
    expect(new Date(end)).toEqual(new Date(2025, 2, 13));
  });
});
