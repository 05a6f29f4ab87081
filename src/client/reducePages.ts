import type { LogEvent } from "../shared/events.ts";
import type { HistoryPage, Message, Reaction, ThreadSummary } from "../shared/messages.ts";

/** What a set of pages shows: the timeline of a room, or the replies of a thread. */
export type HistoryScope =
  | {
      /** The room, by its id. */
      roomId: string;
    }
  | {
      /** The message that began the thread, by its id. */
      rootId: string;
    };

/** What an event does to one message; `null` removes it. */
type Change = (message: Message) => Message | null;

/**
 * Pages of history, ascending, after one more event. `asOf` of each page says which events it already
 * contains; those change nothing in it, so that applying an event twice is applying it once. A new
 * message joins the last page when that page reaches the end. What did not change keeps its identity.
 */
export function applyToPages(
  pages: HistoryPage[],
  event: LogEvent,
  scope: HistoryScope,
): HistoryPage[] {
  switch (event.type) {
    case "message.created": {
      const { message, thread } = event;
      if ("roomId" in scope && scope.roomId !== message.roomId) return pages;
      const within = "roomId" in scope ? null : scope.rootId;
      if (message.threadRootId === within) return appended(pages, message, event.seq);
      return thread === null ? pages : withThread(pages, event.seq, thread);
    }
    case "message.edited":
      return changed(pages, event.seq, event.message.id, () => event.message);
    case "message.deleted": {
      const after = changed(pages, event.seq, event.messageId, (message) =>
        deleted(message, event.at),
      );
      return event.thread === null ? after : withThread(after, event.seq, event.thread);
    }
    case "reaction.added":
      return changed(pages, event.seq, event.messageId, (message) => ({
        ...message,
        reactions: reactionsWith(message.reactions, event.emoji, event.userId),
      }));
    case "reaction.removed":
      return changed(pages, event.seq, event.messageId, (message) => ({
        ...message,
        reactions: reactionsWithout(message.reactions, event.emoji, event.userId),
      }));
    case "message.pinned":
      return changed(pages, event.seq, event.messageId, (message) => ({
        ...message,
        pinned: event.pinned,
      }));
    case "message.unpinned":
      return changed(pages, event.seq, event.messageId, (message) => ({
        ...message,
        pinned: null,
      }));
    case "emoji.added":
    case "emoji.removed":
    case "message.saved":
    case "message.unsaved":
    case "workspace.updated":
    case "user.created":
    case "user.updated":
    case "account.updated":
    case "session.revoked":
    case "room.added":
    case "room.removed":
    case "room.updated":
    case "member.joined":
    case "member.left":
    case "member.updated":
    case "membership.updated":
    case "read.updated":
    case "thread.updated":
    case "draft.updated":
    case "command.invoked":
    case "command.answered":
      return pages;
    default:
      event satisfies never;
      return pages;
  }
}

function appended(pages: HistoryPage[], message: Message, seq: number): HistoryPage[] {
  const last = pages.at(-1);
  if (last === undefined || last.newer !== null || last.asOf >= seq) return pages;
  return pages.with(-1, { ...last, messages: [...last.messages, message], asOf: seq });
}

function changed(
  pages: HistoryPage[],
  seq: number,
  messageId: string,
  change: Change,
): HistoryPage[] {
  for (const [pageIndex, page] of pages.entries()) {
    const index = page.messages.findIndex(({ id }) => id === messageId);
    const message = page.messages[index];
    if (message === undefined) continue;
    if (page.asOf >= seq) return pages;
    const after = change(message);
    const messages =
      after === null ? page.messages.toSpliced(index, 1) : page.messages.with(index, after);
    return pages.with(pageIndex, { ...page, messages, asOf: seq });
  }
  return pages;
}

function withThread(
  pages: HistoryPage[],
  seq: number,
  { rootId, summary }: { rootId: string; summary: ThreadSummary },
): HistoryPage[] {
  return changed(pages, seq, rootId, (root) => {
    if (summary.replyCount > 0) return { ...root, thread: summary };
    return root.deletedAt === null ? { ...root, thread: null } : null;
  });
}

/** A root with replies keeps its place, emptied. */
function deleted(message: Message, at: string): Message | null {
  return message.thread === null ? null : emptied(message, at);
}

/** What is left of a deleted message in its place. */
export function emptied(message: Message, at: string): Message {
  return {
    ...message,
    body: "",
    attachments: [],
    reactions: [],
    mentions: { userIds: [], room: false },
    quotedId: null,
    pinned: null,
    deletedAt: at,
  };
}

function reactionsWith(reactions: Reaction[], emoji: string, userId: string): Reaction[] {
  const index = reactions.findIndex((reaction) => reaction.emoji === emoji);
  const reaction = reactions[index];
  if (reaction === undefined) return [...reactions, { emoji, userIds: [userId] }];
  if (reaction.userIds.includes(userId)) return reactions;
  return reactions.with(index, { ...reaction, userIds: [...reaction.userIds, userId] });
}

function reactionsWithout(reactions: Reaction[], emoji: string, userId: string): Reaction[] {
  return reactions.flatMap((reaction) => {
    if (reaction.emoji !== emoji) return [reaction];
    const userIds = reaction.userIds.filter((id) => id !== userId);
    return userIds.length === 0 ? [] : [{ ...reaction, userIds }];
  });
}
