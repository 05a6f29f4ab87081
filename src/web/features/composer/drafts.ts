import { useSyncExternalStore } from "react";

const prefix = "snug.draft.";
const listeners = new Set<() => void>();
/** For where storage is closed to us (private windows): drafts then last as long as the page. */
const unstored = new Map<string, string>();

/**
 * What one was writing, kept on this device at every keystroke: it survives a reload, another room, a
 * failed send. `scope` is the user and the room or thread.
 */
export function useDraft(scope: string): [text: string, setText: (text: string) => void] {
  const text = useSyncExternalStore(subscribe, () => readDraft(scope));
  return [text, (next) => writeDraft(scope, next)];
}

export function readDraft(scope: string): string {
  return unstored.get(scope) ?? stored(scope) ?? "";
}

export function writeDraft(scope: string, text: string): void {
  unstored.delete(scope);
  try {
    if (text === "") localStorage.removeItem(prefix + scope);
    else localStorage.setItem(prefix + scope, text);
  } catch {
    unstored.set(scope, text);
  }
  for (const listener of listeners) listener();
}

function stored(scope: string): string | null {
  try {
    return localStorage.getItem(prefix + scope);
  } catch {
    return null;
  }
}

/** Other tabs write drafts too. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
