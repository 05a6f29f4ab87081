import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { HistoryScope } from "../client/index.ts";
import { errorDetails } from "../client/index.ts";
import type { ErrorDetails } from "../shared/errors.ts";
import type { limits } from "../shared/limits.ts";
import type { HistoryPage, HistoryPosition } from "../shared/messages.ts";
import { useClient } from "./clientContext.ts";
import { historyKey } from "./keys.ts";
import { useOutboxEntries } from "./outbox.ts";
import { expectedMessages, expectedPages } from "./optimistic.ts";
import { useRoom } from "./snapshot.ts";
import type { TimelineItem } from "./timelineItems.ts";
import { timelineItems } from "./timelineItems.ts";
import { useExpectedEvents } from "./toggles.ts";

/** Messages in their order, as far as they are loaded. */
export interface Timeline {
  /** Ascending; what is still in the outbox stands last. */
  items: TimelineItem[];
  /** `error` only as long as there is nothing to show. */
  status: "loading" | "ready" | "error";
  /** Why there is nothing to show; `null` when there is, or will be. */
  error: ErrorDetails | null;
  /** Whether there is more before the first item. */
  hasOlder: boolean;
  /** Whether there is a gap between the last item and now; without one, new messages join by themselves. */
  hasNewer: boolean;
  /** Loads a page before the first item; nothing while one is loading or there is none. */
  loadOlder(): void;
  /** Loads a page after the last item; nothing while one is loading or there is none. */
  loadNewer(): void;
  /** At which end a page is being loaded. */
  loading: {
    /** Before the first item. */
    older: boolean;
    /** After the last item. */
    newer: boolean;
  };
}

/**
 * The timeline of a room, live: opened at its end, or around the message at seq `at`. What was loaded
 * is kept and kept true, so that a room opens at once the second time.
 */
export function useTimeline(roomId: string, at?: number): Timeline {
  const { api } = useClient();
  const scope = useMemo(() => ({ roomId }), [roomId]);
  // Of a room that one only looks into, no events come: it is fetched anew each time.
  const staleTime = useRoom(roomId) === undefined ? 0 : Infinity;
  return usePages({
    scope,
    at: at ?? null,
    staleTime,
    load: (page) => api.messages.history.query({ roomId, ...page }),
  });
}

/** The replies of a thread, without its root: for that there is `useThreadRoot`. */
export function useThread(rootId: string): Timeline {
  const { api } = useClient();
  const scope = useMemo(() => ({ rootId }), [rootId]);
  return usePages({
    scope,
    at: null,
    staleTime: Infinity,
    load: (page) => api.messages.thread.query({ rootId, ...page }),
  });
}

interface PagesSource {
  scope: HistoryScope;
  at: number | null;
  staleTime: number;
  load: (page: { cursor: HistoryPosition | null; limit?: number }) => Promise<HistoryPage>;
}

/**
 * Of pages that one scrolls on to. The first is shorter, to be there soon; for these it counts that few come,
 * since each may cost a frame. Checked by its type: the value would bring all limits into every page.
 */
const furtherMessages: typeof limits.historyPage.max = 100;

/** Whoever asks again before it shows that a page is being loaded gets that one, not a second request. */
const goingOn = { cancelRefetch: false };

function usePages({ scope, at, staleTime, load }: PagesSource): Timeline {
  const client = useClient();
  const query = useInfiniteQuery({
    queryKey: historyKey(scope, at),
    queryFn: ({ pageParam: cursor }) =>
      load(isFurther(cursor) ? { cursor, limit: furtherMessages } : { cursor }),
    initialPageParam: startingAt(at),
    staleTime,
    getPreviousPageParam: (first) => first.older,
    getNextPageParam: (last) => last.newer,
  });

  const entries = useOutboxEntries();
  const acknowledged = client.outbox.acknowledged();
  const myId = client.snapshot?.me.id ?? "";
  const expected = useExpectedEvents();
  const loaded = query.data?.pages;
  const pages = useMemo(() => loaded && expectedPages(loaded, expected), [loaded, expected]);
  const items = useMemo(() => {
    if (pages === undefined) return [];
    // They can be changed before their own event has come.
    const settled = expectedMessages(acknowledged, expected);
    return timelineItems({ scope, pages, entries, acknowledged: settled, myId });
  }, [scope, pages, entries, acknowledged, expected, myId]);

  const { hasPreviousPage, hasNextPage, isFetching, fetchPreviousPage, fetchNextPage } = query;
  return {
    items,
    status: pages !== undefined ? "ready" : query.isError ? "error" : "loading",
    error: query.error === null ? null : errorDetails(query.error),
    hasOlder: hasPreviousPage,
    hasNewer: hasNextPage,
    loadOlder: () => {
      if (hasPreviousPage && !isFetching) void fetchPreviousPage(goingOn);
    },
    loadNewer: () => {
      if (hasNextPage && !isFetching) void fetchNextPage(goingOn);
    },
    loading: { older: query.isFetchingPreviousPage, newer: query.isFetchingNextPage },
  };
}

function startingAt(at: number | null): HistoryPosition | null {
  return at === null ? null : { around: at };
}

function isFurther(cursor: HistoryPosition | null): boolean {
  return cursor !== null && !("around" in cursor);
}
