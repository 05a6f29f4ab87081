import type { InfiniteData } from "@tanstack/react-query";
import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import type { LogEvent } from "../shared/events.ts";
import type { Message, SavedPage } from "../shared/messages.ts";
import type { SearchPage } from "../shared/search.ts";
import { bind, cachedList, settle, watchTimeline } from "../testing/boundCache.ts";
import { deleted, edited, messageOf, pageOf } from "../testing/chatEvents.ts";
import { foundAfter, pinsAfter, savedAfter } from "./cachedLists.ts";
import { expectedList } from "./expectedLists.ts";
import type { Reading } from "./listRules.ts";
import { foundKey, pinsKey, savedKey } from "./keys.ts";

const at = "2026-01-01T00:00:00.000Z";
const pinned = { userId: "me", at };
const tea = messageOf(3, { body: "Tea", pinned });
const cake = messageOf(4, { body: "Cake", pinned });
const plates = messageOf(5, { body: "Plates" });
const pinsOfRoom = [...pinsKey, { input: { roomId: "r1" }, type: "query" }];

describe("the pins of a room", () => {
  it("follow edits, deletions and unpinning", () => {
    using list = cachedList<Message[]>(pinsOfRoom, [cake, tea]);
    list.hear(edited(11, { ...tea, body: "Coffee" }));
    expect(bodies(list.data())).toEqual(["Cake", "Coffee"]);
    list.hear(deleted(12, cake));
    expect(bodies(list.data())).toEqual(["Coffee"]);
    list.hear(pin(13, tea, false));
    expect(list.data()).toEqual([]);
  });

  it("begin with what is pinned, once, if it is known", async () => {
    using list = cachedList<Message[]>(pinsOfRoom, [tea]);
    await watchTimeline(list.cache).answer(pageOf([plates]));
    list.hear(pin(11, plates), pin(12, messageOf(6)), pin(13, plates));
    const elsewhere = messageOf(7, { roomId: "r2" });
    await watchTimeline(list.cache, "r2").answer(pageOf([elsewhere]));
    list.hear(pin(14, elsewhere));
    expect(bodies(list.data())).toEqual(["Plates", "Tea"]);
    expect(list.data()?.[0]?.pinned).toEqual(pinned);
  });

  it("take what happened while they were under way", async () => {
    using bound = bind();
    const answer = Promise.withResolvers<Message[]>();
    const queryFn = () => answer.promise;
    const observer = new QueryObserver(bound.cache, { queryKey: pinsOfRoom, queryFn });
    observer.subscribe(() => {});
    bound.source.hear(edited(11, { ...tea, body: "Coffee" }), pin(12, cake, false));
    answer.resolve([cake, tea]);
    await settle();
    expect(bodies(observer.getCurrentResult().data)).toEqual(["Coffee"]);
  });

  it("are asked for anew for a pin only", async () => {
    vi.useFakeTimers();
    using bound = bind();
    const queryFn = vi.fn<() => Promise<Message[]>>().mockResolvedValue([cake, tea]);
    new QueryObserver(bound.cache, { queryKey: pinsOfRoom, queryFn }).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(0);
    bound.source.hear(edited(11, tea), pin(12, tea, false), deleted(13, cake));
    await vi.advanceTimersByTimeAsync(1000);
    expect(queryFn).toHaveBeenCalledTimes(1);
    bound.source.hear(pin(14, messageOf(6)));
    await vi.advanceTimersByTimeAsync(1000);
    expect(queryFn).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it("are shown as what one asks for will leave them", () => {
    using bound = bind();
    const rule = pinsAfter("r1");
    const shown = (...events: LogEvent[]) =>
      bodies(expectedList({ cache: bound.cache, list: [cake, tea], rule }, events));
    expect(shown(edited(11, { ...tea, body: "Coffee" }))).toEqual(["Cake", "Coffee"]);
    expect(shown(deleted(11, cake))).toEqual(["Tea"]);
    expect(shown(pin(11, tea, false))).toEqual(["Cake"]);
    bound.cache.setQueryData(watchTimeline(bound.cache).queryKey, {
      pages: [pageOf([plates])],
      pageParams: [null],
    });
    expect(shown(pin(11, plates))).toEqual(["Plates", "Cake", "Tea"]);
    expect(shown(edited(11, { ...plates, body: "Cups" }), pin(12, plates))).toEqual([
      "Cups",
      "Cake",
      "Tea",
    ]);
    expect(shown(pin(11, plates), deleted(12, plates))).toEqual(["Cake", "Tea"]);
  });
});

describe("what one saved", () => {
  const key = [...savedKey, { input: {}, type: "infinite" }];
  const pages: SavedPage[] = [
    { items: [{ message: tea, savedAt: at }], older: 3 },
    { items: [{ message: cake, savedAt: at }], older: null },
  ];
  const shown = (all: SavedPage[] = []) =>
    bodies(all.flatMap(({ items }) => items.map(({ message }) => message)));

  it("follows edits, deletions and removals, and begins with what is saved", async () => {
    using list = cachedList<InfiniteData<SavedPage>>(key, { pages, pageParams: [] });
    await watchTimeline(list.cache).answer(pageOf([plates]));
    list.hear(edited(11, { ...cake, body: "Bread" }), save(12, plates), save(13, plates));
    expect(shown(list.data()?.pages)).toEqual(["Plates", "Tea", "Bread"]);
    list.hear(save(14, tea, false), deleted(15, cake));
    expect(shown(list.data()?.pages)).toEqual(["Plates"]);
  });

  it("is shown as what one asks for will leave it", () => {
    using bound = bind();
    const events = [save(11, tea, false), edited(12, { ...cake, body: "Bread" })];
    const listOf = { cache: bound.cache, list: pages, rule: savedAfter };
    expect(shown(expectedList(listOf, events))).toEqual(["Bread"]);
  });
});

describe("what was found", () => {
  const asItIs: Reading = {
    change: (message) => message,
    find: () => undefined,
    findLastReply: () => undefined,
  };
  const pagesOf = (...messages: Message[]): SearchPage[] => {
    const hits = messages.map((message) => ({ message, snippet: [] }));
    return [{ hits, rooms: [], unknown: [], next: null }];
  };
  const found = (pages: SearchPage[] = []) =>
    bodies(pages.flatMap(({ hits }) => hits.map(({ message }) => message)));

  it("follows edits and deletions", () => {
    const pages = pagesOf(tea, cake);
    const key = [...foundKey, { input: { text: "a" }, type: "infinite" }];
    using list = cachedList<InfiniteData<SearchPage>>(key, { pages, pageParams: [] });
    list.hear(edited(11, { ...tea, body: "Coffee" }), deleted(12, cake));
    expect(found(list.data()?.pages)).toEqual(["Coffee"]);
  });

  it.each([
    ["tea is:pinned", pin(11, tea, false), pin(11, tea), save(11, tea, false)],
    ["-is:pinned", pin(11, tea), pin(11, tea, false), save(11, tea)],
    ["is:saved", save(11, tea, false), save(11, tea), pin(11, tea, false)],
    ["-is:saved", save(11, tea), save(11, tea, false), pin(11, tea)],
  ])("loses for %s what does not fit it any more", (text, contrary, fitting, other) => {
    const key = [...foundKey, { input: { text }, type: "infinite" }];
    using list = cachedList<InfiniteData<SearchPage>>(key, {
      pages: pagesOf(tea, cake),
      pageParams: [],
    });
    list.hear(fitting, other);
    expect(found(list.data()?.pages)).toEqual(["Tea", "Cake"]);
    list.hear(contrary);
    expect(found(list.data()?.pages)).toEqual(["Cake"]);
    const expected = { cache: list.cache, list: pagesOf(tea, cake), rule: foundAfter(text) };
    expect(found(expectedList(expected, [contrary]))).toEqual(["Cake"]);
  });

  it("keeps what is only called so, and what is unpinned for other words", () => {
    for (const text of ["tea", '"is:pinned"', "in:saved"]) {
      const unpinned = found(foundAfter(text)(pagesOf(tea), pin(11, tea, false), asItIs));
      expect(unpinned).toEqual(["Tea"]);
    }
  });

  it("is asked for anew once something is pinned or saved, or is no more", async () => {
    vi.useFakeTimers();
    using bound = bind();
    const queryFn = vi.fn<() => Promise<InfiniteData<SearchPage>>>();
    queryFn.mockResolvedValue({ pages: pagesOf(tea), pageParams: [] });
    const queryKey = [...foundKey, { input: { text: "is:pinned" }, type: "infinite" }];
    new QueryObserver(bound.cache, { queryKey, queryFn }).subscribe(() => {});
    await vi.advanceTimersByTimeAsync(0);
    const events = [pin(11, plates), pin(12, plates, false), save(13, tea), save(14, tea, false)];
    for (const [index, event] of events.entries()) {
      bound.source.hear(event);
      await vi.advanceTimersByTimeAsync(1000);
      expect(queryFn).toHaveBeenCalledTimes(index + 2);
    }
    vi.useRealTimers();
  });
});

function bodies(messages: readonly Message[] = []): string[] {
  return messages.map(({ body }) => body);
}

function pin(seq: number, { id, roomId }: Message, on = true): LogEvent {
  const place = { seq, at, roomId, messageId: id };
  return on
    ? { type: "message.pinned", ...place, pinned }
    : { type: "message.unpinned", ...place, userId: "me" };
}

function save(seq: number, { id, roomId }: Message, on = true): LogEvent {
  return { type: on ? "message.saved" : "message.unsaved", seq, at, roomId, messageId: id };
}
