import { useSyncExternalStore } from "react";

/** What the server was last known to have of a draft, and from which seq on it says so. */
export interface SavedDraft {
  text: string;
  /** 0 for what an earlier page of this device knew: any snapshot is newer than that. */
  seq: number;
}

const prefix = "snug.savedDraft.";
const retryMs = 5000;
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

function know(scope: string, saved: SavedDraft): void {
  known.set(scope, saved);
  for (const listener of listeners) listener();
}

/**
 * From the moment that a text is on its way, it is what is saved, and nothing the server says is newer: what is
 * sent meanwhile must not come back. After a failure it is tried again.
 */
export async function saveNow(
  scope: string,
  text: string,
  save: (text: string) => Promise<number>,
): Promise<void> {
  const before = savedDraft(scope).text;
  const onItsWay = { text, seq: Infinity };
  know(scope, onItsWay);
  try {
    const seq = await save(text);
    if (known.get(scope) !== onItsWay) return;
    know(scope, { text, seq: 0 });
    noteSaved(scope, { text, seq });
  } catch {
    // It is kept here.
    setTimeout(() => {
      if (known.get(scope) === onItsWay) know(scope, { text: before, seq: 0 });
    }, retryMs);
  }
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

export function savedDraft(scope: string): SavedDraft {
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
