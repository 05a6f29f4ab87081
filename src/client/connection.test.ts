import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openSqliteStore } from "../server/store/sqlite/index.ts";
import type { LogEvent } from "../shared/events.ts";
import { handWake, isOnline, until } from "../testing/clients.ts";
import { expectTrue } from "../testing/expectTrue.ts";
import type { House } from "../testing/house.ts";
import { counting, openHouse } from "../testing/house.ts";
import { webSocketWith } from "../testing/webSocketWith.ts";
import type { SnugClient } from "./index.ts";

// Whole servers and their people, on a machine that may be busy.
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  // The shortest delay of each attempt: what is waited for here is not the time.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The bodies of the messages that came as events, in the order in which they came. */
function heard(client: SnugClient): string[] {
  const bodies: string[] = [];
  client.on("message.created", ({ message }) => bodies.push(message.body));
  return bodies;
}

describe("a client", () => {
  it("[RT5] connects to a snapshot and keeps it true by events", async () => {
    await using house = await openHouse();
    const client = house.client();
    const bodies = heard(client);
    const statuses: string[] = [];
    client.on("connection", ({ status }) => statuses.push(status));
    expect(client.connection.status).toBe("idle");
    await client.connect();
    expect(statuses).toEqual(["connecting", "online"]);

    await house.say("One");
    await house.olivia.api.users.updateProfile.mutate({ displayName: "Liv" });
    await house.olivia.api.rooms.update.mutate({ roomId: house.roomId, topic: "All of it" });
    await expectTrue(client, house);
    expect(bodies).toEqual(["One"]);
  });

  it("[RT4] misses and doubles nothing while its connection breaks at any moment", async () => {
    await using house = await openHouse();
    const client = house.client();
    const bodies = heard(client);
    await client.connect();

    const said: string[] = [];
    for (let index = 0; index < 40; index++) {
      said.push(`Message ${index}`);
      const saying = house.say(`Message ${index}`);
      if (index % 7 === 3) house.proxy.cut();
      await saying;
    }
    await until(client, () => bodies.length >= said.length);
    expect(bodies).toEqual(said);
    await expectTrue(client, house);
  });

  it("[RT5] catches up after the server was away", async () => {
    await using house = await openHouse();
    const client = house.client();
    const bodies = heard(client);
    await client.connect();
    await house.server.stop();
    await until(client, () => client.connection.status === "reconnecting");
    await house.server.restart();
    await house.say("Still here?");
    await until(client, () => bodies.length === 1);
    await until(client, isOnline(client));
    await expectTrue(client, house);
  });

  it("comes back without asking for anything but its stream", async () => {
    await using house = await openHouse();
    const requests = vi.fn<typeof fetch>((input, init) =>
      house.mia.fetch(new Request(input).url, init),
    );
    const client = house.client({ fetch: requests });
    const bodies = heard(client);
    await client.connect();
    requests.mockClear();
    house.proxy.cut();
    await until(client, () => client.connection.status === "reconnecting");
    await house.say("Back?");
    await until(client, () => bodies.length === 1);
    expect(requests).not.toHaveBeenCalled();
  });

  it("[RT6] takes a new snapshot when its cursor is too old", async () => {
    await using house = await openHouse();
    const client = house.client();
    const bodies = heard(client);
    await client.connect();
    house.proxy.goOffline();
    await until(client, () => client.connection.status === "reconnecting");
    await house.say("Missed");
    await house.say("Missed too");
    await forgetLog(house);

    const taken = vi.fn<() => void>();
    client.on("snapshot", taken);
    house.proxy.resume();
    await until(client, () => taken.mock.calls.length > 0);
    await expectTrue(client, house);
    expect(bodies).toEqual([]);
    await house.say("And live again");
    await until(client, () => bodies.length === 1);
    expect(taken).toHaveBeenCalledOnce();
  });

  it("goes on after an earlier run: each event once, over a snapshot that is ahead of them", async () => {
    await using house = await openHouse();
    const earlier = house.client();
    const events = earlier.events();
    await earlier.connect();
    await house.say("One");
    let after = "";
    for await (const event of events) {
      after = earlier.cursorAfter(event);
      if (event.type === "message.created") break;
    }
    await earlier.disconnect();
    await house.say("Two");
    await house.olivia.api.users.updateProfile.mutate({ displayName: "Liv" });
    await house.say("Three");

    const client = house.client();
    const bodies = heard(client);
    const names: (string | undefined)[] = [];
    const cursors: string[] = [];
    client.on("event", (event) => {
      names.push(client.snapshot?.users.find(({ id }) => id === house.olivia.user.id)?.displayName);
      cursors.push(client.cursorAfter(event));
    });
    await client.connect({ after });
    await house.say("Four");
    await until(client, () => bodies.length === 3);
    expect(bodies).toEqual(["Two", "Three", "Four"]);
    expect(new Set(names)).toEqual(new Set(["Liv"]));
    expect(cursors.at(-1)).toBe(client.snapshot?.cursor);
    expect(new Set(cursors).size).toBe(cursors.length);
    await expectTrue(client, house);
  });

  it("[RT6] takes a second snapshot when it cannot go on after an earlier run", async () => {
    await using house = await openHouse();
    const client = house.client();
    const bodies = heard(client);
    const taken = vi.fn<() => void>();
    client.on("snapshot", taken);
    await client.connect({ after: "another workspace's" });
    await until(client, () => taken.mock.calls.length === 2);
    await house.say("And live");
    await until(client, () => bodies.length === 1);
    expect(taken).toHaveBeenCalledTimes(2);
    await expectTrue(client, house);
  });

  it("begins again where it was when the server ends its stream with an error", async () => {
    await using house = await openHouse();
    const sockets = watchedSockets(house);
    const client = house.client({ WebSocket: sockets.WebSocket });
    const bodies = heard(client);
    await client.connect();
    await house.say("One");
    await until(client, () => bodies.length === 1);
    sockets.failSubscriptions();
    await house.say("Two");
    await until(client, () => bodies.length === 2);
    expect(bodies).toEqual(["One", "Two"]);
  });

  it("[RT10] tries again at once when it is woken", async () => {
    // The longest delays there can be: without the wake, this test would not end in time.
    vi.spyOn(Math, "random").mockReturnValue(0.999);
    await using house = await openHouse();
    const network = handWake();
    const dials = { count: 0 };
    const client = house.client({ wake: network.listen, ...counting(house, dials) });
    await client.connect();
    house.proxy.goOffline();
    while (dials.count < 8) {
      await until(client, () => client.connection.status === "reconnecting");
      network.wake();
      await new Promise((resolve) => setImmediate(resolve));
    }
    house.proxy.resume();
    while (!isOnline(client)()) {
      network.wake();
      await new Promise((resolve) => setImmediate(resolve));
    }
  });

  it("waits for a network to begin with", async () => {
    await using house = await openHouse();
    house.proxy.goOffline();
    const client = house.client();
    const connected = client.connect();
    expect(client.connection.status).toBe("connecting");
    house.proxy.resume();
    await connected;
    expect(client.connection.status).toBe("online");
  });

  it("gives events to be iterated, until it disconnects", async () => {
    await using house = await openHouse();
    const client = house.client();
    await client.connect();
    const events: LogEvent[] = [];
    const iterating = (async () => {
      for await (const event of client.events()) {
        events.push(event);
        if (events.length === 2) void client.disconnect();
      }
    })();
    await house.say("One");
    await house.say("Two");
    await iterating;
    expect(events.map(({ type }) => type)).toEqual(["message.created", "message.created"]);
    expect(client.connection.status).toBe("idle");
  });
});

/** As retention does, in time. */
async function forgetLog({ server }: House): Promise<void> {
  await using store = openSqliteStore({ file: join(server.dataDir, "snug.sqlite") });
  const { head } = await store.logState();
  await store.pruneLog(head);
}

/** Mia's WebSockets, whose subscriptions can be failed as if the server had done it. */
function watchedSockets({ mia }: House) {
  const started: { socket: WebSocket; id: unknown }[] = [];
  const Base = webSocketWith({ cookie: mia.cookie });
  class Watched extends Base {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener("message", ({ data }) => {
        if (!String(data).startsWith("{")) return;
        const frame: unknown = JSON.parse(String(data));
        if (isStarted(frame)) started.push({ socket: this, id: frame.id });
      });
    }
  }
  return {
    WebSocket: Watched,
    failSubscriptions() {
      const data = { snug: { code: "INTERNAL", message: "Something went wrong." } };
      for (const { socket, id } of started.splice(0)) {
        const frame = { id, error: { code: -32603, message: "Something went wrong.", data } };
        socket.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(frame) }));
      }
    },
  };
}

function isStarted(frame: unknown): frame is { id: unknown } {
  return JSON.stringify(frame).includes('"type":"started"');
}
