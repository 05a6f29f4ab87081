import type { LogEventOf, Snapshot } from "../../../shared/events.ts";
import type { Message } from "../../../shared/messages.ts";
import { roomInWords } from "../../../shared/roomInWords.ts";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import type { ChosenPresence } from "../../../shared/presence.ts";
import { plainText } from "./plainText.ts";

/** Something to tell of. */
export interface Notice {
  message: Message;
  /** Who, and where unless it was said to one alone. */
  title: string;
  body: string;
}

/** What is older when it arrives, as after a night offline, is no news: it waits in its room. */
export const newsMs = 60_000;

/** Whether a message is to be told of, by its room's level and one's own wish for quiet. `now`: the server's time. */
export function noticeOf(
  { message }: LogEventOf<"message.created">,
  snapshot: Snapshot,
  now: number,
): Notice | null {
  const { me, users } = snapshot;
  const room = snapshot.rooms.find(({ id }) => id === message.roomId);
  if (!room || message.authorId === me.id || isQuiet(me.presence, now)) return null;
  if (now - Date.parse(message.createdAt) > newsMs || isRead(message, room)) return null;
  if (!isWanted(message, room, me.id)) return null;
  const author = users.find(({ id }) => id === message.authorId);
  const name = message.authorName ?? author?.displayName ?? "Someone";
  return {
    message,
    title: titleOf(name, room),
    body: plainText(message, snapshot),
  };
}

export function isQuiet({ mode, until }: ChosenPresence, now: number): boolean {
  return mode === "dnd" && (until === null || Date.parse(until) > now);
}

export function isRead({ seq }: Message, room: JoinedRoom): boolean {
  return seq <= room.membership.readSeq;
}

function isWanted(message: Message, room: JoinedRoom, myId: string): boolean {
  const { notify, muted } = room.membership;
  if (muted || notify === "nothing") return false;
  if (message.mentions.room || message.mentions.userIds.includes(myId)) return true;
  // A thread goes on between those who are in it; whoever else is wanted is named.
  if (message.threadRootId !== null) return false;
  return notify === "everything" || room.kind === "direct";
}

function titleOf(name: string, room: JoinedRoom): string {
  if (room.kind !== "direct") return `${name} in ${roomInWords(room)}`;
  return room.memberCount > 2 ? `${name} to you and others` : name;
}
