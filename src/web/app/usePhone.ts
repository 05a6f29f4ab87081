import { useSyncExternalStore } from "react";

/** As in the style sheets: below it the list of rooms is a screen of its own. */
const phoneWidth = "(max-width: 40rem)";

export function usePhone(): boolean {
  return useSyncExternalStore(watchWidth, () => matchMedia(phoneWidth).matches);
}

function watchWidth(changed: () => void): () => void {
  const query = matchMedia(phoneWidth);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
