// `npm run chaos`: see docs/chaos.md.
import { fullDiskMeans } from "./fullDisk.ts";
import type { Options } from "./options.ts";
import { parseOptions, usage } from "./options.ts";
import { runChaos } from "./run.ts";

const shownDifferences = 25;
const options = readOptions();

console.log(
  `Seed ${options.seed}, ${options.minutes} min, ${options.people} people. ` +
    `A full disk is ${fullDiskMeans}.`,
);
const startedAt = performance.now();
const outcome = await runChaos({ ...options, report: (line) => console.log(line) });

console.log("\nDone and injected:");
const counts = Object.entries(outcome.counts).toSorted(([one], [other]) => (one < other ? -1 : 1));
for (const [what, count] of counts) {
  console.log(`${String(count).padStart(7)}  ${what}`);
}
const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(`\n${outcome.messages} messages in ${outcome.events} events, ${seconds} s.`);
if (outcome.differences.length === 0) {
  console.log(
    "Nothing lost, nothing doubled, nothing reordered: everyone sees what the database holds.",
  );
} else {
  console.log(`${outcome.differences.length} differences:`);
  for (const line of outcome.differences.slice(0, shownDifferences)) console.log(`- ${line}`);
  console.log(`\nThe last lines of the server's log:\n${outcome.log.join("\n")}`);
}
process.exit(outcome.differences.length === 0 ? 0 : 1);

function readOptions(): Options {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}
