import type { QueryKey } from "@tanstack/react-query";
import type { HistoryScope } from "../client/index.ts";

/** Where the snapshot stands in the query cache; kept true by events, never fetched by the cache. */
export const snapshotKey = ["snug", "snapshot"] as const;

/** Above every set of pages. */
export const historiesKey = ["snug", "history"] as const;

/** Above every `trpc.messages.get`, under tRPC's own key. */
export const messageKey = [["messages", "get"]] as const;

/** Above the lists of messages that a procedure answers with, under tRPC's own keys. */
export const pinsKey = [["messages", "pins"]] as const;
export const savedKey = [["messages", "saved"]] as const;
export const foundKey = [["search", "messages"]] as const;
export const threadsKey = [["threads", "list"]] as const;
export const unreadThreadsKey = [["threads", "unread"]] as const;

/** Above how one follows each thread. */
export const followKey = [["threads", "get"]] as const;

/**
 * One set of pages. `at` is the seq that it was opened around, `null` for the end: two places in one
 * room are two sets. tRPC's own keys leave the position out, which would make them share one.
 */
export function historyKey(scope: HistoryScope, at: number | null): QueryKey {
  return [...historiesKey, scope, at];
}

export function scopeOf(key: QueryKey): HistoryScope | null {
  const scope = key[2];
  if (typeof scope !== "object" || scope === null) return null;
  if ("roomId" in scope && typeof scope.roomId === "string") return { roomId: scope.roomId };
  if ("rootId" in scope && typeof scope.rootId === "string") return { rootId: scope.rootId };
  return null;
}
