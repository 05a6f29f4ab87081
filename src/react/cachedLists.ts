import type { InfiniteData, Query, QueryClient, QueryKey } from "@tanstack/react-query";
import type { LogEvent } from "../shared/events.ts";
import type { Message, SavedMessage, SavedPage } from "../shared/messages.ts";
import type { SearchPage } from "../shared/search.ts";
import type { SearchFilter } from "../shared/searchQuery.ts";
import { parseSearch } from "../shared/searchQuery.ts";
import type { ThreadFollow } from "../shared/threads.ts";
import { applyToMessage, cachedMessage, cachedThreadEnd } from "./cachedPages.ts";
import { followAfter, lastReplyIn, threadPagesAfter, threadsAfter } from "./followedThreads.ts";
import { followKey, foundKey, pinsKey, savedKey, threadsKey, unreadThreadsKey } from "./keys.ts";
import type { ListRule, Reading } from "./listRules.ts";
import { mapped } from "./listRules.ts";
import { readSnapshot } from "./snapshotReaders.ts";

/** The queries of lists. Unlike pages of history they do not say how new they are: every event counts. */
export function listQueries(cache: QueryClient): Query[] {
  const keys = [pinsKey, savedKey, foundKey, threadsKey, unreadThreadsKey, followKey];
  return keys.flatMap((queryKey) => cache.getQueryCache().findAll({ queryKey }));
}

/** Applies events to all of them; the pages of history have them already, for what is found there. */
export function applyToCachedLists(cache: QueryClient, events: readonly LogEvent[]): void {
  const reading: Reading = {
    change: (message, event) => applyToMessage([event], message),
    find: (messageId) => cachedMessage(cache, messageId),
    findLastReply: (rootId) => lastReplyIn(cachedThreadEnd(cache, rootId)),
  };

  function after<Item>(list: Item[], rule: ListRule<Item>): Item[] {
    return events.reduce((now, event) => rule(now, event, reading), list);
  }

  function follow<Item>(above: QueryKey, ruleOf: (key: QueryKey) => ListRule<Item>): void {
    for (const { queryKey } of cache.getQueryCache().findAll({ queryKey: above })) {
      const list = cache.getQueryData<Item[]>(queryKey);
      if (list === undefined) continue;
      const changed = after(list, ruleOf(queryKey));
      if (changed !== list) cache.setQueryData<Item[]>(queryKey, changed);
    }
  }

  function followPages<Page>(above: QueryKey, ruleOf: (key: QueryKey) => ListRule<Page>): void {
    for (const { queryKey } of cache.getQueryCache().findAll({ queryKey: above })) {
      const data = cache.getQueryData<InfiniteData<Page>>(queryKey);
      if (data === undefined) continue;
      const pages = after(data.pages, ruleOf(queryKey));
      if (pages !== data.pages) cache.setQueryData(queryKey, { ...data, pages });
    }
  }

  follow(pinsKey, (key) => pinsAfter(inputOf(key, "roomId")));
  follow(unreadThreadsKey, () => threadsAfter);
  followPages(savedKey, () => savedAfter);
  followPages(foundKey, (key) => foundAfter(inputOf(key, "text") ?? ""));
  followPages(threadsKey, () => threadPagesAfter);

  const meId = readSnapshot(cache)?.me.id;
  for (const { queryKey } of cache.getQueryCache().findAll({ queryKey: followKey })) {
    const rule = followAfter(inputOf(queryKey, "rootId"), meId);
    cache.setQueryData<ThreadFollow>(queryKey, (known) => known && events.reduce(rule, known));
  }
}

/** The pins of a room, pinned last first. */
export function pinsAfter(roomId: string | undefined): ListRule<Message> {
  return (pins, event, { change, find }) => {
    let listed = pins;
    if (event.type === "message.pinned" && event.roomId === roomId) {
      const message = pins.some(({ id }) => id === event.messageId) ? null : find(event.messageId);
      if (message) listed = [message, ...pins];
    }
    return mapped(listed, (pin) => {
      const message = change(pin, event);
      return message.pinned === null || message.deletedAt !== null ? null : message;
    });
  };
}

/** The pages of what one saved, saved last first. */
export function savedAfter(
  pages: SavedPage[],
  event: LogEvent,
  { change, find }: Reading,
): SavedPage[] {
  const unsavedId = event.type === "message.unsaved" ? event.messageId : null;
  return mapped(withSaved(pages, event, find), (page) => {
    const items = mapped(page.items, (item) =>
      item.message.id === unsavedId ? null : withMessage(item, change(item.message, event)),
    );
    return items === page.items ? page : { ...page, items };
  });
}

function withSaved(pages: SavedPage[], event: LogEvent, find: Reading["find"]): SavedPage[] {
  const [first] = pages;
  if (event.type !== "message.saved" || first === undefined) return pages;
  const isItsOwn = ({ message }: SavedMessage) => message.id === event.messageId;
  if (pages.some(({ items }) => items.some(isItsOwn))) return pages;
  const message = find(event.messageId);
  if (message === undefined) return pages;
  return pages.with(0, { ...first, items: [{ message, savedAt: event.at }, ...first.items] });
}

/** The pages of what was found for a text. What else an event brings or takes from them, the server tells. */
export function foundAfter(text: string): ListRule<SearchPage> {
  const { filters } = parseSearch(text);
  return (pages, event, { change }) => {
    const goneId = filters.map((filter) => failingBy(event, filter)).find((id) => id !== null);
    return mapped(pages, (page) => {
      const hits = mapped(page.hits, (hit) =>
        hit.message.id === goneId ? null : withMessage(hit, change(hit.message, event)),
      );
      return hits === page.hits ? page : { ...page, hits };
    });
  };
}

/** The message that does not pass a filter any more. */
function failingBy(event: LogEvent, filter: SearchFilter): string | null {
  if (filter.key !== "is") return null;
  switch (event.type) {
    case "message.pinned":
    case "message.unpinned":
      return filter.value === "pinned" && filter.not === (event.type === "message.pinned")
        ? event.messageId
        : null;
    case "message.saved":
    case "message.unsaved":
      return filter.value === "saved" && filter.not === (event.type === "message.saved")
        ? event.messageId
        : null;
    default:
      return null;
  }
}

function withMessage<Item extends { message: Message }>(item: Item, message: Message): Item | null {
  if (message.deletedAt !== null) return null;
  return message === item.message ? item : { ...item, message };
}

/** What a query of tRPC's asks about. */
function inputOf([, asked]: QueryKey, name: string): string | undefined {
  const value = property(property(asked, "input"), name);
  return typeof value === "string" ? value : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
