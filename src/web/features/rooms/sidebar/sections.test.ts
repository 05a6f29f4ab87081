import { describe, expect, it } from "vitest";
import type { JoinedRoom, Membership } from "../../../../shared/rooms.ts";
import { callsForReading, sectionsOf, unreadTotal } from "./sections.ts";

function room(name: string, more: Partial<JoinedRoom> = {}, mine: Partial<Membership> = {}) {
  const joined: JoinedRoom = {
    id: name,
    kind: "public",
    name,
    topic: "",
    createdBy: null,
    createdAt: "2025-03-12T12:00:00.000Z",
    archivedAt: null,
    memberCount: 2,
    directUserIds: [],
    lastMessageSeq: 0,
    lastMessageAt: null,
    ...more,
    membership: {
      role: "member",
      notify: "everything",
      joinedAt: "2025-03-12T12:00:00.000Z",
      readSeq: 0,
      unreadCount: 0,
      mentionCount: 0,
      savedIds: [],
      unreadThreadIds: [],
      drafts: [],
      ...mine,
    },
  };
  return joined;
}

function names(rooms: JoinedRoom[], options: { currentId?: string; heldId?: string } = {}) {
  const sections = sectionsOf(rooms, {
    titleOf: ({ name }) => name,
    currentId: options.currentId ?? null,
    heldId: options.heldId ?? null,
  });
  return {
    unread: sections.unread.map(({ name }) => name),
    rooms: sections.rooms.map(({ name }) => name),
    direct: sections.direct.map(({ name }) => name),
  };
}

describe("the parts of the sidebar", () => {
  it("lists rooms by name and direct ones by their latest message", () => {
    const sorted = names([
      room("b"),
      room("a"),
      room("old", { kind: "direct", lastMessageSeq: 1 }),
      room("new", { kind: "direct", lastMessageSeq: 9 }),
    ]);
    expect(sorted).toEqual({ unread: [], rooms: ["a", "b"], direct: ["new", "old"] });
  });

  it("gathers what is unread, mentions first", () => {
    const sorted = names([
      room("talk", { lastMessageSeq: 9 }, { unreadCount: 4 }),
      room("named", { lastMessageSeq: 2 }, { unreadCount: 1, mentionCount: 1 }),
      room("quiet"),
    ]);
    expect(sorted.unread).toEqual(["named", "talk"]);
    expect(sorted.rooms).toEqual(["quiet"]);
  });

  it("heeds how much one wants to hear of a room", () => {
    expect(callsForReading(room("a", {}, { notify: "mentions", unreadCount: 3 }))).toBe(false);
    const named = room("a", {}, { notify: "mentions", unreadCount: 3, mentionCount: 1 });
    expect(callsForReading(named)).toBe(true);
    const muted = room("a", {}, { notify: "nothing", unreadCount: 3, mentionCount: 1 });
    expect(callsForReading(muted)).toBe(false);
  });

  it("keeps the room that one is reading where it was", () => {
    expect(names([room("read")], { currentId: "read", heldId: "read" }).unread).toEqual(["read"]);
  });

  it("leaves out archived rooms, but for the one that is open", () => {
    const archived = room("old", { archivedAt: "2025-03-12T12:00:00.000Z" });
    expect(names([archived]).rooms).toEqual([]);
    expect(names([archived], { currentId: "old" }).rooms).toEqual(["old"]);
  });

  it("counts what calls for reading", () => {
    const total = unreadTotal([
      room("a", {}, { unreadCount: 2 }),
      room("b", {}, { notify: "mentions", unreadCount: 5, mentionCount: 1 }),
      room("c", {}, { notify: "nothing", unreadCount: 7 }),
    ]);
    expect(total).toBe(3);
  });
});
