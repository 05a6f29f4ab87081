// `npm run bench`: see options.ts for its options and docs/benchmarks for what it writes.
import { join } from "node:path";

import { removeTemporaryFolders } from "./data/folder.ts";
import { figures, unmeasured } from "./figures/index.ts";
import type { Figure, Sample } from "./figures/figure.ts";
import { parseOptions, usage } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import { killServers } from "./processes/serverProcess.ts";
import { describeMachine } from "./report/machine.ts";
import { formatted } from "./report/numbers.ts";
import type { Results } from "./report/results.ts";
import { linesOf, resultOf } from "./report/results.ts";
import { writeReport } from "./report/write.ts";
import { measureInRounds } from "./rounds.ts";

process.on("exit", () => {
  killServers();
  removeTemporaryFolders();
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

const options = readOptions();
const chosen = figures.filter((figure) => isChosen(figure.name, options));
const left = unmeasured.filter(({ name }) => isChosen(name, options));
if (chosen.length + left.length === 0) {
  stop(`There is no figure "${options.only}". There are:\n${names().join("\n")}`);
}
if (options.list) {
  console.log(names().join("\n"));
  process.exit(0);
}

const machine = await describeMachine();
if (machine.loadBefore > machine.cores / 2) {
  console.error(`This machine is busy (load ${machine.loadBefore}): what follows is noisy.`);
}
const results: Results = {
  takenAt: new Date().toISOString(),
  rounds: options.rounds,
  quick: options.quick,
  machine,
  figures: [],
  missing: [...left],
};
for (const { name, reason } of left) console.error(`${name}: not measured, ${reason}`);
for (const figure of chosen) await measure(figure);

const whole = options.only === null && !options.quick;
const folder =
  options.out ?? (whole ? join(import.meta.dirname, "..", "docs", "benchmarks") : null);
if (folder !== null) await writeReport(results, folder);

async function measure(figure: Figure): Promise<void> {
  try {
    const measured = await measureInRounds(figure, {
      ...options,
      onSample(round, contender, sample) {
        const what = `${figure.name} ${round + 1}/${options.rounds} ${contender}`;
        console.error(`${what}: ${formatted(sample.value)} ${figure.unit}${factsOf(sample)}`);
      },
    });
    const result = resultOf(measured);
    results.figures.push(result);
    for (const line of linesOf(result)) console.log(JSON.stringify(line));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`${figure.name}: failed.`, error);
    results.missing.push({ name: figure.name, reason });
    // What took too long goes on otherwise, beside the next one.
    killServers();
    process.exitCode = 1;
  }
}

function factsOf({ facts = {} }: Sample): string {
  const parts = Object.entries(facts).map(([name, value]) => `${name}: ${formatted(value)}`);
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

function isChosen(name: string, { only }: BenchOptions): boolean {
  return only === null || name === only || name.startsWith(`${only}.`);
}

function names(): string[] {
  return [...figures, ...unmeasured].map(({ name }) => name);
}

function readOptions(): BenchOptions {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
