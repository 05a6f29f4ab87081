import { describe, expect, it } from "vitest";

import type { Figure } from "../figures/figure.ts";
import { chartOf } from "./chart.ts";
import { pageOf } from "./page.ts";
import { linesOf, resultOf } from "./results.ts";

const measured = {
  figure: {
    name: "fanout.cpu",
    title: "CPU & deliveries",
    unit: "µs",
    better: "lower",
    method: "As it is done.",
    goal: { ratios: { peer: 1, other: 0.1 } },
    contenders: {},
  } satisfies Figure,
  contenders: [
    { name: "snug", samples: samplesOf(10, 12, 11) },
    { name: "peer", samples: samplesOf(20, 12, 10) },
    { name: "other", samples: samplesOf(100, 100, 100) },
  ],
};

describe("a figure's result", () => {
  const result = resultOf(measured);

  it("has each contender's median and spread, and Snug's ratio to it round by round", () => {
    const [snug, peer] = result.contenders;
    expect(snug).toMatchObject({ median: 11, spread: { lowest: 10, highest: 12 }, ratio: null });
    expect(peer?.ratio).toEqual({ median: 1, spread: { lowest: 0.5, highest: 1.1 } });
    expect(peer?.facts).toEqual({ "bytes, in all": 12 });
  });

  it("is a line for each that Snug is held against", () => {
    expect(linesOf(result)).toEqual([
      { name: "fanout.cpu", value: 11, unit: "µs", versus: "peer", ratio: 1 },
      { name: "fanout.cpu", value: 11, unit: "µs", versus: "other", ratio: 0.11 },
    ]);
  });

  it("is one line when Snug is alone", () => {
    const alone = resultOf({ ...measured, contenders: measured.contenders.slice(0, 1) });
    expect(linesOf(alone)).toEqual([
      { name: "fanout.cpu", value: 11, unit: "µs", versus: null, ratio: null },
    ]);
  });

  it("is a chart with a bar for each, whose names are text and not markup", () => {
    const chart = chartOf(result);
    expect(chart.match(/<rect/g)).toHaveLength(3);
    expect(chart).toContain("prefers-color-scheme: dark");
    expect(chart).toContain("CPU &#38; deliveries");
    expect(chart).not.toContain("& ");
  });

  it("stands on the page with its goals, and whether they were reached", () => {
    const page = pageOf({
      takenAt: "2025-02-03T04:05:06.000Z",
      rounds: 3,
      quick: false,
      machine: {
        processor: "Abacus",
        cores: 2,
        memoryGb: 8,
        system: "Linux 6",
        node: "v24",
        loadBefore: 0.1,
        dataInMemory: true,
        syncMs: 0.25,
      },
      figures: [result],
      missing: [{ name: "search.growth", reason: "there is no search yet." }],
    });
    const rows = page.split("\n").filter((line) => line.startsWith("| [`fanout.cpu`]"));
    expect(rows.map(cellsOf)).toEqual([
      ["[`fanout.cpu`](#fanoutcpu)", "11 µs", "peer", "1", "≤ 1", "yes"],
      ["[`fanout.cpu`](#fanoutcpu)", "11 µs", "other", "0.11", "≤ 0.1", "no"],
    ]);
    expect(page).toContain("![CPU & deliveries](fanout.cpu.svg)");
    expect(page).toContain("- `search.growth`: there is no search yet.");
    expect(page).toContain("what is durable is not measured here");
    expect(page).toContain("syncing it to the disk took 0.25 ms");
    expect(page).toContain("on 2025-02-03");
  });
});

function samplesOf(...values: number[]) {
  return values.map((value) => ({ value, facts: { "bytes, in all": value } }));
}

function cellsOf(row: string): string[] {
  return row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
