import { useSyncExternalStore } from "react";

/** `none` where the browser has no notifications, as without HTTPS. */
export type Permission = NotificationPermission | "none";

const listeners = new Set<() => void>();

export function permission(): Permission {
  return "Notification" in globalThis ? Notification.permission : "none";
}

/** To be called in answer to a click: browsers refuse to ask otherwise. */
export async function askPermission(): Promise<Permission> {
  if (permission() !== "none") await Notification.requestPermission();
  for (const listener of listeners) listener();
  return permission();
}

export function usePermission(): Permission {
  return useSyncExternalStore(subscribe, permission);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
