import { limits } from "../../shared/limits.ts";
import type { Store } from "../store/port.ts";

/** Forgets what is too old to resume from [RT6]: now, and again every hour. Returns how to stop. */
export function keepLogShort(store: Store, onError: (error: unknown) => void): () => void {
  function prune(): void {
    pruneLog(store).catch(onError);
  }
  const timer = setInterval(prune, 60 * 60_000);
  timer.unref();
  prune();
  return () => clearInterval(timer);
}

async function pruneLog(store: Store): Promise<void> {
  const { head, oldest } = await store.logState();
  const last = head - limits.retainedEvents;
  if (last > oldest) await store.pruneLog(last);
}
