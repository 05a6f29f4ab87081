import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { until } from "../testing/clients.ts";
import type { House } from "../testing/house.ts";
import { openHouse } from "../testing/house.ts";
import type { ClientStorage } from "./index.ts";
import { memoryStorage } from "./index.ts";

// Whole servers and their people, on a machine that may be busy.
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  // The shortest delay of each attempt: what is waited for here is not the time.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a message on its way", () => {
  it("[RT13] is there at once, and settles exactly once", async () => {
    await using house = await openHouse();
    const client = house.client();
    await client.connect();
    const sizes: number[] = [];
    client.on("outbox", (entries) => sizes.push(entries.length));
    const { clientId, settled } = client.outbox.send({ roomId: house.roomId, body: "Hello" });
    expect(client.outbox.entries(house.roomId)).toMatchObject([
      { clientId, body: "Hello", status: "pending", error: null },
    ]);
    const message = await settled;
    expect(message).toMatchObject({ clientId, body: "Hello", authorId: house.mia.user.id });
    expect(client.outbox.entries()).toEqual([]);
    expect(client.outbox.acknowledged()).toEqual([message]);
    await until(client, () => client.snapshot?.cursor.endsWith(`:${message.seq}`) === true);
    expect(sizes).toEqual([1, 0]);
  });

  it("[RT2] is one message, however often the answer is lost", async () => {
    await using house = await openHouse();
    const network = lossy(house);
    const client = house.client({ fetch: network.fetch });
    await client.connect();
    // Nor does the event come, which would be an answer, too.
    house.proxy.stall();
    network.loseAnswers(2);
    const { settled } = client.outbox.send({ roomId: house.roomId, body: "Once" });
    expect((await settled).body).toBe("Once");
    expect(network.attempts).toBe(3);
    expect(await house.bodies()).toEqual([...house.welcome, "Once"]);
  });

  it("[RT13] settles by its event when the answer does not come", async () => {
    await using house = await openHouse();
    const network = lossy(house);
    const client = house.client({ fetch: network.fetch });
    await client.connect();
    network.holdAnswers();
    const { clientId, settled } = client.outbox.send({ roomId: house.roomId, body: "Held" });
    expect(await settled).toMatchObject({ clientId, body: "Held" });
    expect(client.outbox.entries()).toEqual([]);
  });

  it("keeps its place behind those before it", async () => {
    await using house = await openHouse();
    const network = lossy(house);
    const client = house.client({ fetch: network.fetch });
    await client.connect();
    network.loseAnswers(1);
    network.failRequests(2);
    const said = Array.from({ length: 8 }, (_, index) => `Number ${index}`);
    const sent = said.map((body) => client.outbox.send({ roomId: house.roomId, body }));
    await Promise.all(sent.map(({ settled }) => settled));
    expect(await house.bodies()).toEqual([...house.welcome, ...said]);
    expect(network.mostAtOnce).toBe(1);
  });

  it("does not wait for what hangs in a connection that is gone", async () => {
    await using house = await openHouse();
    const network = lossy(house);
    const client = house.client({ fetch: network.fetch });
    await client.connect();
    network.swallowRequests(1);
    const { settled } = client.outbox.send({ roomId: house.roomId, body: "Through" });
    await vi.waitUntil(() => network.attempts === 1);
    house.proxy.cut();
    expect((await settled).body).toBe("Through");
    expect(network.attempts).toBe(2);
  });

  it("waits for a network, and a first sign of who one is", async () => {
    await using house = await openHouse();
    const client = house.client();
    house.proxy.goOffline();
    const connected = client.connect();
    const { settled } = client.outbox.send({ roomId: house.roomId, body: "Early" });
    expect(client.outbox.entries()).toHaveLength(1);
    house.proxy.resume();
    await connected;
    expect((await settled).body).toBe("Early");
  });

  it("waits through errors of the server and its pleas to slow down", async () => {
    await using house = await openHouse();
    const network = lossy(house);
    const client = house.client({ fetch: network.fetch });
    await client.connect();
    network.answer({ code: "RATE_LIMITED", message: "Slower.", retryAfterMs: 5 }, 429);
    network.answer({ code: "INTERNAL", message: "Something went wrong." }, 500);
    network.answer({ code: "UNAVAILABLE", message: "Not now." }, 503);
    const { settled } = client.outbox.send({ roomId: house.roomId, body: "Patience" });
    expect((await settled).body).toBe("Patience");
    expect(network.attempts).toBe(4);
  });

  it("is sent though it cannot be stored", async () => {
    await using house = await openHouse();
    const fails = () => Promise.reject(new Error("The disk is full."));
    const client = house.client({
      storage: { get: fails, set: fails, delete: fails, entries: fails },
    });
    await client.connect();
    const { settled } = client.outbox.send({ roomId: house.roomId, body: "Anyway" });
    expect((await settled).body).toBe("Anyway");
  });
});

describe("a message that is refused", () => {
  it("stays, says why, and can be tried again", async () => {
    await using house = await openHouse();
    const { olivia, mia } = house;
    const { id: roomId } = await olivia.api.rooms.create.mutate({
      kind: "private",
      name: "Old things",
      userIds: [mia.user.id],
    });
    await olivia.api.rooms.archive.mutate({ roomId, archived: true });
    const client = house.client();
    await client.connect();
    const { clientId, settled } = client.outbox.send({ roomId, body: "Too late" });
    await expect(settled).rejects.toMatchObject({ code: "ROOM_ARCHIVED" });
    expect(client.outbox.entries(roomId)).toMatchObject([
      { clientId, status: "failed", error: { code: "ROOM_ARCHIVED" } },
    ]);
    await olivia.api.rooms.archive.mutate({ roomId, archived: false });
    client.outbox.retry(clientId);
    await until(client, () => client.outbox.entries().length === 0);
    expect(client.outbox.acknowledged()).toMatchObject([{ clientId, body: "Too late" }]);
  });

  it("does not hold up the others, and can be removed", async () => {
    await using house = await openHouse();
    const storage = memoryStorage();
    const client = house.client({ storage });
    await client.connect();
    const long = client.outbox.send({ roomId: house.roomId, body: "x".repeat(20_000) });
    const short = client.outbox.send({ roomId: house.roomId, body: "Short" });
    await expect(long.settled).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await short.settled;
    client.outbox.remove(long.clientId);
    expect(client.outbox.entries()).toEqual([]);
    expect(await stored(storage)).toEqual([]);
  });
});

function stored(storage: ClientStorage): Promise<[string, unknown][]> {
  return storage.entries("outbox/");
}

/** Mia's HTTP, past the proxy, with faults of its own for what is sent to a room. */
function lossy({ mia, server }: House) {
  const faults: ((send: () => Promise<Response>) => Promise<Response>)[] = [];
  let atOnce = 0;
  const network = {
    attempts: 0,
    mostAtOnce: 0,
    /** The server has done it, and nobody hears. */
    loseAnswers(times: number): void {
      for (let time = 0; time < times; time++) {
        faults.push(async (send) => {
          await send();
          throw new TypeError("The network broke.");
        });
      }
    },
    holdAnswers(): void {
      faults.push(async (send) => {
        await send();
        return new Promise<never>(() => {});
      });
    },
    swallowRequests(times: number): void {
      for (let time = 0; time < times; time++) faults.push(() => new Promise<never>(() => {}));
    },
    failRequests(times: number): void {
      for (let time = 0; time < times; time++) {
        faults.push(() => Promise.reject(new TypeError("The network broke.")));
      }
    },
    answer(snug: { code: string; message: string; retryAfterMs?: number }, status: number): void {
      const error = { message: snug.message, code: -32_000, data: { httpStatus: status, snug } };
      faults.push(() => Promise.resolve(Response.json([{ error }], { status })));
    },
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const { pathname, search } = new URL(new Request(input).url);
      const send = () => mia.fetch(`${server.url}${pathname}${search}`, init);
      if (!pathname.endsWith("/messages.send")) return send();
      network.attempts++;
      network.mostAtOnce = Math.max(network.mostAtOnce, ++atOnce);
      try {
        return await (faults.shift()?.(send) ?? send());
      } finally {
        atOnce--;
      }
    },
  };
  return network;
}
