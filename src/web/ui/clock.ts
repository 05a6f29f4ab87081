import { useSyncExternalStore } from "react";

/*
 * One timer for every time on the screen. A component renders again only when its own step (a day,
 * a minute) has passed, not at each tick.
 */
const tickMs = 20_000;
const minuteMs = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The beginning of today, renewed when the day changes. */
export function useToday(): Date {
  return new Date(useSyncExternalStore(subscribe, () => new Date().setHours(0, 0, 0, 0)));
}

/** The beginning of this minute, renewed every minute. */
export function useMinute(): Date {
  return new Date(
    useSyncExternalStore(subscribe, () => Math.floor(Date.now() / minuteMs) * minuteMs),
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

function start() {
  document.addEventListener("visibilitychange", tick);
  return setInterval(tick, tickMs);
}

function stop() {
  document.removeEventListener("visibilitychange", tick);
  clearInterval(timer);
  timer = undefined;
}

function tick() {
  for (const listener of listeners) listener();
}
