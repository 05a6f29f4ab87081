import { describe, expect, it } from "vitest";

import { until } from "./follower.ts";
import { logOf, openHouse, say, sayAll } from "./house.ts";

describe("[RT1] the log", { timeout: 30_000 }, () => {
  it("numbers everything without a gap, whoever writes at once", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    const lines = Array.from({ length: 20 }, (_, line) => String(line));
    await Promise.all([
      sayAll(house.owner, house.room, lines),
      sayAll(house.owner, house.den, lines),
      sayAll(ben, house.room, lines),
      house.owner.api.workspace.update.mutate({ name: "House" }),
      ben.api.users.updateProfile.mutate({ bio: "Hello" }),
    ]);
    const seqs = (await logOf(await house.elsewhere())).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from(seqs, (_, index) => index + 1));
    expect(seqs.length).toBeGreaterThan(60);
  });

  it("reaches who may see all of it live, complete and in order", async () => {
    await using house = await openHouse();
    const follower = await house.follow(house.owner);
    const lines = Array.from({ length: 40 }, (_, line) => String(line));
    await sayAll(house.owner, house.room, lines);
    await say(house.owner, house.room, "done");
    await follower.hears("done");
    const first = follower.seqs[0] ?? 0;
    expect(follower.seqs).toEqual(Array.from(follower.seqs, (_, index) => first + index));
    expect(follower.bodies.toSorted()).toEqual([...lines, "done"].toSorted());
  });

  it("brings what another process writes to who is connected, in its place", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    const follower = await house.follow(ben);
    const { store } = await house.elsewhere();
    await say(house.owner, house.room, "here");
    await store.updateWorkspace({ name: "Elsewhere" });
    await say(house.owner, house.room, "here again");
    await follower.hears("here again");
    await store.updateWorkspace({ name: "Only elsewhere" });
    await until(() => follower.items.length === 4, "the last change arrives");
    expect(follower.types).toEqual([
      "message.created",
      "workspace.updated",
      "message.created",
      "workspace.updated",
    ]);
    expect(follower.seqs).toEqual(follower.seqs.toSorted((one, other) => one - other));
  });
});
