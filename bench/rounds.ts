import type { Effort, Figure, Sample } from "./figures/figure.ts";
import { within } from "../src/testing/within.ts";
import type { Measured } from "./report/results.ts";

export interface RoundOptions extends Effort {
  rounds: number;
  onSample(round: number, contender: string, sample: Sample): void;
}

/** Making a million messages takes minutes, once. */
const prepareMs = 60 * 60_000;
const measureMs = 5 * 60_000;

/** Every contender once in each round, and another one first in the next. */
export async function measureInRounds(figure: Figure, options: RoundOptions): Promise<Measured> {
  const { quick } = options;
  const contenders = Object.entries(figure.contenders).map(([name, measure]) => ({
    name,
    measure,
    samples: new Array<Sample>(),
  }));
  await within(prepareMs, `Preparing ${figure.name}`, figure.prepare?.({ quick }) ?? nothing);
  const rounds = Math.min(options.rounds, figure.rounds ?? Infinity);
  for (let round = 0; round < rounds; round++) {
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      const what = `${figure.name} of ${contender.name}`;
      const sample = await within(measureMs, what, contender.measure({ quick }));
      contender.samples.push(sample);
      options.onSample(round, contender.name, sample);
    }
  }
  return { figure, contenders: contenders.map(({ name, samples }) => ({ name, samples })) };
}

const nothing = Promise.resolve();
