import { v7 } from "uuid";
import type { SnugClient, SnugClientOptions } from "../client/index.ts";
import type { Snapshot } from "../shared/events.ts";
import type { Message } from "../shared/messages.ts";
import { clientOf } from "./clients.ts";
import type { FlakyProxy } from "./flakyProxy.ts";
import { startFlakyProxy } from "./flakyProxy.ts";
import type { Person } from "./people.ts";
import { setUp, signUp } from "./people.ts";
import type { TestServer } from "./server.ts";
import { startTestServer } from "./server.ts";
import { webSocketWith } from "./webSocketWith.ts";

/** A server with two people in its first room, and a network that can be made to fail before it. */
export interface House extends AsyncDisposable {
  server: TestServer;
  proxy: FlakyProxy;
  /** The server as seen through the proxy. */
  url: string;
  olivia: Person;
  mia: Person;
  roomId: string;
  /** What the room begins with. */
  welcome: string[];
  /** A client of Mia's behind the proxy, closed with the house. */
  client(options?: Partial<SnugClientOptions>): SnugClient;
  /** A client of someone's past the proxy. */
  clientOf(person: Person): SnugClient;
  /** Olivia says something, past the proxy. */
  say(body: string, threadRootId?: string): Promise<Message>;
  /** Everything in the room, as the server has it. */
  bodies(): Promise<string[]>;
}

export async function openHouse(): Promise<House> {
  const resources = new AsyncDisposableStack();
  const server = resources.use(await startTestServer());
  const proxy = resources.use(await startFlakyProxy(server.port));
  const olivia = resources.use(await setUp(server));
  const mia = resources.use(await signUp(server, olivia, { name: "mia" }));
  const { rooms } = await olivia.api.events.snapshot.query();
  const roomId = rooms[0]?.id ?? "";
  const { messages } = await olivia.api.messages.history.query({ roomId });
  const url = `http://127.0.0.1:${proxy.port}`;
  return {
    server,
    proxy,
    url,
    olivia,
    mia,
    roomId,
    welcome: messages.map(({ body }) => body),
    client: (options) => resources.use(clientOf(mia, url, options)),
    clientOf: (person) => resources.use(clientOf(person, server.url)),
    say: (body, threadRootId) =>
      olivia.api.messages.send.mutate({ roomId, clientId: v7(), body, threadRootId }),
    async bodies() {
      const { messages } = await olivia.api.messages.history.query({ roomId, limit: 100 });
      return messages.map(({ body }) => body);
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

/** Users and rooms are sets: in the order of their ids, snapshots can be compared. */
export function sorted(snapshot: Snapshot): Snapshot {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  const { users, rooms } = snapshot;
  return { ...snapshot, users: users.toSorted(byId), rooms: rooms.toSorted(byId) };
}

/** Counts what a client of Mia's asks by HTTP, and how often it dials. */
export function counting({ mia }: House, dials: { count: number }) {
  const counted: typeof fetch = (input, init) => {
    dials.count++;
    return mia.fetch(new Request(input).url, init);
  };
  class Counted extends webSocketWith({ cookie: mia.cookie }) {
    constructor(url: string | URL) {
      super(url);
      dials.count++;
    }
  }
  return { fetch: counted, WebSocket: Counted };
}
