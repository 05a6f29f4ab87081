import { describe, expect, it } from "vitest";
import type { LogEvent } from "../shared/events.ts";
import {
  created,
  deleted,
  edited,
  joinedRoom,
  mentioningMe,
  messageOf,
  snapshotOf,
} from "../testing/chatEvents.ts";
import { applyToSnapshot } from "./reduce.ts";

const at = "2026-01-01T00:00:00.000Z";

function membershipAfter(event: LogEvent, before = {}) {
  return applyToSnapshot(snapshotOf({}, before), event).rooms[0]?.membership;
}

describe("a snapshot and one more event", () => {
  it("stands at the event's seq, in the same epoch", () => {
    expect(applyToSnapshot(snapshotOf(), created(messageOf(11))).cursor).toBe("epoch:11");
  });

  it("is the same when it holds the event already", () => {
    const snapshot = snapshotOf();
    expect(applyToSnapshot(snapshot, created(messageOf(10)))).toBe(snapshot);
  });

  it("keeps what did not change, and moves on past a room that one is not in", () => {
    const before = snapshotOf();
    const after = applyToSnapshot(before, created(messageOf(11, { roomId: "elsewhere" })));
    expect(after).toEqual({ ...before, cursor: "epoch:11" });
    expect(after.rooms).toBe(before.rooms);
    expect(after.users).toBe(before.users);
  });

  it("gains a room, loses it, and gains it anew as it is then", () => {
    const added = (seq: number, name: string): LogEvent => {
      return { type: "room.added", seq, at, room: joinedRoom({ id: "r2", name }) };
    };
    const twice = applyToSnapshot(applyToSnapshot(snapshotOf(), added(11, "a")), added(12, "b"));
    expect(twice.rooms.map(({ name }) => name)).toEqual(["general", "b"]);
    const removed: LogEvent = { type: "room.removed", seq: 13, at, roomId: "r2", reason: "left" };
    expect(applyToSnapshot(twice, removed).rooms).toHaveLength(1);
  });
});

describe("unread messages and mentions", () => {
  it("grow with what others say", () => {
    expect(membershipAfter(created(messageOf(11)))).toMatchObject({
      readSeq: 4,
      unreadCount: 2,
      mentionCount: 1,
    });
    const mention = messageOf(11, { mentions: mentioningMe });
    expect(membershipAfter(created(mention))).toMatchObject({ unreadCount: 2, mentionCount: 2 });
  });

  it("end with what one says oneself", () => {
    expect(membershipAfter(created(messageOf(11, { authorId: "me" })))).toMatchObject({
      readSeq: 11,
      unreadCount: 0,
      mentionCount: 0,
    });
  });

  it("are left alone by replies, but for their mentions", () => {
    const reply = { threadRootId: "m5", mentions: mentioningMe };
    expect(membershipAfter(created(messageOf(11, reply)))).toMatchObject({
      unreadCount: 1,
      mentionCount: 2,
    });
    const mine = created(messageOf(11, { threadRootId: "m5", authorId: "me" }));
    const before = snapshotOf();
    expect(applyToSnapshot(before, mine).rooms).toBe(before.rooms);
  });

  it("shrink when what was not read is deleted", () => {
    const mention = messageOf(5, { mentions: mentioningMe });
    expect(membershipAfter(deleted(11, mention))).toMatchObject({
      unreadCount: 0,
      mentionCount: 0,
    });
    const reply = messageOf(6, { threadRootId: "m5", mentions: mentioningMe });
    expect(membershipAfter(deleted(11, reply))).toMatchObject({ unreadCount: 1, mentionCount: 0 });
    const read = messageOf(4, { mentions: mentioningMe });
    expect(membershipAfter(deleted(11, read))).toMatchObject({ unreadCount: 1, mentionCount: 1 });
  });

  it("follow an edit that begins or ends a mention", () => {
    const plain = messageOf(5);
    const mention = messageOf(5, { mentions: mentioningMe });
    expect(membershipAfter(edited(11, plain, mentioningMe))?.mentionCount).toBe(0);
    expect(membershipAfter(edited(11, mention))?.mentionCount).toBe(2);
    expect(membershipAfter(edited(11, mention, mentioningMe))?.mentionCount).toBe(1);
    expect(membershipAfter(edited(11, mention), { readSeq: 5 })?.mentionCount).toBe(1);
    const own = messageOf(5, { authorId: "me", mentions: { userIds: [], room: true } });
    expect(membershipAfter(edited(11, own))?.mentionCount).toBe(1);
  });
});
