/** The seq of an `epoch:seq` cursor. Kept apart from `shared/ids.ts`, which would bring zod along. */
export function seqOf(cursor: string): number {
  return Number(cursor.slice(cursor.indexOf(":") + 1));
}

/** The same epoch's cursor at `seq`. */
export function cursorAt(cursor: string, seq: number): string {
  return `${cursor.slice(0, cursor.indexOf(":"))}:${seq}`;
}
