/**
 * Which rooms are being looked at in any tab of this browser. Each tab holds a shared lock while it is
 * looked at: locks end with their tab, however it ends. Without HTTPS there are no locks, and each tab
 * knows of itself only.
 */
const prefix = "snug.looking.";

let here: string | null = null;
let release: (() => void) | null = null;

/** Says what this tab shows; follows by itself whether it is in sight and has the focus. */
export function showsRoom(roomId: string | null): () => void {
  here = roomId ?? "";
  const signs = ["focus", "blur"] as const;
  for (const sign of signs) window.addEventListener(sign, follow);
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    here = null;
    for (const sign of signs) window.removeEventListener(sign, follow);
    document.removeEventListener("visibilitychange", follow);
    follow();
  };
}

/** Rooms that are looked at; an empty name for a tab that shows something else. */
export async function lookedAt(): Promise<Set<string>> {
  const mine = isLookedAt() && here !== null ? [here] : [];
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const theirs = held.flatMap(({ name = "" }) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
  return new Set([...mine, ...theirs]);
}

function follow(): void {
  release?.();
  release = null;
  if (here === null || !isLookedAt()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  release = resolve;
  void navigator.locks?.request(prefix + here, { mode: "shared" }, () => promise);
}

function isLookedAt(): boolean {
  return document.hasFocus() && !document.hidden;
}
