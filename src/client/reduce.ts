import type { CustomEmoji } from "../shared/emoji.ts";
import type { Draft } from "../shared/drafts.ts";
import type { LogEvent, LogEventOf, Snapshot } from "../shared/events.ts";
import type { Mentions } from "../shared/messages.ts";
import type { JoinedRoom, Membership } from "../shared/rooms.ts";
import type { User } from "../shared/users.ts";
import { cursorAt, seqOf } from "./cursor.ts";

export { applyToPages } from "./reducePages.ts";
export type { HistoryScope } from "./reducePages.ts";

/**
 * [RT12] The snapshot after one more event: deep-equal to what the server would answer now, except that
 * `users` and `rooms` are sets, in no particular order. What did not change keeps its identity.
 *
 * An event that the snapshot already contains changes nothing. An event of a room that one is not in
 * moves the cursor only: a replay may hold what was said in a room before one was added to it.
 */
export function applyToSnapshot(snapshot: Snapshot, event: LogEvent): Snapshot {
  if (event.seq <= seqOf(snapshot.cursor)) return snapshot;
  return { ...applyChange(snapshot, event), cursor: cursorAt(snapshot.cursor, event.seq) };
}

function applyChange(snapshot: Snapshot, event: LogEvent): Snapshot {
  switch (event.type) {
    case "workspace.updated":
      return { ...snapshot, workspace: event.workspace };
    case "user.created":
    case "user.updated":
      return { ...snapshot, users: withUser(snapshot.users, event.user) };
    case "account.updated":
      return { ...snapshot, me: event.me };
    case "emoji.added":
      return { ...snapshot, emoji: withEmoji(snapshot.emoji, event.emoji) };
    case "emoji.removed":
      return { ...snapshot, emoji: snapshot.emoji.filter(({ name }) => name !== event.name) };
    case "room.added":
      return { ...snapshot, rooms: [...without(snapshot.rooms, event.room.id), event.room] };
    case "room.removed":
      return { ...snapshot, rooms: without(snapshot.rooms, event.roomId) };
    case "room.updated":
      return inRoom(snapshot, event.room.id, (room) => ({ ...room, ...event.room }));
    case "member.joined":
    case "member.left":
      return inRoom(snapshot, event.roomId, (room) => ({
        ...room,
        memberCount: event.memberCount,
      }));
    case "member.updated":
      if (event.userId !== snapshot.me.id) return snapshot;
      return inMembership(snapshot, event.roomId, () => ({ role: event.role }));
    case "membership.updated":
      return inMembership(snapshot, event.roomId, () => event.preferences);
    case "read.updated":
      return inMembership(snapshot, event.roomId, () => ({
        readSeq: event.readSeq,
        unreadCount: event.unreadCount,
        mentionCount: event.mentionCount,
      }));
    case "message.created":
      return inRoom(snapshot, event.message.roomId, (room) =>
        afterCreated(room, event, snapshot.me.id),
      );
    case "message.edited":
      return inMembership(snapshot, event.message.roomId, (membership) =>
        afterEdited(membership, event, snapshot.me.id),
      );
    case "message.deleted":
      return inMembership(snapshot, event.roomId, (membership) =>
        afterDeleted(membership, event, snapshot.me.id),
      );
    case "message.saved":
      return inMembership(snapshot, event.roomId, ({ savedIds }) => ({
        savedIds: [...savedIds, event.messageId],
      }));
    case "message.unsaved":
      return inMembership(snapshot, event.roomId, (membership) =>
        withoutSaved(membership, event.messageId),
      );
    case "thread.updated":
      return inMembership(snapshot, event.roomId, (membership) =>
        withThread(membership, event.rootId, event.unread),
      );
    case "draft.updated":
      return inMembership(snapshot, event.roomId, ({ drafts }) => ({
        drafts: withDraft(drafts, event),
      }));
    case "session.revoked":
    case "command.invoked":
    case "command.answered":
    case "reaction.added":
    case "reaction.removed":
    case "message.pinned":
    case "message.unpinned":
      return snapshot;
    default:
      // A newer server may log what this client does not know yet.
      event satisfies never;
      return snapshot;
  }
}

function afterCreated(
  room: JoinedRoom,
  { message, thread }: LogEventOf<"message.created">,
  myId: string,
): JoinedRoom {
  const mine = message.authorId === myId;
  const mentioned = !mine && mentions(message.mentions, myId) ? 1 : 0;
  const { membership } = room;
  if (thread !== null) {
    const news = thread.unreadFor.includes(myId);
    const moved = mine || news ? withThread(membership, thread.rootId, news) : null;
    if (mentioned === 0 && moved === null) return room;
    const mentionCount = membership.mentionCount + mentioned;
    return { ...room, membership: { ...membership, ...moved, mentionCount } };
  }
  return {
    ...room,
    lastMessageSeq: message.seq,
    lastMessageAt: message.createdAt,
    membership: mine
      ? // Who posts has seen what stands above.
        { ...membership, readSeq: message.seq, unreadCount: 0, mentionCount: 0 }
      : {
          ...membership,
          unreadCount: membership.unreadCount + 1,
          mentionCount: membership.mentionCount + mentioned,
        },
  };
}

function afterEdited(
  { readSeq, mentionCount }: Membership,
  { message, mentionsBefore }: LogEventOf<"message.edited">,
  myId: string,
): Partial<Membership> | null {
  if (message.authorId === myId || message.seq <= readSeq) return null;
  const before = mentions(mentionsBefore, myId);
  const after = mentions(message.mentions, myId);
  if (before === after) return null;
  return { mentionCount: mentionCount + (after ? 1 : -1) };
}

function afterDeleted(
  membership: Membership,
  event: LogEventOf<"message.deleted">,
  myId: string,
): Partial<Membership> | null {
  const { readSeq, unreadCount, mentionCount } = membership;
  const saved = withoutSaved(membership, event.messageId);
  if (event.messageSeq <= readSeq) return saved;
  const mentioned = event.authorId !== myId && mentions(event.mentions, myId);
  return {
    ...saved,
    unreadCount: unreadCount - (event.threadRootId === null ? 1 : 0),
    mentionCount: mentionCount - (mentioned ? 1 : 0),
  };
}

function withoutSaved({ savedIds }: Membership, messageId: string): Partial<Membership> | null {
  if (!savedIds.includes(messageId)) return null;
  return { savedIds: savedIds.filter((id) => id !== messageId) };
}

function withThread(
  { unreadThreadIds }: Membership,
  rootId: string,
  unread: boolean,
): Partial<Membership> | null {
  if (unreadThreadIds.includes(rootId) === unread) return null;
  const others = unreadThreadIds.filter((id) => id !== rootId);
  return { unreadThreadIds: unread ? [...others, rootId].toSorted() : others };
}

function withDraft(drafts: Draft[], { rootId, text }: Draft): Draft[] {
  const others = drafts.filter((draft) => draft.rootId !== rootId);
  if (text === "") return others;
  const key = (draft: Draft) => draft.rootId ?? "";
  return [...others, { rootId, text }].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function mentions({ userIds, room }: Mentions, userId: string): boolean {
  return room || userIds.includes(userId);
}

function withUser(users: User[], user: User): User[] {
  const index = users.findIndex(({ id }) => id === user.id);
  return index === -1 ? [...users, user] : users.with(index, user);
}

function withEmoji(emoji: CustomEmoji[], added: CustomEmoji): CustomEmoji[] {
  return [...emoji, added].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function without(rooms: JoinedRoom[], roomId: string): JoinedRoom[] {
  return rooms.filter(({ id }) => id !== roomId);
}

function inRoom(
  snapshot: Snapshot,
  roomId: string,
  change: (room: JoinedRoom) => JoinedRoom,
): Snapshot {
  const index = snapshot.rooms.findIndex(({ id }) => id === roomId);
  const room = snapshot.rooms[index];
  if (room === undefined) return snapshot;
  const changed = change(room);
  return changed === room ? snapshot : { ...snapshot, rooms: snapshot.rooms.with(index, changed) };
}

function inMembership(
  snapshot: Snapshot,
  roomId: string,
  change: (membership: Membership) => Partial<Membership> | null,
): Snapshot {
  return inRoom(snapshot, roomId, (room) => {
    const changed = change(room.membership);
    return changed === null ? room : { ...room, membership: { ...room.membership, ...changed } };
  });
}
