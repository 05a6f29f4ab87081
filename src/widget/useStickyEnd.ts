import type { RefObject } from "react";
import { useLayoutEffect, useRef, useState } from "react";

interface StickyEnd {
  log: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  onScroll: () => void;
}

const nearPx = 24;

/** Stays at the end as long as that is where one is; elsewhere the browser holds the place. */
export function useStickyEnd(items: readonly unknown[]): StickyEnd {
  const log = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  useLayoutEffect(() => {
    if (items.length > 0 && atEnd && log.current !== null) {
      log.current.scrollTop = log.current.scrollHeight;
    }
  }, [items, atEnd]);
  return {
    log,
    atEnd,
    onScroll: () => {
      if (log.current === null) return;
      const { scrollHeight, scrollTop, clientHeight } = log.current;
      setAtEnd(scrollHeight - scrollTop - clientHeight < nearPx);
    },
  };
}
