import { z } from "zod";

import { startSnugServer } from "../chats/snug.ts";
import type { Team } from "../data/team.ts";
import { cookieOf } from "../data/team.ts";
import { HttpClient } from "../load/http.ts";
import { percentile } from "../report/statistics.ts";
import type { Effort, Figure, Sample } from "./figure.ts";
import { largeTeam, smallTeam } from "./historyGrowth.ts";

export const searchGrowth: Figure = {
  name: "search.growth",
  title: "A search with one hit, a million messages against ten thousand",
  unit: "ms",
  better: "lower",
  method:
    "The rooms of history.growth. A search for a word that one message holds, for another one each time, over " +
    "HTTP, one after the other; the median of 400 requests, after 100 to warm up.",
  goal: { ratios: { "10,000 messages": 2 } },
  contenders: {
    snug: (effort) => searchesOf(effort, largeTeam),
    "10,000 messages": (effort) => searchesOf(effort, smallTeam),
  },
  async prepare(effort) {
    await largeTeam(effort);
    await smallTeam(effort);
  },
};

const pageSchema = z.object({
  result: z.object({
    data: z.object({
      hits: z.tuple([z.object({ message: z.object({ body: z.string() }) })]),
      next: z.null(),
    }),
  }),
});

async function searchesOf(
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
    const number = randomNumber(team);
    const startedAt = performance.now();
    const answer = await http.ask(searchFor(number));
    latencies.push(performance.now() - startedAt);
    const { hits } = pageSchema.parse(JSON.parse(answer)).result.data;
    if (!hits[0].message.body.startsWith(`${number} `)) throw new Error("Another was found.");
  }
  http.close();
  await server.end();
  const measured = latencies.slice(warmUp);
  return { value: percentile(measured, 50), facts: { "p99, ms": percentile(measured, 99) } };
}

/** Of a message after the first tenth: no other number begins with one that is so long. */
function randomNumber({ firstSeq, lastSeq }: Team): number {
  // The last few events are no messages.
  return Math.floor((lastSeq - firstSeq) * (0.1 + Math.random() * 0.85));
}

function searchFor(number: number) {
  const input = encodeURIComponent(JSON.stringify({ text: String(number) }));
  return { path: `/trpc/search.messages?input=${input}`, headers: { cookie: cookieOf(0) } };
}
