import type { InfiniteData, Query, QueryClient } from "@tanstack/react-query";
import type { SnugClient } from "../client/index.ts";
import { applyToPages } from "../client/index.ts";
import type { LogEvent } from "../shared/events.ts";
import type { HistoryPage, HistoryPosition } from "../shared/messages.ts";
import { historiesKey, scopeOf, snapshotKey } from "./keys.ts";
import { staleQueries } from "./staleQueries.ts";

/** Sets the cache's rules for what the binding keeps, and puts in what the client has already. */
export function prepareCache(client: SnugClient, cache: QueryClient): void {
  cache.setQueryDefaults(snapshotKey, { staleTime: Infinity, gcTime: Infinity });
  // Events keep histories true: fetching one again would only cost.
  cache.setQueryDefaults(historiesKey, {
    staleTime: Infinity,
    gcTime: 30 * 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (client.snapshot !== null) cache.setQueryData(snapshotKey, client.snapshot);
}

/**
 * Keeps a query cache true to a client's events: the snapshot, and every set of pages. It is the only
 * cache there is, and the client's pure reducers are the only rule by which it changes.
 *
 * A page that was asked for before an event and arrives after it replaces what the event changed, and
 * may or may not contain the event itself. So events are remembered while any page is under way, and
 * applied again to what arrived; `asOf` makes each count once.
 */
export function bindCache(client: SnugClient, cache: QueryClient): () => void {
  const histories = { queryKey: historiesKey };
  const stale = staleQueries(cache);
  let userId = client.snapshot?.me.id;
  let remembered: LogEvent[] = [];
  let applying = false;

  prepareCache(client, cache);
  if (client.snapshot !== null) refreshHistories();

  const stops = [
    client.on("snapshot", (snapshot) => {
      if (userId !== undefined && userId !== snapshot.me.id) cache.clear();
      userId = snapshot.me.id;
      remembered = [];
      cache.setQueryData(snapshotKey, snapshot);
      refreshHistories();
      stale.addAll();
    }),
    client.on("event", (event) => {
      if (isUnderWay()) remembered.push(event);
      apply([event]);
      if (event.type === "room.removed") dropRoom(event.roomId);
      if (event.type === "room.added") refreshHistories(event.room.id);
      stale.add(event);
    }),
    client.on("connection", ({ status }) => {
      if (status !== "online") return;
      void cache.refetchQueries({ predicate: ({ state }) => state.status === "error" });
    }),
    cache.getQueryCache().subscribe(({ type }) => {
      if (type !== "updated" || applying || remembered.length === 0) return;
      apply(remembered);
      if (!isUnderWay()) remembered = [];
    }),
    () => stale[Symbol.dispose](),
  ];
  return () => {
    for (const stop of stops) stop();
  };

  function isUnderWay(): boolean {
    const { length } = cache.getQueryCache().findAll({
      ...histories,
      predicate: ({ state }) => state.fetchStatus !== "idle",
    });
    return length > 0;
  }

  function apply(events: readonly LogEvent[]): void {
    applying = true;
    cache.setQueryData(snapshotKey, client.snapshot);
    for (const { queryKey } of cache.getQueryCache().findAll(histories)) {
      const scope = scopeOf(queryKey);
      const data = cache.getQueryData<Pages>(queryKey);
      if (scope === null || data === undefined) continue;
      const pages = events.reduce((all, event) => applyToPages(all, event, scope), data.pages);
      if (pages !== data.pages) cache.setQueryData<Pages>(queryKey, { ...data, pages });
    }
    applying = false;
  }

  /** For when events were missed: pages in sight are fetched anew, all others forgotten. */
  function refreshHistories(roomId?: string): void {
    const ours = { ...histories, predicate: (query: Query) => ofRoom(query, roomId) };
    cache.removeQueries({ ...ours, type: "inactive" });
    // What is under way may have been read before the snapshot.
    void cache.cancelQueries(ours).then(() => cache.invalidateQueries(ours));
  }

  function dropRoom(roomId: string): void {
    const ours = { ...histories, predicate: (query: Query) => ofRoom(query, roomId) };
    cache.removeQueries({ ...ours, type: "inactive" });
    void cache.resetQueries(ours);
  }

  function ofRoom({ queryKey }: Query, roomId: string | undefined): boolean {
    if (roomId === undefined) return true;
    const scope = scopeOf(queryKey);
    if (scope !== null && "roomId" in scope) return scope.roomId === roomId;
    const pages = cache.getQueryData<Pages>(queryKey)?.pages ?? [];
    return pages.some(({ messages }) => messages[0]?.roomId === roomId);
  }
}

type Pages = InfiniteData<HistoryPage, HistoryPosition | null>;
