import { useSyncExternalStore } from "react";

/** What one wrote over a message and the server did not take: kept until it is taken or let go. */
export interface RefusedEdit {
  body: string;
  reason: string;
}

const refused = new Map<string, RefusedEdit>();
const listeners = new Set<() => void>();

export function keepRefusedEdit(messageId: string, edit: RefusedEdit): void {
  refused.set(messageId, edit);
  tellListeners();
}

export function dropRefusedEdit(messageId: string): void {
  if (refused.delete(messageId)) tellListeners();
}

export function useRefusedEdit(messageId: string): RefusedEdit | undefined {
  const read = () => refused.get(messageId);
  return useSyncExternalStore(subscribe, read, read);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tellListeners() {
  for (const listener of listeners) listener();
}
