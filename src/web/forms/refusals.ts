import { useCallback, useSyncExternalStore } from "react";
import { showToast } from "../ui/toasts.ts";
import { failureWords } from "./failure.ts";

/** What was shown before the server had answered, and was then taken back. */
export interface Refusal {
  /** What is not so, why, and what to do next. */
  words: string;
  /** Does it again. */
  retry?: () => void;
  /** What one wrote, where that was refused. */
  written?: string;
}

interface Attempt {
  /** What it concerns and where, as `RefusalNote` names it: "pin 1". */
  about: string;
  /** A sentence for when it fails: "The message is still pinned." */
  failed: string;
  call: () => Promise<unknown>;
}

const refusals = new Map<string, Refusal>();
const listeners = new Map<string, Set<() => void>>();

/**
 * Does what shows at once. A refusal stands beside what it concerns, and is kept, since that may come back to the screen
 * only then; one that is nowhere in sight is told in a toast.
 */
export function attempt({ about, failed, call }: Attempt): void {
  dropRefusal(about);
  call().catch((error: unknown) =>
    refuse(about, {
      words: `${failed} ${failureWords(error)}`,
      retry: () => attempt({ about, failed, call }),
    }),
  );
}

/** As `attempt` does when its call fails. */
export function refuse(about: string, refusal: Refusal): void {
  replace(about, refusal);
  // Once React has put back what it concerns.
  setTimeout(() => {
    if (refusals.get(about) !== refusal || listeners.has(about)) return;
    const { words, retry } = refusal;
    showToast(words, retry && { label: "Try again", onAction: retry });
    if (refusal.written === undefined) dropRefusal(about);
  });
}

export function dropRefusal(about: string): void {
  if (refusals.has(about)) replace(about, null);
}

export function useRefusal(about: string): Refusal | undefined {
  const subscribe = useCallback((changed: () => void) => listen(about, changed), [about]);
  const read = () => refusals.get(about);
  return useSyncExternalStore(subscribe, read, read);
}

function listen(about: string, changed: () => void): () => void {
  const those = listeners.get(about) ?? new Set();
  listeners.set(about, those.add(changed));
  return () => {
    those.delete(changed);
    if (those.size === 0 && listeners.get(about) === those) listeners.delete(about);
  };
}

function replace(about: string, refusal: Refusal | null): void {
  if (refusal === null) refusals.delete(about);
  else refusals.set(about, refusal);
  for (const changed of listeners.get(about) ?? []) changed();
}
