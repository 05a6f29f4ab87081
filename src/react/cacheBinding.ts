import type { Query, QueryClient } from "@tanstack/react-query";
import type { SnugClient } from "../client/index.ts";
import type { LogEvent } from "../shared/events.ts";
import { applyToCachedLists, listQueries } from "./cachedLists.ts";
import { applyToCachedPages, pageQueries, roomOf } from "./cachedPages.ts";
import { historiesKey, snapshotKey } from "./keys.ts";
import { expectedSnapshot, optimisticOf } from "./optimistic.ts";
import { staleQueries } from "./staleQueries.ts";

/** What a cache is bound to. */
export type CacheSource = Pick<SnugClient, "on" | "snapshot">;

/** Sets the cache's rules for what the binding keeps, and puts in what the client has already. */
export function prepareCache(client: CacheSource, cache: QueryClient): void {
  cache.setQueryDefaults(snapshotKey, { staleTime: Infinity, gcTime: Infinity });
  // Events keep histories true: fetching one again would only cost.
  cache.setQueryDefaults(historiesKey, {
    staleTime: Infinity,
    gcTime: 30 * 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // It compares pages by their place: one that comes before the others would make copies of all of them.
    structuralSharing: false,
  });
  showSnapshot(client, cache);
}

/** What the log has said of the workspace, with what is asked for on top. */
function showSnapshot(client: CacheSource, cache: QueryClient): void {
  if (client.snapshot === null) return;
  cache.setQueryData(
    snapshotKey,
    expectedSnapshot(client.snapshot, optimisticOf(client).uncounted),
  );
}

/**
 * Keeps a query cache true to a client's events: the snapshot, every set of pages and every list of
 * messages. It is the only cache there is, and the client's pure reducers are the only rule by which it
 * changes.
 *
 * A page or list that was asked for before an event and arrives after it replaces what the event changed, and
 * may or may not contain the event itself. So events are remembered while any is under way, and
 * applied again to what arrived; `asOf` of pages makes each count once.
 */
export function bindCache(client: CacheSource, cache: QueryClient): () => void {
  const stale = staleQueries(cache);
  const optimistic = optimisticOf(client);
  let userId = client.snapshot?.me.id;
  let remembered: LogEvent[] = [];
  let applying = false;
  let signedOut = false;

  prepareCache(client, cache);
  if (client.snapshot !== null) refresh(() => true);

  const stops = [
    client.on("snapshot", (snapshot) => {
      if (userId !== undefined && userId !== snapshot.me.id) forgetEverything();
      userId = snapshot.me.id;
      remembered = [];
      optimistic.restarted();
      showSnapshot(client, cache);
      refresh(() => true);
      stale.addAll();
    }),
    client.on("event", (event) => {
      if (isUnderWay()) remembered.push(event);
      // What is expected no more counts no more: a deletion would take itself off the counts twice.
      optimistic.heard(event);
      apply([event]);
      if (event.type === "room.added") refresh(ofRoom(event.room.id));
      if (event.type === "room.removed") forget(ofRoom(event.roomId));
      stale.add(event);
    }),
    client.on("connection", ({ status }) => {
      signedOut = status === "signed-out";
      if (signedOut) removeUnwatched();
      if (status !== "online") return;
      void cache.refetchQueries({ predicate: ({ state }) => state.status === "error" });
    }),
    cache.getQueryCache().subscribe(({ type }) => {
      // Whoever signs in next on this page finds nothing of what has left the screen.
      if (type === "observerRemoved" && signedOut) removeUnwatched();
      if (type !== "updated" || applying || remembered.length === 0) return;
      apply(remembered);
      if (!isUnderWay()) remembered = [];
    }),
    optimistic.subscribe(() => showSnapshot(client, cache)),
    () => stale[Symbol.dispose](),
  ];
  return () => {
    for (const stop of stops) stop();
  };

  function apply(events: readonly LogEvent[]): void {
    applying = true;
    showSnapshot(client, cache);
    applyToCachedPages(cache, events);
    applyToCachedLists(cache, events);
    applying = false;
  }

  function isUnderWay(): boolean {
    const queries = [...pageQueries(cache), ...listQueries(cache)];
    return queries.some(({ state }) => state.fetchStatus !== "idle");
  }

  function ofRoom(roomId: string): (query: Query) => boolean {
    return (query) => roomOf(cache, query) === roomId;
  }

  /** Events of these were missed: what is in sight is fetched anew, the rest when it is next. */
  function refresh(which: (query: Query) => boolean): void {
    const queries = matching(which);
    removeUnwatched(queries.predicate);
    // What is under way may have been read before the snapshot.
    void cache.cancelQueries(queries).then(() => cache.invalidateQueries(queries));
  }

  /** These are not ours to see any more. */
  function forget(which: (query: Query) => boolean): void {
    const queries = matching(which);
    removeUnwatched(queries.predicate);
    void cache.resetQueries(queries);
  }

  /** Someone else has signed in. */
  function forgetEverything(): void {
    cache.getMutationCache().clear();
    removeUnwatched();
    // The snapshot is replaced at once.
    void cache.resetQueries({ predicate: ({ queryKey }) => queryKey[1] !== snapshotKey[1] });
  }

  /**
   * What nothing on the screen reads. The library's own "inactive" also counts what is read and never
   * fetched, as the snapshot is: its readers would have nothing to draw, and would hear of no later one.
   */
  function removeUnwatched(which: (query: Query) => boolean = () => true): void {
    cache.removeQueries({
      predicate: (query) => query.getObserversCount() === 0 && which(query),
    });
  }

  function matching(which: (query: Query) => boolean) {
    const found = new Set(pageQueries(cache).filter(which));
    return { predicate: (query: Query) => found.has(query) };
  }
}
