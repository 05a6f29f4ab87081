import { cpus, loadavg, release, totalmem, type } from "node:os";

import { isInMemory } from "../data/folder.ts";
import { syncTime } from "../data/syncTime.ts";

export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  /** Over the minute before the run; what else was busy took from every contender. */
  loadBefore: number;
  /** What is synced to a disk in memory is not durable, and costs next to nothing. */
  dataInMemory: boolean;
  /** What every durable write waits for at least: whoever shares it gains with it. */
  syncMs: number;
}

export async function describeMachine(): Promise<Machine> {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()}`,
    node: process.version,
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(1)),
    dataInMemory: await isInMemory(),
    syncMs: Number((await syncTime()).toPrecision(2)),
  };
}
