import { expect, it } from "vitest";

import { limits } from "../../shared/limits.ts";
import { startFlakyProxy } from "../flakyProxy.ts";
import { until } from "./follower.ts";
import { openHouse, say, sayAll } from "./house.ts";

it("[RT9] closes a reader who is too slow, who resumes without a hole", async () => {
  await using house = await openHouse();
  await using proxy = await startFlakyProxy(house.server.port);
  const follower = await house.follow(house.owner, { port: proxy.port });
  await say(house.owner, house.room, "First");
  await follower.hears("First");

  proxy.stall();
  // Past the limit on unsent bytes and what the buffers of two TCP connections take.
  const long = "漢".repeat(limits.messageBody - 10);
  for (let round = 0; round < 40; round += 1) {
    const bodies = Array.from({ length: 20 }, (_, line) => `${round * 20 + line} ${long}`);
    await sayAll(house.owner, house.room, bodies);
  }
  proxy.resume();
  await say(house.owner, house.room, "Last");
  await until(() => follower.bodies.at(-1) === "Last", "the reader catches up");
  // The code, or what a socket ends with whose code was not read within ten seconds either.
  expect([1013, 1006]).toContain(follower.closeCodes[0]);
  expect(follower.bodies).toHaveLength(802);
  expect(follower.seqs).toEqual(follower.seqs.map((_, index) => (follower.seqs[0] ?? 0) + index));
  expect(follower.errors).toEqual([]);
});
