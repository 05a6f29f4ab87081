import { expect } from "vitest";

import type { SnugClient } from "../client/index.ts";
import { until } from "./clients.ts";
import type { House } from "./house.ts";
import { sorted } from "./house.ts";

/** Waits until a client of Mia's has what the server has by now, and holds it against that. */
export async function expectTrue(client: SnugClient, { mia }: House): Promise<void> {
  const fresh = await mia.api.events.snapshot.query();
  await until(client, () => client.snapshot?.cursor === fresh.cursor);
  expect(client.snapshot && sorted(client.snapshot)).toEqual(sorted(fresh));
}
