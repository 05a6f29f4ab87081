import type { RefObject } from "react";
import { useLayoutEffect, useRef, useState } from "react";
import type { TimelineItem } from "../react/index.ts";

interface StickyEnd {
  log: RefObject<HTMLDivElement | null>;
  atEnd: boolean;
  onScroll: () => void;
}

const nearPx = 24;

/**
 * Stays at the end as long as that is where one is, and goes there with what one sends; elsewhere the
 * browser holds the place.
 */
export function useStickyEnd(items: readonly TimelineItem[]): StickyEnd {
  const log = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  useLayoutEffect(() => {
    if (items.length > 0 && atEnd && log.current !== null) {
      log.current.scrollTop = log.current.scrollHeight;
    }
  }, [items, atEnd]);
  const sent = items.findLast(({ outbox }) => outbox !== null)?.key;
  useLayoutEffect(() => {
    if (sent !== undefined && log.current !== null)
      log.current.scrollTop = log.current.scrollHeight;
  }, [sent]);
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
