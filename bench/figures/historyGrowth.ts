import { z } from "zod";

import { startSnugServer } from "../chats/snug.ts";
import type { Team } from "../data/team.ts";
import { cookieOf, teamOf } from "../data/team.ts";
import { HttpClient } from "../load/http.ts";
import { percentile } from "../report/statistics.ts";
import type { Effort, Figure, Sample } from "./figure.ts";

export const historyGrowth: Figure = {
  name: "history.growth",
  title: "A page of history, a million messages against ten thousand",
  unit: "ms",
  better: "lower",
  method:
    "One room with 1,000,000 messages of 20 people, and one with 10,000. Pages of 50 at random places over " +
    "HTTP, one after the other; the median of 400 requests, after 100 to warm up.",
  goal: { ratios: { "10,000 messages": 1.3 } },
  contenders: {
    snug: (effort) => pagesOf(effort, largeTeam),
    "10,000 messages": (effort) => pagesOf(effort, smallTeam),
  },
  async prepare(effort) {
    await largeTeam(effort);
    await smallTeam(effort);
  },
};

export function largeTeam({ quick }: Effort): Promise<Team> {
  return teamOf({ people: 20, messages: quick ? 5000 : 1_000_000 });
}

export function smallTeam({ quick }: Effort): Promise<Team> {
  return teamOf({ people: 20, messages: quick ? 500 : 10_000 });
}

const pageSchema = z.object({
  result: z.object({ data: z.object({ messages: z.array(z.unknown()).length(50) }) }),
});

async function pagesOf(
  effort: Effort,
  teamFor: (effort: Effort) => Promise<Team>,
): Promise<Sample> {
  const team = await teamFor(effort);
  await using server = await startSnugServer(team.folder);
  const http = new HttpClient(server.port);
  const warmUp = effort.quick ? 10 : 100;
  const requests = effort.quick ? 20 : 400;
  const latencies: number[] = [];
  for (let turn = 0; turn < warmUp + requests; turn++) {
    const startedAt = performance.now();
    const answer = await http.ask(randomPage(team));
    latencies.push(performance.now() - startedAt);
    pageSchema.parse(JSON.parse(answer));
  }
  http.close();
  await server.end();
  const measured = latencies.slice(warmUp);
  return { value: percentile(measured, 50), facts: { "p99, ms": percentile(measured, 99) } };
}

function randomPage({ roomId, firstSeq, lastSeq }: Team) {
  const first = firstSeq + 100;
  const before = first + Math.floor(Math.random() * (lastSeq - first));
  const input = encodeURIComponent(JSON.stringify({ roomId, cursor: { before }, limit: 50 }));
  return { path: `/trpc/messages.history?input=${input}`, headers: { cookie: cookieOf(0) } };
}
