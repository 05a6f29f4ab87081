import type { Machine } from "./machine.ts";
import { formatted } from "./numbers.ts";
import type { ContenderResult, FigureResult, Results } from "./results.ts";

/** `docs/benchmarks/README.md`. */
export function pageOf(results: Results): string {
  return `${[
    "# Benchmarks",
    `Written by \`npm run bench\` on ${results.takenAt.slice(0, 10)}. What counts are the ratios: the figures ` +
      "themselves belong to the machine that they were taken on, and all of one figure were taken " +
      "side by side on it.",
    ...(results.quick ? [onlyTried] : []),
    "## At a glance",
    glance(results.figures),
    reasons,
    reading,
    machine(results.machine),
    method(results.rounds),
    "## Figures",
    ...results.figures.map(section),
    ...missing(results.missing),
  ].join("\n\n")}\n`;
}

const onlyTried =
  "**This was a quick run with next to no load: it shows that everything works, and its figures mean nothing.**";

const reasons =
  "What holds those that are not reached where they are, with profiles: [performance.md](../performance.md).";

const reading = `## How to read this

The peers are in \`bench/peers/\`, a page of code each at most. They are here to show what the machine and the
libraries can do, and none of them is a chat:

- \`ws-once\`, \`ws-naive\`, \`socketio\` and \`trpc-stock\` keep nothing. Nobody is signed in, nobody's membership is
  looked at, nothing is written, nothing can be resumed: who was away for a second has missed what was said.
  What they are told comes over a socket that is open already; what Snug is told comes as an HTTP request with a
  session, is checked, written with its event and synced to disk before it is answered and delivered.
- What they deliver is smaller, too: the bytes per delivery stand under the tables.
- \`http-sqlite\` keeps what it is told and does nothing else: no session, no schema, no event, no listener.
- \`sqlite-bare\` has no server at all. It commits one message at a time, which is what a durable chat costs that
  does not let messages share a sync to disk.
- \`node\` is a server of four lines in JavaScript: what Node takes before anyone has written a program.

Snug runs as \`npm start\` runs it, with everything on: there is no faster way to run it.`;

function method(rounds: number): string {
  return `## Method

- Real processes on the loopback interface. The load generator is a process of its own, the same for all, with
  WebSocket readers that look at no more than the heads of frames. How busy both sides were stands under the tables:
  where the load generator is as busy as the server, a contender might do better with a faster one.
- Rounds: ${rounds}. In each of them every contender is started anew, warmed up, measured and ended, one after the
  other; who begins changes from round to round. Tables show the median and the lowest and highest round. A ratio is
  Snug's value to the peer's of the same round; the median of these is shown.
- A small module loaded ahead of each program, the same for all, tells the CPU time (of all threads, user and system)
  and the resident memory.
- After each fan-out everyone must have heard every message once; after each restart also in the same order. A
  figure for which that does not hold is not shown.
- People, sessions and history are made through the durable port before the start, and kept for the next run.

To repeat it, on a machine that has nothing else to do:

\`\`\`
npm install
npm run bench
\`\`\`

\`npm run bench -- --only fanout\` runs the figures under one name and writes nothing, \`--rounds 3\` says how often,
\`--quick\` tries everything with next to no load. Each figure is also printed as a line of JSON. The numbers of
every round are in [results.json](results.json).`;
}

function machine({ processor, cores, memoryGb, system, node, ...rest }: Machine): string {
  const lines = [
    "## Machine",
    `${processor}, ${cores} cores, ${memoryGb} GB; ${system}; Node ${node}. Load before the run: ${rest.loadBefore}.`,
    `Writing 4 KB and syncing it to the disk took ${rest.syncMs} ms (median of 500). \`send.durable\` and ` +
      "`commit.group` move with it: their peers wait for it with every message, Snug once for many.",
  ];
  if (rest.dataInMemory) {
    lines.push(
      "**The data lay in memory, where syncing costs nothing: what is durable is not measured here.**",
    );
  }
  return lines.join("\n\n");
}

function glance(figures: readonly FigureResult[]): string {
  const rows = figures.flatMap((figure) => {
    const [ours, ...others] = figure.contenders;
    if (ours === undefined) return [];
    const own = figure.goal.value;
    const link = `[\`${figure.name}\`](#${figure.name.replaceAll(".", "")})`;
    const value = `${formatted(ours.median)} ${figure.unit}`;
    const first =
      own === undefined
        ? []
        : [[link, value, "", "", goalText(figure, own), verdict(figure, ours.median, own)]];
    return [
      ...first,
      ...others.flatMap(({ name, ratio }) => {
        const goal = figure.goal.ratios?.[name];
        if (ratio === null) return [];
        const shown = [link, value, name, formatted(ratio.median)];
        if (goal === undefined) return [[...shown, "", ""]];
        return [[...shown, goalText(figure, goal), verdict(figure, ratio.median, goal)]];
      }),
      ...(own === undefined && others.length === 0 ? [[link, value, "", "", "", ""]] : []),
    ];
  });
  return table(["figure", "Snug", "versus", "ratio", "goal", "reached"], rows);
}

function goalText({ better }: FigureResult, goal: number): string {
  return `${better === "lower" ? "≤" : "≥"} ${goal}`;
}

function verdict({ better }: FigureResult, value: number, goal: number): string {
  return (better === "lower" ? value <= goal : value >= goal) ? "yes" : "no";
}

function section(figure: FigureResult): string {
  const { name, title, unit, method: how, contenders } = figure;
  const rows = contenders.map((contender) => [
    contender.name,
    formatted(contender.median),
    range(contender.spread),
    contender.ratio === null
      ? ""
      : `${formatted(contender.ratio.median)} (${range(contender.ratio.spread)})`,
  ]);
  const parts = [
    `### ${name}`,
    `${title}. ${how}`,
    table(["", `median, ${unit}`, "spread", "ratio of Snug to it"], rows),
    `![${title}](${name}.svg)`,
  ];
  const facts = factsTable(contenders);
  if (facts !== null) parts.splice(3, 0, facts);
  return parts.join("\n\n");
}

function factsTable(contenders: readonly ContenderResult[]): string | null {
  const names = Object.keys(contenders[0]?.facts ?? {});
  if (names.length === 0) return null;
  return table(
    ["beside it", ...contenders.map(({ name }) => name)],
    names.map((fact) => [
      fact,
      ...contenders.map(({ facts }) => (facts[fact] === undefined ? "" : formatted(facts[fact]))),
    ]),
  );
}

function missing(figures: Results["missing"]): string[] {
  if (figures.length === 0) return [];
  return [
    "## Not measured",
    figures.map(({ name, reason }) => `- \`${name}\`: ${reason}`).join("\n"),
  ];
}

function range({ lowest, highest }: { lowest: number; highest: number }): string {
  return `${formatted(lowest)}–${formatted(highest)}`;
}

/** Padded, so that the text is a table to the eye and to the formatter, too. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
