/** Calls `listener` whenever trying again at once is worth it. Returns what stops that. */
export type Wake = (listener: () => void) => () => void;

/** [RT10] Where there is a browser: when it goes online, and when the page becomes visible. */
export function browserWake(listener: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  if (typeof globalThis.addEventListener === "function") {
    globalThis.addEventListener("online", () => listener(), { signal });
  }
  if (typeof document !== "undefined") {
    const ifVisible = () => {
      if (document.visibilityState === "visible") listener();
    };
    document.addEventListener("visibilitychange", ifVisible, { signal });
  }
  return () => stop.abort();
}
