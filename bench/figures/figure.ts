/** One measure of one contender. */
export interface Sample {
  value: number;
  /** What helps to read the value, by name, in the unit that the name says. */
  facts?: Record<string, number>;
}

export interface Effort {
  /** So little that it only shows that everything works. */
  quick: boolean;
}

export type Measure = (effort: Effort) => Promise<Sample>;

export interface Figure {
  /** `fanout.cpu` */
  name: string;
  title: string;
  unit: string;
  better: "lower" | "higher";
  /** What is done and what is counted, in sentences. */
  method: string;
  /** What Snug sets out to reach: of the value itself, or of its ratio to a contender. */
  goal: { value?: number; ratios?: Record<string, number> };
  /** Rounds that are enough, where every one is long and much like the one before. */
  rounds?: number;
  /** By name. Snug is the first; the others are what it is held against. */
  contenders: Record<string, Measure>;
  /** Makes the data that takes longer than a measure may. */
  prepare?(effort: Effort): Promise<void>;
}
