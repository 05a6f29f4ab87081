import { useSyncExternalStore } from "react";

/** How this browser tells of messages while one is not looking. It is its own choice, so it is kept there. */
export interface NotificationSettings {
  /** System notifications, once the browser may show them. */
  desktop: boolean;
  sound: boolean;
  /** Whether a notification shows what was written, or only by whom. */
  preview: boolean;
  /** That one was asked whether to show them, and wants to hear no more of it. */
  asked: boolean;
}

const storageKey = "snug.notifications";
const defaults: NotificationSettings = { desktop: true, sound: true, preview: true, asked: false };
const listeners = new Set<() => void>();
let current: NotificationSettings | undefined;

/** As they are now, also when another tab has changed them. */
export function notificationSettings(): NotificationSettings {
  if (current !== undefined) return current;
  window.addEventListener("storage", follow);
  current = read();
  return current;
}

export function setNotificationSettings(update: Partial<NotificationSettings>): void {
  change({ ...notificationSettings(), ...update });
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // Storage may be closed to us; the choice then lasts for this page.
  }
}

export function useNotificationSettings(): NotificationSettings {
  return useSyncExternalStore(subscribe, notificationSettings);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What another tab has changed. */
function follow({ key }: StorageEvent): void {
  if (key === storageKey) change(read());
}

function change(next: NotificationSettings): void {
  current = next;
  for (const listener of listeners) listener();
}

function read(): NotificationSettings {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(storageKey) ?? "null");
  } catch {
    stored = null;
  }
  const wish: Record<string, unknown> =
    typeof stored === "object" && stored !== null ? { ...stored } : {};
  const chosen = (name: keyof NotificationSettings) => {
    const value = wish[name];
    return typeof value === "boolean" ? value : defaults[name];
  };
  return {
    desktop: chosen("desktop"),
    sound: chosen("sound"),
    preview: chosen("preview"),
    asked: chosen("asked"),
  };
}
