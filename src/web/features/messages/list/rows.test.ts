import { describe, expect, it } from "vitest";
import type { TimelineItem } from "../../../../react/index.ts";
import { rowsOf } from "./rows.ts";
import type { MessageRow } from "./rows.ts";

const noon = new Date(2025, 2, 12, 12, 0, 0).getTime();
const minute = 60_000;

function item(seq: number, authorId: string, atMs: number, more: object = {}): TimelineItem {
  return {
    key: `key-${seq}`,
    outbox: null,
    message: {
      id: `message-${seq}`,
      clientId: `key-${seq}`,
      roomId: "room",
      authorId,
      authorName: null,
      body: "Hello",
      attachments: [],
      reactions: [],
      mentions: { userIds: [], room: false },
      threadRootId: null,
      thread: null,
      quotedId: null,
      pinned: null,
      seq,
      createdAt: new Date(atMs).toISOString(),
      editedAt: null,
      deletedAt: null,
      ...more,
    },
  };
}

function layOut(items: TimelineItem[], unreadAfter: number | null = null): MessageRow[] {
  return rowsOf(items, { unreadAfter, meId: "me", withStart: false }).filter(
    (row) => row.type === "message",
  );
}

describe("rows of a timeline", () => {
  it("are the same objects until something above them changes", () => {
    const [first, second] = [item(2, "ann", noon), item(3, "bob", noon)];
    const before = layOut([first, second]);
    const after = layOut([item(1, "ann", noon), first, second]);
    expect(after[1]).not.toBe(before[0]);
    expect(after[1]?.leads).toBe(false);
    expect(after[2]).toBe(before[1]);
  });

  it("groups one author's messages for five minutes from the first of them", () => {
    const rows = layOut([
      item(1, "ann", noon),
      item(2, "ann", noon + 4 * minute),
      item(3, "ann", noon + 6 * minute),
    ]);
    expect(rows.map((row) => row.leads)).toEqual([true, false, true]);
  });

  it("starts a group when another author speaks, and when a bot changes its name", () => {
    const rows = layOut([
      item(1, "ann", noon),
      item(2, "bob", noon),
      item(3, "bot", noon, { authorName: "Deploys" }),
      item(4, "bot", noon, { authorName: "Alarms" }),
    ]);
    expect(rows.map((row) => row.leads)).toEqual([true, true, true, true]);
  });

  it("divides days in the reader's own zone", () => {
    const lateEvening = new Date(2025, 2, 12, 23, 59, 0).getTime();
    const rows = layOut([item(1, "ann", lateEvening), item(2, "ann", lateEvening + 2 * minute)]);
    expect(rows.map((row) => row.startsDay)).toEqual([true, true]);
    expect(rows[1]?.leads).toBe(true);
  });

  it("takes midnight for the next day, and a clock that was set back for the day before", () => {
    const midnight = new Date(2025, 2, 13).getTime();
    const rows = layOut([
      item(1, "ann", midnight - 1),
      item(2, "ann", midnight),
      item(3, "ann", midnight + 1),
      item(4, "ann", midnight - 1),
    ]);
    expect(rows.map((row) => row.startsDay)).toEqual([true, true, false, true]);
  });

  it("draws the line once, above the first new message of someone else", () => {
    const rows = layOut(
      [
        item(1, "ann", noon),
        item(2, "me", noon),
        item(3, "ann", noon),
        item(4, "ann", noon + minute),
      ],
      1,
    );
    expect(rows.map((row) => row.startsUnread)).toEqual([false, false, true, false]);
    expect(rows[2]?.leads).toBe(true);
  });

  it("does not draw the line above what is still being sent", () => {
    const pending = {
      ...item(0, "ann", noon),
      outbox: {
        clientId: "key-0",
        roomId: "room",
        threadRootId: null,
        quotedId: null,
        body: "Hello",
        attachments: [],
        createdAt: new Date(noon).toISOString(),
        status: "pending" as const,
        error: null,
      },
    };
    expect(layOut([pending], 0).map((row) => row.startsUnread)).toEqual([false]);
  });

  it("shows the author again after a tombstone", () => {
    const deletedAt = new Date(noon).toISOString();
    const rows = layOut([item(1, "ann", noon, { deletedAt }), item(2, "ann", noon)]);
    expect(rows[1]?.leads).toBe(true);
  });

  it("puts the start first where the list is complete", () => {
    const rows = rowsOf([item(1, "ann", noon)], { unreadAfter: null, meId: "me", withStart: true });
    expect(rows.map((row) => row.key)).toEqual(["start", "key-1"]);
  });
});
