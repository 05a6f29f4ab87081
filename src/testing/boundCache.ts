import type { QueryKey } from "@tanstack/react-query";
import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { Emitter } from "../client/emitter.ts";
import type { ClientEvents } from "../client/index.ts";
import { applyToSnapshot } from "../client/index.ts";
import { bindCache } from "../react/cacheBinding.ts";
import type { Pages } from "../react/cachedPages.ts";
import { historyKey } from "../react/keys.ts";
import type { LogEvent, Snapshot } from "../shared/events.ts";
import type { HistoryPage, HistoryPosition } from "../shared/messages.ts";
import { snapshotOf } from "./chatEvents.ts";

/** A client as far as a cache is concerned, told by the test what it hears. */
export class Source extends Emitter<ClientEvents> {
  snapshot: Snapshot | null = snapshotOf();

  hear(...events: LogEvent[]): void {
    for (const event of events) {
      if (this.snapshot !== null) this.snapshot = applyToSnapshot(this.snapshot, event);
      this.emit("event", event);
    }
  }

  reset(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    this.emit("snapshot", snapshot);
  }
}

/** A query cache bound to such a client. */
export function bind() {
  const source = new Source();
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const stop = bindCache(source, cache);
  return {
    source,
    cache,
    [Symbol.dispose]() {
      stop();
      cache.clear();
    },
  };
}

/** A list that is in a bound cache. */
export function cachedList<Data extends object>(queryKey: QueryKey, data: Data) {
  const bound = bind();
  bound.cache.setQueryData<object>(queryKey, data);
  return {
    ...bound,
    hear: (...events: LogEvent[]) => bound.source.hear(...events),
    data: () => bound.cache.getQueryData<Data>(queryKey),
  };
}

/** A timeline on a screen, whose pages arrive when the test says so, and as it says. */
export function watchTimeline(cache: QueryClient, roomId = "r1") {
  const asked: (PromiseWithResolvers<HistoryPage> & { position: HistoryPosition | null })[] = [];
  const queryKey = historyKey({ roomId }, null);
  const start: HistoryPosition | null = null;
  const observer = new InfiniteQueryObserver<
    HistoryPage,
    Error,
    Pages,
    typeof queryKey,
    HistoryPosition | null
  >(cache, {
    queryKey,
    queryFn: ({ pageParam }) => {
      const answer = Promise.withResolvers<HistoryPage>();
      asked.push({ ...answer, position: pageParam });
      return answer.promise;
    },
    initialPageParam: start,
    getPreviousPageParam: (first) => first.older,
    getNextPageParam: (last) => last.newer,
  });
  const leave = observer.subscribe(() => {});
  return {
    queryKey,
    observer,
    leave,
    /** What waits for an answer, oldest first. */
    get asked(): (HistoryPosition | null)[] {
      return asked.map(({ position }) => position);
    },
    /** Answers the oldest question. */
    async answer(page: HistoryPage): Promise<void> {
      asked.shift()?.resolve(page);
      await settle();
    },
    async fail(): Promise<void> {
      asked.shift()?.reject(new Error("The network broke."));
      await settle();
    },
    seqs(): number[] {
      const pages = cache.getQueryData<Pages>(queryKey)?.pages ?? [];
      return pages.flatMap(({ messages }) => messages.map(({ seq }) => seq));
    },
  };
}

/** Lets TanStack do what is due. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
