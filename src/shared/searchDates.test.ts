import { describe, expect, it } from "vitest";
import { timesOf } from "./searchDates.ts";
import { parseSearch } from "./searchQuery.ts";

function times(text: string, timeZone = "UTC", now = "2026-03-05T23:30:00.000Z") {
  return timesOf(parseSearch(text).filters, { timeZone, now: new Date(now) });
}

describe("the dates of a search", () => {
  it("are days, months and years of the asker", () => {
    expect(times("on:2026-03-05", "Asia/Kolkata")).toEqual({
      since: "2026-03-04T18:30:00.000Z",
      until: "2026-03-05T18:30:00.000Z",
    });
    expect(times("on:2026-02")).toEqual({
      since: "2026-02-01T00:00:00.000Z",
      until: "2026-03-01T00:00:00.000Z",
    });
    expect(times("on:2025").until).toBe("2026-01-01T00:00:00.000Z");
  });

  it("end before a day and begin after one", () => {
    expect(times("before:2026-03-05 after:2026-03-01")).toEqual({
      since: "2026-03-02T00:00:00.000Z",
      until: "2026-03-05T00:00:00.000Z",
    });
    expect(times("after:2025").since).toBe("2026-01-01T00:00:00.000Z");
  });

  it("follow the asker's clock", () => {
    expect(times("on:today", "Pacific/Auckland").since).toBe("2026-03-05T11:00:00.000Z");
    expect(times("on:yesterday", "America/New_York").since).toBe("2026-03-04T05:00:00.000Z");
  });

  it("are right when the clock changes", () => {
    expect(times("on:2026-03-29", "Europe/Vienna")).toEqual({
      since: "2026-03-28T23:00:00.000Z",
      until: "2026-03-29T22:00:00.000Z",
    });
  });

  it("all have to hold", () => {
    expect(times("after:2026-01-01 after:2026-02-01 before:2027 before:2026-06")).toEqual({
      since: "2026-02-02T00:00:00.000Z",
      until: "2026-06-01T00:00:00.000Z",
    });
    expect(times("kettle")).toEqual({ since: null, until: null });
  });
});
