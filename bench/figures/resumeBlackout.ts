import { setTimeout as delay } from "node:timers/promises";

import { v7 as uuidv7 } from "uuid";

import { send, snapshotCursor, startSnugServer } from "../chats/snug.ts";
import { temporaryFolder } from "../data/folder.ts";
import type { Team } from "../data/team.ts";
import { teamOf } from "../data/team.ts";
import { Follower } from "../load/follower.ts";
import { HttpClient } from "../load/http.ts";
import { forEachOf } from "../load/pool.ts";
import { within } from "../../src/testing/within.ts";
import { percentile } from "../report/statistics.ts";
import type { Effort, Figure, Sample } from "./figure.ts";

const method =
  "1,000 people follow the stream with the client's own rules for coming back, and one sends 5 messages a " +
  "second, trying again with the same client id until it is answered. The time that a person is without " +
  "a stream, until the new one has started; the 99th percentile. In the end everyone must have heard " +
  "every message once and in the same order. ";

export const blackoutRestart: Figure = {
  name: "resume.blackout.restart",
  title: "Time without service across a restart",
  unit: "s",
  better: "lower",
  method: `${method}The server is sent SIGTERM and started again as soon as it is gone.`,
  goal: { value: 1.5 },
  contenders: { snug: (effort) => blackout(effort, "SIGTERM") },
};

export const blackoutKill: Figure = {
  name: "resume.blackout.kill",
  title: "Time without service after SIGKILL",
  unit: "s",
  better: "lower",
  method: `${method}The server is sent SIGKILL and started again as soon as it is gone.`,
  goal: { value: 3 },
  contenders: { snug: (effort) => blackout(effort, "SIGKILL") },
};

/** The client tries again at once only after what had held for five seconds. */
const steadyMs = 6000;

async function blackout({ quick }: Effort, signal: NodeJS.Signals): Promise<Sample> {
  const people = quick ? 20 : 1000;
  const team = await teamOf({ people });
  await using data = await temporaryFolder(team.folder);
  let server = await startSnugServer(data.path);
  const http = new HttpClient(server.port);
  const cursor = await snapshotCursor(http);
  const followers = team.userIds.map(
    (userId, index) => new Follower({ port: server.port, index, userId, cursor }),
  );
  const speaker = keepSpeaking(http, team);
  try {
    await forEachOf(people, 64, async (index) => followers[index]?.follow());
    await delay(steadyMs);

    const endedAt = performance.now();
    await server.end(signal);
    const goneAt = performance.now();
    server = await startSnugServer(data.path, server.port);
    const startedAt = performance.now();
    await within(60_000, "Coming back", allLive(followers));
    // What comes after the return belongs to what has to be whole.
    await delay(500);
    const said = await speaker.stop();
    await within(30_000, "Hearing the rest", allHeard(followers, said));
    checkOrder(followers);

    // Who was handed over without a gap was never without service.
    const times = followers.map(({ withoutStreamMs }) => withoutStreamMs / 1000);
    return {
      value: percentile(times, 99),
      facts: {
        "median, s": percentile(times, 50),
        "longest, s": Math.max(...times),
        "longest wait of a sender, s": speaker.longestWaitMs() / 1000,
        "stopping the process, s": (goneAt - endedAt) / 1000,
        "starting the process, s": (startedAt - goneAt) / 1000,
      },
    };
  } finally {
    for (const follower of followers) follower.stop();
    await speaker.stop();
    http.close();
    await server[Symbol.asyncDispose]();
  }
}

/** Says one number after the other; each until it is acknowledged. */
function keepSpeaking(http: HttpClient, team: Team) {
  const end = new AbortController();
  let said = 0;
  let longestWaitMs = 0;
  async function speak(): Promise<void> {
    while (!end.signal.aborted) {
      const startedAt = performance.now();
      await sayUntilAnswered(said);
      longestWaitMs = Math.max(longestWaitMs, performance.now() - startedAt);
      said += 1;
      await delay(Math.max(0, startedAt + 200 - performance.now()));
    }
  }
  async function sayUntilAnswered(number: number): Promise<void> {
    const clientId = uuidv7();
    for (let attempt = 0; attempt < 2000; attempt++) {
      try {
        return await send(http, team, { numbers: [number], speaker: 0, clientId });
      } catch {
        await delay(20);
      }
    }
    throw new Error("A message was never answered.");
  }
  const speaking = speak();
  return {
    longestWaitMs: () => longestWaitMs,
    /** How many were said. */
    async stop(): Promise<number> {
      end.abort();
      await speaking;
      return said;
    },
  };
}

async function allLive(followers: readonly Follower[]): Promise<void> {
  while (!followers.every((follower) => follower.isLive)) await delay(10);
}

async function allHeard(followers: readonly Follower[], said: number): Promise<void> {
  while (followers.some((follower) => follower.heard.length < said)) await delay(10);
}

/** Also that nobody heard one twice. */
function checkOrder(followers: readonly Follower[]): void {
  for (const { heard } of followers) {
    if (heard.some((number, place) => number !== place)) {
      throw new Error("Someone heard a message twice, too late or never.");
    }
  }
}
