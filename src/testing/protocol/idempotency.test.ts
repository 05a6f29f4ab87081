import { createTRPCClient, httpLink } from "@trpc/client";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import type { AppRouter } from "../../server/router.ts";
import type { Person } from "../people.ts";
import { openHouse } from "./house.ts";

describe("[RT2] a message that is sent again", { timeout: 30_000 }, () => {
  it("is the one there is, when the answer to the first attempt was lost", async () => {
    await using house = await openHouse();
    const follower = await house.follow(house.owner);
    const message = { roomId: house.room, clientId: uuidv7(), body: "Once" };
    const lossy = clientThatLosesAnAnswer(house.owner, house.server.url);
    await expect(lossy.messages.send.mutate(message)).rejects.toThrow("The answer was lost");
    await follower.hears("Once");

    const retried = await lossy.messages.send.mutate(message);
    const edited = await house.owner.api.messages.edit.mutate({
      messageId: retried.id,
      body: "Once, edited",
    });
    expect(await lossy.messages.send.mutate(message)).toEqual(edited);
    expect(follower.bodies).toEqual(["Once"]);
    expect(follower.events[0]).toMatchObject({ message: { id: retried.id } });
  });

  it("is the one there is, when both attempts are under way", async () => {
    await using house = await openHouse();
    const message = { roomId: house.room, clientId: uuidv7(), body: "Twice" };
    const [one, other] = await Promise.all([
      house.owner.api.messages.send.mutate(message),
      house.owner.api.messages.send.mutate(message),
    ]);
    expect(one).toEqual(other);
    const { messages } = await house.owner.api.messages.history.query({ roomId: house.room });
    expect(messages.filter(({ body }) => body === "Twice")).toEqual([one]);
  });

  it("is the one there is, after a restart and in an archived room", async () => {
    await using house = await openHouse();
    const message = { roomId: house.den, clientId: uuidv7(), body: "Before" };
    const original = await house.owner.api.messages.send.mutate(message);
    await house.owner.api.rooms.archive.mutate({ roomId: house.den, archived: true });
    await house.server.restart();
    expect(await house.owner.api.messages.send.mutate(message)).toEqual(original);
  });

  it("is another one when another author sends it", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    const message = { roomId: house.room, clientId: uuidv7(), body: "Mine" };
    const [mine, theirs] = await Promise.all([
      house.owner.api.messages.send.mutate(message),
      ben.api.messages.send.mutate(message),
    ]);
    expect(mine.id).not.toBe(theirs.id);
  });
});

/** The server has done its work; only nobody hears of it the first time. */
function clientThatLosesAnAnswer(person: Person, url: string) {
  let lost = false;
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        async fetch(input, init) {
          const address = input instanceof Request ? input.url : input;
          const response = await person.fetch(new URL(address).pathname, { ...init, signal: null });
          if (lost) return response;
          lost = true;
          throw new Error("The answer was lost");
        },
      }),
    ],
  });
}
