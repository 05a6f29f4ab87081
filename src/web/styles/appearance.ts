import { useSyncExternalStore } from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** How the app looks on this device. It is the device's own choice, so it is kept there. */
export interface Appearance {
  theme: Theme;
  density: Density;
}

const storageKey = "snug.appearance";
const listeners = new Set<() => void>();
let current = read();

/** Call before the first render, so that nothing flashes. Follows changes made in other tabs. */
export function startAppearance(): void {
  apply(current);
  window.addEventListener("storage", (event) => {
    if (event.key === storageKey) change(read());
  });
}

export function setAppearance(update: Partial<Appearance>): void {
  change({ ...current, ...update });
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // Storage may be closed to us (private windows); the choice then lasts for this page.
  }
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => current);
}

function change(next: Appearance) {
  current = next;
  apply(next);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply({ theme, density }: Appearance) {
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.density = density;
}

function read(): Appearance {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(storageKey) ?? "null");
  } catch {
    stored = null;
  }
  const wish = typeof stored === "object" && stored !== null ? stored : {};
  return {
    theme: themes.find((theme) => "theme" in wish && wish.theme === theme) ?? "system",
    density:
      densities.find((density) => "density" in wish && wish.density === density) ?? "comfortable",
  };
}
