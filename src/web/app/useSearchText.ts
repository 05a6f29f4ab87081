import { useCallback, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { searchPath } from "../paths.ts";

/** What is being searched for, as the address says beside whatever is shown; `null`: no search is open. */
export function useSearchText(): string | null {
  const [params] = useSearchParams();
  return params.get("search");
}

/** Opens a search for `text`; without one, an empty one, or the one that is open gets the focus. */
export function useOpenSearch(): { openSearch: (text?: string) => void; times: number } {
  const [, navigate] = useLocation();
  const [times, setTimes] = useState(0);
  const openSearch = useCallback(
    (text?: string) => {
      setTimes((count) => count + 1);
      const open = new URLSearchParams(location.search).has("search");
      if (text !== undefined || !open) navigate(searchPath(location.pathname, text ?? ""));
    },
    [navigate],
  );
  return { openSearch, times };
}
