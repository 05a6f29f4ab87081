import { useSyncExternalStore } from "react";
import { sectionNames } from "./sections.ts";
import type { SectionName } from "./sections.ts";

const storageKey = "snug.collapsedSections";
const listeners = new Set<() => void>();
let current = read();

/** Whether a part of the sidebar is folded away on this device, and how to change that. */
export function useCollapsed(section: SectionName): [boolean, () => void] {
  const collapsed = useSyncExternalStore(subscribe, () => current).includes(section);
  return [collapsed, () => set(section, !collapsed)];
}

function set(section: SectionName, collapsed: boolean): void {
  const others = current.filter((name) => name !== section);
  current = collapsed ? [...others, section] : others;
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // Storage may be closed to us; then it lasts for this page.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): readonly SectionName[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(stored) ? sectionNames.filter((name) => stored.includes(name)) : [];
  } catch {
    return [];
  }
}
