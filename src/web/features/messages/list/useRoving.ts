import { useLayoutEffect, useRef } from "react";
import type { Dispatch, KeyboardEvent, RefObject } from "react";
import type { VirtualizerHandle } from "virtua";
import type { ListAction } from "./listState.ts";
import type { Row } from "./rows.ts";

interface Roving {
  rows: readonly Row[];
  scroller: RefObject<HTMLElement | null>;
  list: RefObject<VirtualizerHandle | null>;
  dispatch: Dispatch<ListAction>;
}

/** ↑ and ↓ through the messages, Home and End; the row in focus is kept mounted by the list. */
export function useRoving({ rows, scroller, list, dispatch }: Roving) {
  const wanted = useRef<string | null>(null);

  function moveTo(index: number) {
    const row = rows[index];
    if (row?.type !== "message") return;
    wanted.current = row.key;
    dispatch({ type: "focus", key: row.key });
    list.current?.scrollToIndex(index, { align: "nearest" });
  }

  // Without dependencies: the row may appear a render after it was asked for.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(
      `[data-row-key="${CSS.escape(wanted.current)}"]`,
    );
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    // A dialog opened at a message stands within its row and keeps its own keys.
    if (event.target.closest("dialog")) return;
    const row = event.target.closest<HTMLElement>("[data-row-key]");
    if (!row) return;
    if (event.key === "Escape" && event.target !== row) {
      event.preventDefault();
      return row.focus({ preventScroll: true });
    }
    if (event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = rows.findIndex((candidate) => candidate.key === row.dataset.rowKey);
    const target = targetOf(event.key, index, rows.length);
    if (target === null) return;
    event.preventDefault();
    moveTo(target);
  }

  return { onKeyDown, moveTo };
}

function targetOf(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowUp":
      return Math.max(0, index - 1);
    case "ArrowDown":
      return Math.min(count - 1, index + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
