import type { QueryClient } from "@tanstack/react-query";
import type { LogEvent, LogEventType } from "../shared/events.ts";

/** Which procedures answer differently after an event, where the snapshot, the pages and the lists do not tell. */
const procedures: Record<LogEventType, string[]> = {
  "workspace.updated": ["workspace.get", "session.state"],
  "user.created": ["admin.accounts", "invites.list"],
  "user.updated": ["users.get", "admin.accounts"],
  "account.updated": ["session.state", "admin.accounts"],
  "session.revoked": ["session.list"],
  "room.added": ["rooms.browse", "rooms.get", "messages.saved"],
  "room.removed": [
    "rooms.browse",
    "rooms.get",
    "rooms.members",
    "files.ofRoom",
    "messages.saved",
    "search.messages",
  ],
  "room.updated": ["rooms.browse", "rooms.get"],
  "member.joined": ["rooms.browse", "rooms.get", "rooms.members", "botCommands.inRoom"],
  "member.left": ["rooms.browse", "rooms.get", "rooms.members", "botCommands.inRoom"],
  "member.updated": ["rooms.members"],
  "membership.updated": [],
  "read.updated": [],
  "message.created": ["threads.list", "threads.unread"],
  "message.edited": [
    "messages.edits",
    // It may be found no more, or be found now.
    "search.messages",
  ],
  "message.deleted": ["threads.list", "threads.unread", "messages.get", "files.ofRoom"],
  "reaction.added": [],
  "reaction.removed": [],
  // The message may not be known here; what is pinned or saved, or is not, may be searched for.
  "message.pinned": ["messages.pins", "search.messages"],
  "message.unpinned": ["search.messages"],
  "message.saved": ["messages.saved", "search.messages"],
  "message.unsaved": ["search.messages"],
  "emoji.added": [],
  "emoji.removed": [],
  "draft.updated": [],
  "command.invoked": [],
  "command.answered": [],
  "thread.updated": ["threads.list", "threads.unread"],
};

/** A replay may bring hundreds of events: what they make stale is asked for again once. */
const gatherMs = 100;

/** Marks tRPC's own queries as stale when events say so; those in sight are then fetched again. */
export function staleQueries(cache: QueryClient): StaleQueries {
  const gathered = new Set<string>();
  let everything = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    timer = undefined;
    const isStale = (path: unknown) =>
      Array.isArray(path) && (everything || gathered.has(path.join(".")));
    void cache.invalidateQueries({ predicate: ({ queryKey }) => isStale(queryKey[0]) });
    gathered.clear();
    everything = false;
  }

  function flushSoon(): void {
    timer ??= setTimeout(flush, gatherMs);
  }

  return {
    add(event) {
      for (const procedure of procedures[event.type] ?? []) gathered.add(procedure);
      if (event.type === "message.created" && event.message.attachments.length > 0) {
        gathered.add("files.ofRoom");
      }
      if (gathered.size > 0) flushSoon();
    },
    addAll() {
      everything = true;
      flushSoon();
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
    },
  };
}

interface StaleQueries extends Disposable {
  add(event: LogEvent): void;
  addAll(): void;
}
