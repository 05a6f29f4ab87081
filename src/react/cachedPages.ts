import type { InfiniteData, Query, QueryClient } from "@tanstack/react-query";
import type { HistoryScope } from "../client/index.ts";
import { applyToPages } from "../client/index.ts";
import { emptied } from "../client/reducePages.ts";
import type { LogEvent } from "../shared/events.ts";
import type { HistoryPage, HistoryPosition, Message } from "../shared/messages.ts";
import { historiesKey, historyKey, messageKey, scopeOf } from "./keys.ts";

export type Pages = InfiniteData<HistoryPage, HistoryPosition | null>;

/** The queries that events keep true: sets of pages, and single messages. */
export function pageQueries(cache: QueryClient): Query[] {
  const queries = cache.getQueryCache();
  return [historiesKey, messageKey].flatMap((queryKey) => queries.findAll({ queryKey }));
}

/** Applies events to all of them. */
export function applyToCachedPages(cache: QueryClient, events: readonly LogEvent[]): void {
  for (const { queryKey } of cache.getQueryCache().findAll({ queryKey: historiesKey })) {
    const scope = scopeOf(queryKey);
    const data = cache.getQueryData<Pages>(queryKey);
    if (scope === null || data === undefined) continue;
    const pages = after(events, data.pages, scope);
    if (pages !== data.pages) cache.setQueryData<Pages>(queryKey, { ...data, pages });
  }
  for (const { queryKey } of cache.getQueryCache().findAll({ queryKey: messageKey })) {
    const message = cache.getQueryData<Message>(queryKey);
    if (message === undefined) continue;
    const changed = applyToMessage(events, message);
    if (changed !== message) cache.setQueryData<Message>(queryKey, changed);
  }
}

/** A message that stands in a timeline or a thread that was loaded, or was asked for alone. */
export function cachedMessage(cache: QueryClient, messageId: string): Message | undefined {
  for (const [, data] of cache.getQueriesData<Pages>({ queryKey: historiesKey })) {
    for (const { messages } of data?.pages ?? []) {
      const found = messages.find(({ id }) => id === messageId);
      if (found !== undefined) return found;
    }
  }
  const alone = cache.getQueriesData<Message>({ queryKey: messageKey });
  return alone.map(([, message]) => message).find((message) => message?.id === messageId);
}

/** The last pages of a thread, where they reach its end: they hold its newest replies. */
export function cachedThreadEnd(cache: QueryClient, rootId: string): HistoryPage[] {
  const end = cache.getQueryData<Pages>(historyKey({ rootId }, null))?.pages ?? [];
  return end.at(-1)?.newer === null ? end : [];
}

/** The room that a query shows something of, where its pages tell. */
export function roomOf(cache: QueryClient, { queryKey }: Query): string | undefined {
  const scope = scopeOf(queryKey);
  if (scope !== null && "roomId" in scope) return scope.roomId;
  const data = cache.getQueryData<Pages | Message>(queryKey);
  if (data === undefined || "roomId" in data) return data?.roomId;
  return data.pages.flatMap(({ messages }) => messages).at(0)?.roomId;
}

function after(
  events: readonly LogEvent[],
  pages: HistoryPage[],
  scope: HistoryScope,
): HistoryPage[] {
  return events.reduce((all, event) => applyToPages(all, event, scope), pages);
}

/**
 * A message that was fetched alone does not say how new it is, so every event counts. Those that it
 * contains already come again in their order and end where they ended before. What
 * is gone is asked for again, and then not found: until then it stands emptied.
 */
export function applyToMessage(events: readonly LogEvent[], message: Message): Message {
  const page = { messages: [message], older: null, newer: { after: message.seq }, asOf: 0 };
  const [changed] = after(events, [page], { roomId: message.roomId });
  const at = events.at(-1)?.at ?? message.createdAt;
  return changed?.messages[0] ?? { ...emptied(message, at), thread: null };
}
