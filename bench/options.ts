import { parseArgs } from "node:util";

export const usage = `Usage: npm run bench -- [options]

Measures Snug against its peers, prints a line of JSON for each figure, and writes docs/benchmarks.

  --only NAME    only this figure, or those below it (fanout); writes nothing
  --rounds N     how often each is measured (5)
  --quick        one round with next to no load, to see that everything works; writes nothing
  --out FOLDER   writes there, whatever was left out
  --list         names the figures`;

export interface BenchOptions {
  only: string | null;
  rounds: number;
  quick: boolean;
  /** `null`: where it belongs, if it is whole. */
  out: string | null;
  list: boolean;
}

/** Throws what makes no sense. */
export function parseOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string" },
      rounds: { type: "string" },
      quick: { type: "boolean", default: false },
      out: { type: "string" },
      list: { type: "boolean", default: false },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100) {
    throw new Error("--rounds has to be a number from 1 to 100.");
  }
  const { only = null, out = null, quick, list } = values;
  return { only, rounds, quick, out, list };
}
