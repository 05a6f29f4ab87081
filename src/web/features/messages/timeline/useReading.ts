import { useSyncExternalStore } from "react";

/** Whether someone is looking at this window: it is focused and in sight. */
export function useReading(): boolean {
  return useSyncExternalStore(subscribe, () => document.hasFocus() && !document.hidden);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("focus", listener);
  window.addEventListener("blur", listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    window.removeEventListener("focus", listener);
    window.removeEventListener("blur", listener);
    document.removeEventListener("visibilitychange", listener);
  };
}
