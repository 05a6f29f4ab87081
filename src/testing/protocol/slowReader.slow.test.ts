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
  // Three bytes each and no words: indexing those would take longer than the close waits to be read.
  const long = "→".repeat(limits.messageBody - 10);
  for (let round = 0; round < 40; round += 1) {
    const bodies = Array.from({ length: 20 }, (_, line) => `${round * 20 + line} ${long}`);
    await sayAll(house.owner, house.room, bodies);
  }
  proxy.resume();
  await say(house.owner, house.room, "Last");
  await until(() => follower.bodies.at(-1) === "Last", "the reader catches up");
  expect(follower.closeCodes[0]).toBe(1013);
  expect(follower.bodies).toHaveLength(802);
  expect(follower.seqs).toEqual(follower.seqs.map((_, index) => (follower.seqs[0] ?? 0) + index));
  expect(follower.errors).toEqual([]);
});
