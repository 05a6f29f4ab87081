import { describe, expect, it } from "vitest";
import { created, joinedRoom, messageOf, snapshotOf } from "../../../testing/chatEvents.ts";
import type { Message } from "../../../shared/messages.ts";
import type { JoinedRoom, Membership } from "../../../shared/rooms.ts";
import { noticeOf } from "./noticeOf.ts";

const now = Date.parse("2026-01-01T00:00:10.000Z");

interface Case {
  message?: Partial<Message>;
  room?: Partial<JoinedRoom>;
  mine?: Partial<Membership>;
  presence?: { mode: "auto" | "dnd"; until: string | null };
}

function told({ message, room, mine, presence }: Case = {}): boolean {
  const snapshot = { ...snapshotOf(), rooms: [joinedRoom(room, mine)] };
  if (presence) snapshot.me = { ...snapshot.me, presence };
  return noticeOf(created(messageOf(11, message)), snapshot, now) !== null;
}

const naming = { mentions: { userIds: ["me"], room: false } };

describe("a message is told of", () => {
  it("as the level of its room says", () => {
    expect(told()).toBe(true);
    expect(told({ mine: { notify: "mentions" } })).toBe(false);
    expect(told({ mine: { notify: "mentions" }, message: naming })).toBe(true);
    expect(told({ mine: { notify: "mentions" }, room: { kind: "direct" } })).toBe(true);
    expect(told({ mine: { notify: "nothing" }, message: naming })).toBe(false);
    expect(told({ mine: { muted: true }, message: naming })).toBe(false);
  });

  it("unless it is one's own, read already, or old news", () => {
    expect(told({ message: { authorId: "me" } })).toBe(false);
    expect(told({ mine: { readSeq: 11 } })).toBe(false);
    expect(told({ message: { createdAt: "2025-12-31T23:00:00.000Z" } })).toBe(false);
    expect(told({ message: { roomId: "elsewhere" } })).toBe(false);
  });

  it("in a thread only when it names one", () => {
    expect(told({ message: { threadRootId: "m1" } })).toBe(false);
    expect(told({ message: { threadRootId: "m1", ...naming } })).toBe(true);
  });

  it("not while one does not want to be disturbed, and again when that is over", () => {
    expect(told({ presence: { mode: "dnd", until: null } })).toBe(false);
    expect(told({ presence: { mode: "dnd", until: "2026-01-01T01:00:00.000Z" } })).toBe(false);
    expect(told({ presence: { mode: "dnd", until: "2026-01-01T00:00:00.000Z" } })).toBe(true);
  });

  it("with its author, its room and its text without marks", () => {
    const body = "**Look** at <#r1>, <@gone>: [this](https://x.example)\n\n```ts\ncode\n```";
    const notice = noticeOf(created(messageOf(11, { body })), snapshotOf(), now);
    expect(notice).toMatchObject({
      title: "Someone in #general",
      body: "Look at #general, @someone: this\ncode",
    });
  });

  it("with a private room's name alone, which has no sign in text", () => {
    const rooms = [joinedRoom({ kind: "private", name: "vault" })];
    const notice = noticeOf(created(messageOf(11)), { ...snapshotOf(), rooms }, now);
    expect(notice?.title).toBe("Someone in vault");
  });
});
