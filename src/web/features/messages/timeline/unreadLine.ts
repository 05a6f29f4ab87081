import type { Membership } from "../../../../shared/rooms.ts";

/** Where the line between read and new stands, and whether one asked for it to stay. */
export interface UnreadLine {
  /** Above the first message of others after this seq; `null`: no line. */
  after: number | null;
  /** One marked messages unread here: seeing them does not mark them read until one comes back. */
  held: boolean;
  /** As last seen, to notice when it goes back. */
  readSeq: number;
}

type ReadState = Pick<Membership, "readSeq" | "unreadCount">;

/** On opening a room: above the first unread message. */
export function openedLine({ readSeq, unreadCount }: ReadState): UnreadLine {
  return { after: unreadCount > 0 ? readSeq : null, held: false, readSeq };
}

/**
 * The line after the read state changed. It does not move while one reads past it, so that one sees
 * what was new; it moves to what arrived while nobody was looking.
 */
export function movedLine(line: UnreadLine, read: ReadState, reading: boolean): UnreadLine {
  const { readSeq, unreadCount } = read;
  if (readSeq < line.readSeq) return { after: readSeq, held: true, readSeq };
  const unseen = unreadCount > 0 && !reading && !line.held;
  const after = unseen ? readSeq : line.after;
  if (after === line.after && readSeq === line.readSeq) return line;
  return { ...line, after, readSeq };
}

/** Whoever writes has seen what is above. */
export function clearedLine(line: UnreadLine): UnreadLine {
  return line.after === null && !line.held ? line : { ...line, after: null, held: false };
}
