import { createServer } from "node:net";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";

import { peerReady, peerScript } from "../chats/peer.ts";
import { startSnugServer } from "../chats/snug.ts";
import { temporaryFolder } from "../data/folder.ts";
import { HttpClient } from "../load/http.ts";
import type { ServerProcess } from "../processes/serverProcess.ts";
import { startProcess } from "../processes/serverProcess.ts";
import { stripped } from "../processes/stripped.ts";
import type { Effort, Figure, Sample } from "./figure.ts";
import { largeTeam } from "./historyGrowth.ts";

export const startCold: Figure = {
  name: "start.cold",
  title: "From the start of the process to the first healthy answer",
  unit: "s",
  better: "lower",
  method:
    "With 1,000,000 messages on disk, which the operating system may hold in its cache. Asked every two " +
    "milliseconds. Beside it, Node with a server of four lines.",
  goal: { value: 0.6 },
  contenders: {
    snug: async (effort) => {
      const { folder } = await largeTeam(effort);
      return await firstAnswer((port) => startSnugServer(folder, port));
    },
    node: () => firstAnswer(startBareNode),
  },
  async prepare(effort) {
    await largeTeam(effort);
  },
};

export const idleMemory: Figure = {
  name: "idle.memory",
  title: "Resident memory when idle",
  unit: "MB",
  better: "lower",
  method:
    "Five seconds after the start with an empty data folder and one answer given; nothing collected by " +
    "force. Beside it, Node with a server of four lines. Three rounds at most, since it hardly varies.",
  goal: { value: 110 },
  rounds: 3,
  contenders: {
    snug: async (effort) => {
      await using data = await temporaryFolder();
      return await idle(effort, () => startSnugServer(data.path));
    },
    node: (effort) => idle(effort, () => startBareNode(0)),
  },
};

const bareNode = stripped(peerScript("nodeHttp.ts"));

function startBareNode(port: number): Promise<ServerProcess> {
  return startProcess({
    args: ["--input-type=module", "--eval", `import ${JSON.stringify(bareNode)}`],
    env: { PORT: String(port) },
    ready: peerReady,
  });
}

async function firstAnswer(start: (port: number) => Promise<ServerProcess>): Promise<Sample> {
  const port = await freePort();
  const startedAt = performance.now();
  const starting = start(port);
  await firstHealthyAnswer(port);
  const value = (performance.now() - startedAt) / 1000;
  await using server = await starting;
  await server.end();
  return { value };
}

const askEveryMs = 2;
const patienceMs = 60_000;

async function firstHealthyAnswer(port: number): Promise<void> {
  const http = new HttpClient(port);
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      await http.ask({ path: "/healthz" });
      return http.close();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await delay(askEveryMs);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Not a network server.");
  server.close();
  await once(server, "close");
  return address.port;
}

async function idle({ quick }: Effort, start: () => Promise<ServerProcess>): Promise<Sample> {
  await using server = await start();
  await firstHealthyAnswer(server.port);
  await delay(quick ? 500 : 5000);
  const { residentBytes } = await server.usage();
  return { value: residentBytes / 1024 / 1024 };
}
