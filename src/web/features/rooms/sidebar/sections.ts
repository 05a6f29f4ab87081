import type { JoinedRoom } from "../../../../shared/rooms.ts";

export const sectionNames = ["favourites", "rooms", "direct"] as const;
export type SectionName = (typeof sectionNames)[number];
export type Sections = Record<SectionName, JoinedRoom[]>;

interface SectionOptions {
  /** Rooms by the name they are shown with. */
  titleOf: (room: JoinedRoom) => string;
  /** The room that is open: it is listed even when it is archived or hidden. */
  currentId: string | null;
  /** A room that was unread when it was opened stays where it was clicked until one leaves it. */
  heldId: string | null;
}

/** Sorts the rooms that one is in into the parts of the sidebar, what calls for reading first in each. */
export function sectionsOf(rooms: readonly JoinedRoom[], options: SectionOptions): Sections {
  const { titleOf, currentId, heldId } = options;
  const listed = rooms.filter((room) => room.id === currentId || isListed(room));
  const [favourites, rest] = divide(listed, ({ membership }) => membership.favourite);
  const [direct, named] = divide(rest, ({ kind }) => kind === "direct");
  const unreadFirst = (a: JoinedRoom, b: JoinedRoom) => calls(b) - calls(a);
  const byTitle = (a: JoinedRoom, b: JoinedRoom) => titleOf(a).localeCompare(titleOf(b));
  return {
    favourites: favourites.toSorted((a, b) => unreadFirst(a, b) || byTitle(a, b)),
    rooms: named.toSorted((a, b) => unreadFirst(a, b) || byTitle(a, b)),
    direct: direct.toSorted((a, b) => unreadFirst(a, b) || latestFirst(a, b)),
  };

  /** Mentions before other news, and those before the rest. */
  function calls(room: JoinedRoom): number {
    if (!callsForReading(room)) return room.id === heldId ? 1 : 0;
    return room.membership.mentionCount > 0 ? 2 : 1;
  }
}

function isListed(room: JoinedRoom): boolean {
  if (room.archivedAt !== null) return false;
  return !room.membership.hidden || callsForReading(room);
}

/** Whether a room has something new that its member wants to hear of. */
export function callsForReading(room: JoinedRoom): boolean {
  return countOf(room) > 0;
}

/** How many messages of a room call for reading, by its level; none of a muted or archived one. */
export function countOf({ kind, membership, archivedAt }: JoinedRoom): number {
  const { notify, muted, unreadCount, mentionCount } = membership;
  if (muted || archivedAt !== null || notify === "nothing") return 0;
  // Whatever is written to one directly is meant for one.
  if (notify === "mentions" && kind !== "direct") return mentionCount;
  return Math.max(unreadCount, mentionCount);
}

/** What the window's title counts. */
export function unreadTotal(rooms: readonly JoinedRoom[]): number {
  return rooms.reduce((sum, room) => sum + countOf(room), 0);
}

function latestFirst(a: JoinedRoom, b: JoinedRoom): number {
  return b.lastMessageSeq - a.lastMessageSeq || b.createdAt.localeCompare(a.createdAt);
}

function divide<Item>(items: readonly Item[], matches: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(matches), items.filter((item) => !matches(item))];
}
