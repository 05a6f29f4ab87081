import { useEffect } from "react";

/** Tells whoever marks rooms as read when the end comes into view or leaves it. */
export function useBottomReport(
  atBottom: boolean,
  onBottomChange: ((atBottom: boolean) => void) | undefined,
): void {
  useEffect(() => {
    onBottomChange?.(atBottom);
  }, [atBottom, onBottomChange]);
}
