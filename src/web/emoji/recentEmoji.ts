import { useSyncExternalStore } from "react";

const recentKey = "snug.emoji.recent";
const toneKey = "snug.emoji.tone";
const kept = 24;

export const tones = ["none", "light", "medium-light", "medium", "medium-dark", "dark"] as const;
export type Tone = (typeof tones)[number];

const listeners = new Set<() => void>();
const none: readonly string[] = [];
let remembered: { text: string | null; emoji: readonly string[] } = { text: null, emoji: none };
/** For where storage is closed to us (private windows): it then lasts as long as the page. */
const unstored = new Map<string, string>();

/** The emoji used on this device, the latest first. */
export function useRecentEmoji(): readonly string[] {
  return useSyncExternalStore(subscribe, recentEmoji);
}

export function rememberEmoji(emoji: string): void {
  const others = recentEmoji().filter((one) => one !== emoji);
  write(recentKey, JSON.stringify([emoji, ...others].slice(0, kept)));
}

/** The tone that one prefers for hands and people. */
export function useTone(): [Tone, (tone: Tone) => void] {
  const stored = useSyncExternalStore(subscribe, () => read(toneKey));
  const tone = tones.find((one) => one === stored) ?? "none";
  return [tone, (next) => write(toneKey, next)];
}

function recentEmoji(): readonly string[] {
  const text = read(recentKey);
  if (text !== remembered.text) remembered = { text, emoji: parse(text) };
  return remembered.emoji;
}

/** Anything may lie in a browser's storage. */
function parse(text: string | null): readonly string[] {
  try {
    const stored: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(stored)) return none;
    return stored.filter((one): one is string => typeof one === "string").slice(0, kept);
  } catch {
    return none;
  }
}

function read(key: string): string | null {
  try {
    return unstored.get(key) ?? localStorage.getItem(key);
  } catch {
    return unstored.get(key) ?? null;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
    unstored.delete(key);
  } catch {
    unstored.set(key, text);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
