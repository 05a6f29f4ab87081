import type { Figure, Sample } from "../figures/figure.ts";
import type { Machine } from "./machine.ts";
import type { Spread } from "./statistics.ts";
import { median, ratios, spread } from "./statistics.ts";

/** A figure as it was measured: every round of every contender, in the order of the rounds. */
export interface Measured {
  figure: Figure;
  contenders: { name: string; samples: Sample[] }[];
}

export interface FigureResult {
  name: string;
  title: string;
  unit: string;
  better: Figure["better"];
  method: string;
  goal: Figure["goal"];
  /** Snug is the first. */
  contenders: ContenderResult[];
}

interface Summary {
  median: number;
  spread: Spread;
}

export interface ContenderResult extends Summary {
  name: string;
  rounds: number[];
  /** Medians. */
  facts: Record<string, number>;
  /** Snug to this one, round by round; `null` for Snug itself. */
  ratio: Summary | null;
}

/** What `results.json` holds. */
export interface Results {
  takenAt: string;
  rounds: number;
  /** With so little load that the figures mean nothing. */
  quick: boolean;
  machine: Machine;
  figures: FigureResult[];
  /** What could not be measured, and why. */
  missing: { name: string; reason: string }[];
}

/** One line of what the benchmark prints. */
export interface Line {
  name: string;
  value: number;
  unit: string;
  versus: string | null;
  ratio: number | null;
}

export function resultOf({ figure, contenders }: Measured): FigureResult {
  const { name, title, unit, better, method, goal } = figure;
  const ours = contenders[0]?.samples.map((sample) => sample.value) ?? [];
  return {
    name,
    title,
    unit,
    better,
    method,
    goal,
    contenders: contenders.map(({ name: contender, samples }, place) => {
      const rounds = samples.map((sample) => sample.value);
      const toThem = place === 0 ? null : ratios(ours, rounds);
      return {
        name: contender,
        ...summaryOf(rounds),
        rounds: rounds.map(rounded),
        facts: medianFacts(samples),
        ratio: toThem && summaryOf(toThem),
      };
    }),
  };
}

/** One for each contender that Snug is held against, or one alone. */
export function linesOf({ name, unit, contenders }: FigureResult): Line[] {
  const [ours, ...others] = contenders;
  if (ours === undefined) return [];
  const value = ours.median;
  if (others.length === 0) return [{ name, value, unit, versus: null, ratio: null }];
  return others.map(({ name: versus, ratio }) => ({
    name,
    value,
    unit,
    versus,
    ratio: ratio && ratio.median,
  }));
}

function summaryOf(values: readonly number[]): Summary {
  const { lowest, highest } = spread(values);
  return {
    median: rounded(median(values)),
    spread: { lowest: rounded(lowest), highest: rounded(highest) },
  };
}

/** To four digits: more would only say how the noise was. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function medianFacts(samples: readonly Sample[]): Record<string, number> {
  const names = Object.keys(samples[0]?.facts ?? {});
  return Object.fromEntries(
    names.map((name) => [
      name,
      rounded(median(samples.flatMap(({ facts }) => facts?.[name] ?? []))),
    ]),
  );
}
