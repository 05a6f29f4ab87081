import { useState } from "react";
import type { Row } from "./rows.ts";

/**
 * Whether the latest change of the rows put some before those that were there, so that the virtualiser
 * keeps the reader's place by its distance from the end.
 */
export function usePrepended(rows: readonly Row[]): boolean {
  const [shown, setShown] = useState({ rows, prepended: false });
  if (shown.rows === rows) return shown.prepended;
  const prepended = isPrepended(shown.rows, rows);
  setShown({ rows, prepended });
  return prepended;
}

function isPrepended(before: readonly Row[], rows: readonly Row[]): boolean {
  const first = before[0]?.key;
  if (first === undefined || rows[0]?.key === first) return false;
  return rows.some((row) => row.key === first);
}
