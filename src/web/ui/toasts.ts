export interface Toast {
  id: number;
  /** What was done: "Message deleted"; or what was not. */
  message: string;
  /** How to take it back: "Undo"; or how to do it after all: "Try again". */
  action?: { label: string; onAction: () => void };
}

/** Long enough to read and to reach Undo. The clock stands still while the toast is looked at. */
export const toastMs = 6_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/**
 * Says what one just did, with a way to undo it. Errors stand where the action was: `forms/refusals.ts` tells
 * one here only when what it concerns is nowhere on the screen. Toasts wait for each other; one is shown at a
 * time.
 */
export function showToast(message: string, action?: Toast["action"]): void {
  lastId += 1;
  replace([...toasts, { id: lastId, message, ...(action && { action }) }]);
}

export function dismissToast(id: number): void {
  replace(toasts.filter((toast) => toast.id !== id));
}

/** The waiting toasts, the shown one first. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replace(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}
