import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { errorDetails } from "../client/index.ts";
import type { ErrorDetails } from "../shared/errors.ts";
import { limits } from "../shared/limits.ts";
import type { SearchPage } from "../shared/search.ts";
import { foundAfter } from "./cachedLists.ts";
import { useExpectedList } from "./expectedLists.ts";
import { trpc } from "./trpc.ts";

/** What a search found so far. */
export interface FoundMessages {
  /**
   * Newest first. The snippet of a hit is of its body as it was found. While a text is searched for after another,
   * what was found before stays.
   */
  pages: readonly SearchPage[];
  /** `searching`: before anything of this text is there to show. */
  status: "searching" | "ready" | "error";
  /** Why nothing could be found. */
  error: ErrorDetails | null;
  /** Whether there may be older ones. */
  hasOlder: boolean;
  /** Whether older ones are on their way. */
  loadingOlder: boolean;
  /** Looks for older ones. */
  loadOlder: () => void;
  /** Searches again. */
  retry: () => void;
}

/** The server may have to look further than for one page: it is asked so often before the reader is. */
const pagesUnasked = 20;

/** What fits `text`, which may hold operators, newest first; live. */
export function useSearch(text: string): FoundMessages {
  const [timeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const query = trpc.search.messages.useInfiniteQuery(
    { text, timeZone },
    {
      getNextPageParam: ({ next }) => next,
      refetchOnWindowFocus: false,
      placeholderData: keepPreviousData,
    },
  );
  const rule = useMemo(() => foundAfter(text), [text]);
  const found = useExpectedList(query.data?.pages, rule);
  const { hasNextPage, isFetching, isFetchingNextPage, fetchNextPage, isPlaceholderData } = query;
  const pages = found ?? [];
  const count = pages.reduce((sum, { hits }) => sum + hits.length, 0);
  const goesOn =
    hasNextPage && !isFetching && count < limits.searchPage.default && pages.length < pagesUnasked;

  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);

  const looksOn = count === 0 && (goesOn || isFetchingNextPage);
  const searching = found === undefined || isPlaceholderData || looksOn;
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
