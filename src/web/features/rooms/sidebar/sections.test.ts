import { describe, expect, it } from "vitest";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { sampleRoom as room } from "../../../../testing/samples.ts";
import { countOf, sectionsOf, unreadTotal } from "./sections.ts";

function names(rooms: JoinedRoom[], options: { currentId?: string; heldId?: string } = {}) {
  const sections = sectionsOf(rooms, {
    titleOf: ({ name }) => name,
    currentId: options.currentId ?? null,
    heldId: options.heldId ?? null,
  });
  return {
    favourites: sections.favourites.map(({ name }) => name),
    rooms: sections.rooms.map(({ name }) => name),
    direct: sections.direct.map(({ name }) => name),
  };
}

describe("the parts of the sidebar", () => {
  it("lists rooms by name and direct ones by their latest message, favourites of both above", () => {
    const sorted = names([
      room("b"),
      room("a"),
      room("old", { kind: "direct", lastMessageSeq: 1 }),
      room("new", { kind: "direct", lastMessageSeq: 9 }),
      room("pal", { kind: "direct" }, { favourite: true }),
      room("den", {}, { favourite: true }),
    ]);
    expect(sorted).toEqual({
      favourites: ["den", "pal"],
      rooms: ["a", "b"],
      direct: ["new", "old"],
    });
  });

  it("begins each with what is unread, mentions first", () => {
    const sorted = names([
      room("quiet"),
      room("talk", {}, { unreadCount: 4 }),
      room("titled", {}, { unreadCount: 1, mentionCount: 1 }),
    ]);
    expect(sorted.rooms).toEqual(["titled", "talk", "quiet"]);
  });

  it("heeds how much one wants to hear of a room", () => {
    const unread = { unreadCount: 3, mentionCount: 0 };
    const named = { unreadCount: 3, mentionCount: 1 };
    expect(countOf(room("a", {}, unread))).toBe(3);
    expect(countOf(room("a", {}, { ...unread, notify: "mentions" }))).toBe(0);
    expect(countOf(room("a", {}, { ...named, notify: "mentions" }))).toBe(1);
    expect(countOf(room("a", { kind: "direct" }, { ...unread, notify: "mentions" }))).toBe(3);
    expect(countOf(room("a", {}, { ...named, notify: "nothing" }))).toBe(0);
    expect(countOf(room("a", {}, { ...named, muted: true }))).toBe(0);
    expect(countOf(room("a", {}, { unreadCount: 0, mentionCount: 2 }))).toBe(2);
  });

  it("leaves out what is hidden, until it calls for reading or is open", () => {
    const hidden = room("attic", {}, { hidden: true });
    const calling = room("attic", {}, { hidden: true, unreadCount: 1 });
    const muted = room("attic", {}, { hidden: true, unreadCount: 1, muted: true });
    expect(names([hidden]).rooms).toEqual([]);
    expect(names([muted]).rooms).toEqual([]);
    expect(names([calling]).rooms).toEqual(["attic"]);
    expect(names([hidden], { currentId: "attic" }).rooms).toEqual(["attic"]);
  });

  it("keeps the room that one is reading where it was", () => {
    const rooms = [room("a"), room("read")];
    expect(names(rooms, { currentId: "read", heldId: "read" }).rooms).toEqual(["read", "a"]);
    expect(names(rooms, { currentId: "read" }).rooms).toEqual(["a", "read"]);
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
