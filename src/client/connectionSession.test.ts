import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clientOf, handWake, isOnline, until } from "../testing/clients.ts";
import { expectTrue } from "../testing/expectTrue.ts";
import { counting, openHouse } from "../testing/house.ts";
import { visit } from "../testing/visitor.ts";

// Whole servers and their people, on a machine that may be busy.
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  // The shortest delay of each attempt: what is waited for here is not the time.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a client whose session ends", () => {
  it("[RT7] is signed out, and leaves it at that", async () => {
    await using house = await openHouse();
    const network = handWake();
    const dials = { count: 0 };
    const client = house.client({ wake: network.listen, ...counting(house, dials) });
    await client.connect();
    const before = dials.count;
    await visit(house.server.url, house.mia.cookie).api.session.signOut.mutate();
    await until(client, () => client.connection.status === "signed-out");
    network.wake();
    await house.say("Not for you");
    expect(dials.count).toBe(before);
    expect(client.connection.status).toBe("signed-out");
    expect(client.snapshot).toBeNull();
  });

  it("learns so when it comes back", async () => {
    await using house = await openHouse();
    const client = house.client();
    await client.connect();
    house.proxy.goOffline();
    await until(client, () => client.connection.status === "reconnecting");
    await visit(house.server.url, house.mia.cookie).api.session.signOut.mutate();
    house.proxy.resume();
    await until(client, () => client.connection.status === "signed-out");
  });

  it("connects again after signing in", async () => {
    await using house = await openHouse();
    const { mia } = house;
    const client = house.client();
    await client.connect();
    await mia.api.session.signOut.mutate();
    await until(client, () => client.connection.status === "signed-out");
    await expect(client.connect()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await mia.api.session.signIn.mutate({ login: mia.email, password: mia.password });
    await client.connect();
    await expectTrue(client, house);
  });

  it("takes the other's snapshot when someone else has signed in meanwhile", async () => {
    await using house = await openHouse();
    const client = house.client();
    await client.connect();
    house.proxy.goOffline();
    await until(client, () => client.connection.status === "reconnecting");
    client.outbox.send({ roomId: house.roomId, body: "In Mia's name" });
    house.mia.cookie = house.olivia.cookie;
    house.proxy.resume();
    await until(client, () => client.snapshot?.me.id === house.olivia.user.id);
    await until(client, isOnline(client));
    await client.room(house.roomId).send("In Olivia's");
    const bodies = await house.bodies();
    expect(bodies).toContain("In Olivia's");
    expect(bodies).not.toContain("In Mia's name");
  });

  it("says so when nobody was signed in to begin with", async () => {
    await using house = await openHouse();
    await using stranger = visit(house.server.url);
    await using client = clientOf(stranger, house.url);
    await expect(client.connect()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(client.connection.status).toBe("signed-out");
    expect(client.snapshot).toBeNull();
  });
});
