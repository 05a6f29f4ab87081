import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { LogEvent } from "../shared/events.ts";
import type { Message } from "../shared/messages.ts";
import { cachedMessage, cachedThreadEnd } from "./cachedPages.ts";
import { lastReplyIn } from "./followedThreads.ts";
import type { ListRule } from "./listRules.ts";
import { expectedMessage, expectedPages } from "./optimistic.ts";
import { useExpectedEvents } from "./toggles.ts";

/** A list of the cache as it will be. */
export function useExpectedList<Item>(
  list: Item[] | undefined,
  rule: ListRule<Item>,
): Item[] | undefined {
  const cache = useQueryClient();
  const expected = useExpectedEvents();
  return useMemo(
    () => list && expectedList({ cache, list, rule }, expected),
    [cache, list, rule, expected],
  );
}

interface Listed<Item> {
  cache: QueryClient;
  list: Item[];
  rule: ListRule<Item>;
}

export function expectedList<Item>(
  { cache, list, rule }: Listed<Item>,
  events: readonly LogEvent[],
): Item[] {
  const reading = {
    change: (message: Message, event: LogEvent) => expectedMessage(message, [event]),
    find: (messageId: string) => {
      const message = cachedMessage(cache, messageId);
      // It was changed before it was pinned.
      return message && expectedMessage(message, events);
    },
    findLastReply: (rootId: string) =>
      lastReplyIn(expectedPages(cachedThreadEnd(cache, rootId), events)),
  };
  return events.reduce((now, event) => rule(now, event, reading), list);
}
