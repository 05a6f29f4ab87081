import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { z } from "zod";

import { peerScript } from "../chats/peer.ts";
import { temporaryFolder } from "../data/folder.ts";
import { teamOf } from "../data/team.ts";
import type { Effort, Figure, Sample } from "./figure.ts";

export const commitGroup: Figure = {
  name: "commit.group",
  title: "Durable appends per second at the store",
  unit: "1/s",
  better: "higher",
  method:
    "64 appends at once on the durable port, the next one as soon as one is acknowledged, during 5 seconds " +
    "after a quarter of that to warm up, in a process without a server. The peer commits the same rows (a " +
    "message and its event) one message at a time. Both with WAL and synchronous=FULL.",
  goal: { ratios: { "sqlite-bare": 3 } },
  contenders: { snug: snugAppends, "sqlite-bare": bareAppends },
};

async function snugAppends(effort: Effort): Promise<Sample> {
  const team = await teamOf({ people: senders });
  await using data = await temporaryFolder(team.folder);
  return await appendsPerSecond(join(import.meta.dirname, "..", "data", "appendMessages.ts"), [
    data.path,
    seconds(effort),
  ]);
}

async function bareAppends(effort: Effort): Promise<Sample> {
  await using folder = await temporaryFolder();
  return await appendsPerSecond(peerScript("sqliteBare.ts"), [folder.path, seconds(effort)]);
}

const senders = 64;

function seconds({ quick }: Effort): string {
  return quick ? "0.5" : "5";
}

const resultSchema = z.object({ appended: z.number(), seconds: z.number() });

async function appendsPerSecond(script: string, args: string[]): Promise<Sample> {
  const run = await promisify(execFile)(process.execPath, [script, ...args], { timeout: 60_000 });
  const result = resultSchema.parse(JSON.parse(run.stdout));
  return { value: result.appended / result.seconds };
}
