const filler =
  "The kettle is on, the notes from this morning are in the room, and the door stands open. ".repeat(
    2,
  );

/** What is said: 120 characters that begin with their number. */
export function textOf(number: number): string {
  return `bench-${number} ${filler}`.slice(0, 120);
}

/** The number in what was heard, whatever stands around the text. */
export function numberIn(payload: Buffer): number {
  const number = /bench-(\d+)/.exec(payload.toString("latin1"))?.[1];
  if (number === undefined) throw new Error(`Nothing was said in: ${payload.toString()}`);
  return Number(number);
}
