import { errorDetails } from "../client/index.ts";
import type { ErrorDetails } from "../shared/errors.ts";
import type { SavedMessage } from "../shared/messages.ts";
import { savedAfter } from "./cachedLists.ts";
import { useExpectedList } from "./expectedLists.ts";
import { trpc } from "./trpc.ts";

/** What one saved. */
export interface SavedMessages {
  /** Saved last first; `undefined` until they are there. */
  items: SavedMessage[] | undefined;
  /** Why they could not be fetched. */
  error: ErrorDetails | null;
  /** Whether there are older ones. */
  hasMore: boolean;
  /** Whether older ones are on their way. */
  loadingMore: boolean;
  /** Fetches older ones. */
  loadMore: () => void;
  /** Fetches them again. */
  retry: () => void;
}

/** The messages that one keeps for later, in all rooms that one is in; live. */
export function useSavedMessages(): SavedMessages {
  const query = trpc.messages.saved.useInfiniteQuery(
    {},
    { getNextPageParam: ({ older }) => older },
  );
  const pages = useExpectedList(query.data?.pages, savedAfter);
  return {
    items: pages?.flatMap(({ items }) => items),
    error: query.error && errorDetails(query.error),
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
