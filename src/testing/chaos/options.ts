import { parseArgs } from "node:util";

export const usage = `Usage: npm run chaos -- [options]

Runs the built server under load and faults, then compares what every client sees with the database.

  --seed N       the plan of what happens (1)
  --minutes N    how long it happens (2)
  --people N     how many clients (200)`;

export interface Options {
  seed: number;
  minutes: number;
  people: number;
}

/** Throws what makes no sense. */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { seed: { type: "string" }, minutes: { type: "string" }, people: { type: "string" } },
  });
  const seed = Number(values.seed ?? 1);
  const minutes = Number(values.minutes ?? 2);
  const people = Number(values.people ?? 200);
  if (!Number.isInteger(seed) || seed < 0) throw new Error("--seed has to be a whole number.");
  if (!(minutes > 0 && minutes <= 60)) throw new Error("--minutes has to be a number up to 60.");
  if (!Number.isInteger(people) || people < 2 || people > 1000) {
    throw new Error("--people has to be a number from 2 to 1000.");
  }
  return { seed, minutes, people };
}
