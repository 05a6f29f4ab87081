import { describe, expect, it } from "vitest";
import { versionsWith } from "./versionsWith.ts";

const first = { body: "Tea at four", writtenAt: "2026-01-01T00:00:00.000Z" };
const second = { body: "Tea at five", writtenAt: "2026-01-02T00:00:00.000Z" };

describe("the versions of a message", () => {
  it("begin with an edit that they do not hold yet", () => {
    const now = { body: second.body, editedAt: "2026-01-03T00:00:00.000Z" };
    expect(versionsWith(now, [first])).toEqual([
      { body: second.body, writtenAt: now.editedAt },
      first,
    ]);
  });

  it("hold it once, whatever the time on this machine", () => {
    const now = { body: second.body, editedAt: "2026-01-03T00:00:00.000Z" };
    expect(versionsWith(now, [second, first])).toEqual([second, first]);
  });

  it("stay as they are when they are newer than the message", () => {
    const third = { body: "Tea", writtenAt: "2026-01-04T00:00:00.000Z" };
    const now = { body: second.body, editedAt: second.writtenAt };
    expect(versionsWith(now, [third, second, first])).toEqual([third, second, first]);
    expect(versionsWith({ body: first.body, editedAt: null }, [second, first])).toEqual([
      second,
      first,
    ]);
  });
});
