import type { RefObject } from "react";
import { useLayoutEffect, useState } from "react";
import type { Row } from "./rows.ts";

interface Shown {
  rows: readonly Row[];
  /**
   * Whether the latest change of the rows put some before those that were there, so that the virtualiser
   * keeps the reader's place by its distance from the end.
   */
  prepended: boolean;
}

/**
 * The rows to draw. Before some come in front of the others, the virtualiser hears where the list stands:
 * between correcting that and the event that says so, it draws the range that it drew before, by index,
 * which is as many of the new rows, and a moment later all those in sight again.
 */
export function useShownRows(rows: readonly Row[], scroller: RefObject<HTMLElement | null>): Shown {
  const [shown, setShown] = useState<Shown>({ rows, prepended: false });
  const waits = isPrepended(shown.rows, rows);
  if (!waits && shown.rows !== rows) setShown({ rows, prepended: false });
  useLayoutEffect(() => {
    if (!waits) return;
    scroller.current?.dispatchEvent(new Event("scroll"));
    // oxlint-disable-next-line react/set-state-in-effect -- the virtualiser has to hear of it in between
    setShown({ rows, prepended: true });
  }, [waits, rows, scroller]);
  return shown;
}

function isPrepended(before: readonly Row[], rows: readonly Row[]): boolean {
  const first = before[0]?.key;
  if (first === undefined || rows[0]?.key === first) return false;
  return rows.some((row) => row.key === first);
}
