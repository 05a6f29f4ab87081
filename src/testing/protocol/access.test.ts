import { describe, expect, it } from "vitest";

import type { Person } from "../people.ts";
import { firstLineOf, upgradeHeaders } from "../rawUpgrade.ts";
import { visit } from "../visitor.ts";
import { until } from "./follower.ts";
import type { House } from "./house.ts";
import { cursorOf, openHouse, say } from "./house.ts";

const patience = { timeout: 60_000 };

describe("[RT7] what is said in a private room", patience, () => {
  it("reaches its members and nobody else, live or on replay", async () => {
    await using house = await openHouse();
    const [ben, eve, guest] = [
      await house.member("ben"),
      await house.member("eve"),
      await house.member("gus", "guest"),
    ];
    const cursor = await cursorOf(eve);
    const live = {
      ben: await house.follow(ben),
      eve: await house.follow(eve),
      guest: await house.follow(guest),
    };
    await house.owner.api.rooms.invite.mutate({ roomId: house.den, userIds: [ben.user.id] });
    await say(house.owner, house.den, "The secret");
    await say(house.owner, house.room, "In the open");
    await house.owner.api.workspace.update.mutate({ name: "The end" });

    for (const follower of Object.values(live)) {
      await until(() => follower.types.includes("workspace.updated"), "the end arrives");
    }
    const replayed = await house.follow(eve, { cursor });
    await until(() => replayed.types.includes("workspace.updated"), "the end is replayed");
    expect(live.ben.bodies).toEqual(["The secret", "In the open"]);
    expect(live.eve.bodies).toEqual(["In the open"]);
    expect(live.guest.bodies).toEqual([]);
    expect(replayed.bodies).toEqual(["In the open"]);
    for (const follower of [live.eve, live.guest, replayed]) {
      expect(JSON.stringify(follower.items)).not.toContain(house.den);
    }
  });
});

describe("[RT7] who is removed from a room", patience, () => {
  it("hears of it, and nothing of that room after it", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    await house.owner.api.rooms.invite.mutate({ roomId: house.den, userIds: [ben.user.id] });
    const follower = await house.follow(ben);
    await say(house.owner, house.den, "With you");
    await removeFromDen(house, ben);
    await say(house.owner, house.den, "Without you");
    await say(house.owner, house.room, "To all");
    await follower.hears("To all");
    expect(follower.bodies).toEqual(["With you", "To all"]);
    expect(follower.types.filter((type) => type === "room.removed")).toHaveLength(1);
    const after = follower.items.slice(follower.types.indexOf("room.removed") + 1);
    expect(JSON.stringify(after)).not.toContain(house.den);
  });

  it("gets on replay only that, of what happened there while they were away", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    await house.owner.api.rooms.invite.mutate({ roomId: house.den, userIds: [ben.user.id] });
    const cursor = await cursorOf(ben);
    await say(house.owner, house.den, "You were still in");
    await removeFromDen(house, ben);
    await say(house.owner, house.den, "You were out");
    await say(house.owner, house.room, "To all");
    const follower = await house.follow(ben, { cursor });
    await follower.hears("To all");
    expect(follower.types).toEqual(["room.removed", "message.created"]);
  });

  it("gets everything of it again from when they are invited back", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    const follower = await house.follow(ben);
    const invitation = { roomId: house.den, userIds: [ben.user.id] };
    await house.owner.api.rooms.invite.mutate(invitation);
    await removeFromDen(house, ben);
    await say(house.owner, house.den, "Without you");
    await house.owner.api.rooms.invite.mutate(invitation);
    await say(house.owner, house.den, "With you");
    await follower.hears("With you");
    expect(follower.bodies).toEqual(["With you"]);
  });

  it("hears of it also when another process removed them", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    await house.owner.api.rooms.invite.mutate({ roomId: house.den, userIds: [ben.user.id] });
    const follower = await house.follow(ben);
    const { store } = await house.elsewhere();
    await store.removeMember(house.den, ben.user.id, "removed");
    await say(house.owner, house.den, "Without you");
    await say(house.owner, house.room, "To all");
    await follower.hears("To all");
    expect(follower.types).toEqual(expect.arrayContaining(["room.removed"]));
    expect(follower.bodies).toEqual(["To all"]);
  });
});

describe("[RT7] a session that ends", patience, () => {
  it.each<[string, (house: House, ben: Person) => Promise<unknown>]>([
    ["is revoked on another device", revokeFromAnotherDevice],
    ["signs out", (_house, ben) => ben.api.session.signOut.mutate()],
    [
      "belongs to an account that is banned",
      ({ owner }, { user }) =>
        owner.api.admin.setStatus.mutate({ userId: user.id, status: "banned" }),
    ],
    [
      "belongs to an account that another process deactivated",
      async (house, { user }) =>
        (await house.elsewhere()).store.setAccountStatus(user.id, "deactivated"),
    ],
  ])("has its sockets closed when it %s", async (_name, end) => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    const { cookie } = ben;
    const follower = await house.follow(ben);
    const bystander = await house.follow(house.owner);
    await until(() => follower.started === 1, "the stream starts");
    await end(house, ben);
    await until(() => follower.closeCodes.length > 0, "the socket is closed");
    expect(follower.closeCodes[0]).toBe(4401);
    const upgrade = ["GET /trpc HTTP/1.1", "Host: x", ...upgradeHeaders, `Cookie: ${cookie}`];
    expect(await firstLineOf(house.server.port, upgrade)).toBe("HTTP/1.1 401 Unauthorized");

    const { bodies } = follower;
    await say(house.owner, house.room, "Who is still here?");
    await bystander.hears("Who is still here?");
    expect(follower.bodies).toEqual(bodies);
    expect(bystander.closeCodes).toEqual([]);
  });

  it("does not take the person's other devices with it", async () => {
    await using house = await openHouse();
    const ben = await house.member("ben");
    await using phone = visit(house.server.url);
    await phone.api.session.signIn.mutate({ login: ben.email, password: ben.password });
    const follower = await house.follow(Object.assign(phone, ben, { cookie: phone.cookie }));
    await ben.api.session.signOut.mutate();
    await say(house.owner, house.room, "Still there");
    await follower.hears("Still there");
    expect(follower.closeCodes).toEqual([]);
  });
});

async function removeFromDen({ owner, den }: House, person: Person): Promise<void> {
  await owner.api.rooms.remove.mutate({ roomId: den, userId: person.user.id });
}

async function revokeFromAnotherDevice({ server }: House, person: Person): Promise<void> {
  await using phone = visit(server.url);
  await phone.api.session.signIn.mutate({ login: person.email, password: person.password });
  const sessions = await phone.api.session.list.query();
  const other = sessions.find(({ current }) => !current);
  await phone.api.session.revoke.mutate({ sessionId: other?.id ?? "" });
}
