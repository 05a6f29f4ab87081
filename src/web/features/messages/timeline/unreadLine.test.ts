import { describe, expect, it } from "vitest";
import { clearedLine, movedLine, openedLine } from "./unreadLine.ts";

describe("the line above what is new", () => {
  it("stands at the first unread message of a room that is opened", () => {
    expect(openedLine({ readSeq: 10, unreadCount: 3 }).after).toBe(10);
    expect(openedLine({ readSeq: 10, unreadCount: 0 }).after).toBeNull();
  });

  it("stays while one reads past it", () => {
    const line = openedLine({ readSeq: 10, unreadCount: 3 });
    expect(movedLine(line, { readSeq: 20, unreadCount: 0 }, true).after).toBe(10);
  });

  it("does not appear for what one watches arriving", () => {
    const line = openedLine({ readSeq: 10, unreadCount: 0 });
    expect(movedLine(line, { readSeq: 10, unreadCount: 1 }, true).after).toBeNull();
  });

  it("moves to what arrived while nobody was looking", () => {
    const read = movedLine(
      openedLine({ readSeq: 10, unreadCount: 3 }),
      { readSeq: 20, unreadCount: 0 },
      true,
    );
    expect(movedLine(read, { readSeq: 20, unreadCount: 1 }, false).after).toBe(20);
  });

  it("stays at the first of several that arrive unseen", () => {
    const line = movedLine(
      openedLine({ readSeq: 10, unreadCount: 0 }),
      { readSeq: 10, unreadCount: 1 },
      false,
    );
    expect(movedLine(line, { readSeq: 10, unreadCount: 2 }, false)).toBe(line);
  });

  it("is held where one marked messages unread, until one writes", () => {
    const line = movedLine(
      openedLine({ readSeq: 20, unreadCount: 0 }),
      { readSeq: 12, unreadCount: 4 },
      true,
    );
    expect(line).toMatchObject({ after: 12, held: true });
    expect(clearedLine(line)).toMatchObject({ after: null, held: false });
  });
});
