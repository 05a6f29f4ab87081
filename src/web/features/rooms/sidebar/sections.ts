import type { JoinedRoom } from "../../../../shared/rooms.ts";

export interface Sections {
  unread: JoinedRoom[];
  rooms: JoinedRoom[];
  direct: JoinedRoom[];
}

interface SectionOptions {
  /** Rooms by the name they are shown with. */
  titleOf: (room: JoinedRoom) => string;
  /** The room that is open: it is listed even when it is archived. */
  currentId: string | null;
  /** A room that was unread when it was opened stays where it was clicked until one leaves it. */
  heldId: string | null;
}

/** Sorts the rooms that one is in into the parts of the sidebar. */
export function sectionsOf(rooms: readonly JoinedRoom[], options: SectionOptions): Sections {
  const { titleOf, currentId, heldId } = options;
  const listed = rooms.filter((room) => room.archivedAt === null || room.id === currentId);
  const [unread, rest] = divide(listed, (room) => room.id === heldId || callsForReading(room));
  const [direct, named] = divide(rest, (room) => room.kind === "direct");
  return {
    unread: unread.toSorted(
      (a, b) => b.membership.mentionCount - a.membership.mentionCount || latestFirst(a, b),
    ),
    rooms: named.toSorted((a, b) => titleOf(a).localeCompare(titleOf(b))),
    direct: direct.toSorted(latestFirst),
  };
}

/** Whether a room has something new that its member wants to hear of. */
export function callsForReading({ kind, membership, archivedAt }: JoinedRoom): boolean {
  const { notify, unreadCount, mentionCount } = membership;
  if (archivedAt !== null || notify === "nothing") return false;
  if (mentionCount > 0) return true;
  return unreadCount > 0 && (notify === "everything" || kind === "direct");
}

/** What the window's title counts: what is meant for one, and what one asked to hear of. */
export function unreadTotal(rooms: readonly JoinedRoom[]): number {
  return rooms
    .filter(callsForReading)
    .map(({ membership }) =>
      membership.notify === "everything" ? membership.unreadCount : membership.mentionCount,
    )
    .reduce((sum, count) => sum + count, 0);
}

function latestFirst(a: JoinedRoom, b: JoinedRoom): number {
  return b.lastMessageSeq - a.lastMessageSeq || b.createdAt.localeCompare(a.createdAt);
}

function divide<Item>(items: readonly Item[], matches: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(matches), items.filter((item) => !matches(item))];
}
