import { useSyncExternalStore } from "react";

/** What the server was last known to have of a draft, and from which seq on it says so. */
export interface SavedDraft {
  text: string;
  /** 0 for what an earlier page of this device knew: any snapshot is newer than that. */
  seq: number;
}

const prefix = "snug.savedDraft.";
const known = new Map<string, SavedDraft>();
const listeners = new Set<() => void>();
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

export function useSavedDraft(scope: string): SavedDraft {
  return useSyncExternalStore(subscribe, () => savedDraft(scope));
}

/** An older answer that comes late changes nothing. */
export function noteSaved(scope: string, saved: SavedDraft): void {
  if (saved.seq < savedDraft(scope).seq) return;
  known.set(scope, saved);
  try {
    if (saved.text === "") localStorage.removeItem(prefix + scope);
    else localStorage.setItem(prefix + scope, saved.text);
  } catch {
    // Where storage is closed to us, it is known for as long as the page lasts.
  }
  for (const listener of listeners) listener();
}

/** After a pause; it goes on when the room is left. Only the latest of a draft is done. */
export function saveSoon(scope: string, pauseMs: number, save: () => void): void {
  clearTimeout(waiting.get(scope));
  const timer = setTimeout(() => {
    waiting.delete(scope);
    save();
  }, pauseMs);
  waiting.set(scope, timer);
}

function savedDraft(scope: string): SavedDraft {
  const saved = known.get(scope) ?? { text: stored(scope), seq: 0 };
  known.set(scope, saved);
  return saved;
}

function stored(scope: string): string {
  try {
    return localStorage.getItem(prefix + scope) ?? "";
  } catch {
    return "";
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
