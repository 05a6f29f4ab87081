import { useEffect } from "react";
import { errorDetails } from "../../../client/index.ts";
import { trpc } from "../../../react/index.ts";
import type { ErrorDetails } from "../../../shared/errors.ts";
import { limits } from "../../../shared/limits.ts";
import type { SearchPage } from "../../../shared/search.ts";

export interface Results {
  pages: readonly SearchPage[];
  /** `searching`: before anything is there to show. */
  status: "searching" | "ready" | "error";
  error: ErrorDetails | null;
  hasOlder: boolean;
  loadingOlder: boolean;
  loadOlder: () => void;
  retry: () => void;
}

/** The server may have to look further than for one page: it is asked so often before the reader is. */
const pagesUnasked = 20;
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What fits `text`, newest first. */
export function useSearch(text: string): Results {
  const query = trpc.search.messages.useInfiniteQuery(
    { text, timeZone },
    { getNextPageParam: ({ next }) => next, refetchOnWindowFocus: false },
  );
  const { data, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = query;
  const pages = data?.pages ?? [];
  const count = pages.reduce((sum, { hits }) => sum + hits.length, 0);
  const goesOn =
    hasNextPage && !isFetching && count < limits.searchPage.default && pages.length < pagesUnasked;

  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);

  const searching = data === undefined || (count === 0 && (goesOn || isFetchingNextPage));
  return {
    pages,
    status: query.isError ? "error" : searching ? "searching" : "ready",
    error: query.error === null ? null : errorDetails(query.error),
    hasOlder: hasNextPage,
    loadingOlder: isFetchingNextPage,
    loadOlder: () => {
      if (!isFetching) void fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
