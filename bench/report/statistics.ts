/** Of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = at(sorted, Math.floor(middle));
  return Number.isInteger(middle) ? (at(sorted, middle - 1) + upper) / 2 : upper;
}

export interface Spread {
  lowest: number;
  highest: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  return { lowest: at(sorted, 0), highest: at(sorted, sorted.length - 1) };
}

/** By nearest rank: the smallest value that `percent` of all are no larger than. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return at(sorted, Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1));
}

/**
 * One to the other, round by round: what slowed the machine down in a round slowed both down. Whoever
 * takes the median of these compares what was measured side by side.
 */
export function ratios(ours: readonly number[], theirs: readonly number[]): number[] {
  if (ours.length !== theirs.length) throw new Error("Rounds that do not match.");
  return ours.map((value, round) => value / at(theirs, round));
}

function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new Error("There is nothing to measure by.");
  return value;
}
