import type { QueryClient } from "@tanstack/react-query";
import { hashKey, notifyManager, QueryObserver, skipToken } from "@tanstack/react-query";
import type { Snapshot } from "../shared/events.ts";
import { snapshotKey } from "./keys.ts";

const snapshotHash = hashKey(snapshotKey);

/** `undefined` until the client has connected once. */
export function readSnapshot(cache: QueryClient): Snapshot | undefined {
  return cache.getQueryCache().get<Snapshot>(snapshotHash)?.state.data;
}

type Subscribe = (changed: () => void) => () => void;
const subscriptions = new WeakMap<QueryClient, Subscribe>();

/**
 * How to hear of changes of a cache's snapshot. Every row of a timeline reads it several times, and an
 * observer for each took longer than drawing the row: they share one, for as long as anyone listens.
 */
export function snapshotSubscription(cache: QueryClient): Subscribe {
  const known = subscriptions.get(cache);
  if (known !== undefined) return known;
  const listeners = new Set<() => void>();
  let stop = () => {};

  function observe(): () => void {
    const observer = new QueryObserver(cache, { queryKey: snapshotKey, queryFn: skipToken });
    return observer.subscribe(() => {
      for (const listener of listeners) listener();
    });
  }

  function subscribe(changed: () => void): () => void {
    const listener = notifyManager.batchCalls(changed);
    if (listeners.size === 0) stop = observe();
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) stop();
    };
  }

  subscriptions.set(cache, subscribe);
  return subscribe;
}
