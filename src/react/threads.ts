import { useCallback, useMemo } from "react";
import type { FollowedThread, ThreadFollow } from "../shared/threads.ts";
import { useClient } from "./clientContext.ts";
import { useExpectedList } from "./expectedLists.ts";
import { followAfter, threadPagesAfter, threadsAfter } from "./followedThreads.ts";
import { useMe, useRooms } from "./snapshot.ts";
import { useExpectedEvents } from "./toggles.ts";
import { trpc } from "./trpc.ts";

/** The roots of the threads that one follows and that hold something new; live. */
export function useUnreadThreadIds(): string[] {
  return useRooms().flatMap(({ membership }) => membership.unreadThreadIds);
}

/** The threads that one follows. */
export interface FollowedThreads {
  /** With something new, newest first. */
  unread: FollowedThread[];
  /** The others, the one with the newest reply first. */
  read: FollowedThread[];
  /** Nothing is there yet. */
  loading: boolean;
  /** Why they could not be fetched: `errorDetails` understands it. */
  error: unknown;
  /** Whether there are older ones. */
  hasMore: boolean;
  /** Fetches older ones. */
  loadMore: () => void;
}

/** The threads that one follows; kept true by events. */
export function useFollowedThreads(): FollowedThreads {
  const unread = trpc.threads.unread.useQuery();
  const all = trpc.threads.list.useInfiniteQuery(
    {},
    { getNextPageParam: ({ older }) => older ?? undefined },
  );
  const news = useExpectedList(unread.data, threadsAfter) ?? [];
  const pages = useExpectedList(all.data?.pages, threadPagesAfter);
  const isNew = new Set(news.map(({ root }) => root.id));
  const listed = pages?.flatMap(({ threads }) => threads) ?? [];
  return {
    unread: news,
    read: listed.filter(({ root }) => !isNew.has(root.id)),
    loading: unread.isPending || all.isPending,
    error: unread.error ?? all.error,
    hasMore: all.hasNextPage,
    loadMore: () => void all.fetchNextPage(),
  };
}

/** How one follows a thread, live; `undefined` until it is there. */
export function useThreadFollow(rootId: string): ThreadFollow | undefined {
  const { data } = trpc.threads.get.useQuery({ rootId });
  const { id: meId } = useMe();
  const expected = useExpectedEvents();
  return useMemo(
    () => data && expected.reduce(followAfter(rootId, meId), data),
    [data, expected, rootId, meId],
  );
}

/** Marks a thread's replies as read up to a seq. */
export function useMarkThreadRead(): (rootId: string, seq: number) => void {
  const { api } = useClient();
  return useCallback(
    (rootId, seq) => {
      // Reading on asks again; nothing is lost but a mark.
      api.threads.markRead.mutate({ rootId, seq }).catch(() => undefined);
    },
    [api],
  );
}
