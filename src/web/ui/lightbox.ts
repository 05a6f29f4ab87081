import type { Picture } from "../../shared/fileKinds.ts";

/** Pictures that are looked at one by one. */
export interface Viewing {
  pictures: readonly Picture[];
  /** The one to begin with. */
  start: number;
}

let viewing: Viewing | null = null;
const listeners = new Set<() => void>();

/** Shows pictures over the whole page, beginning with one of them. */
export function viewPictures(pictures: readonly Picture[], start: number): void {
  replace({ pictures, start });
}

export function closeLightbox(): void {
  replace(null);
}

export function currentViewing(): Viewing | null {
  return viewing;
}

export function subscribeToLightbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replace(next: Viewing | null) {
  viewing = next;
  for (const listener of listeners) listener();
}
