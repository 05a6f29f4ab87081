import { v7 as uuidv7 } from "uuid";

import type { OpenWorkspace } from "../../server/main.ts";
import { openWorkspace } from "../../server/main.ts";
import type { LoggedEvent } from "../../server/store/port.ts";
import { parseCursor } from "../../shared/ids.ts";
import type { Message } from "../../shared/messages.ts";
import type { Person } from "../people.ts";
import { setUp, signUp } from "../people.ts";
import type { TestServer } from "../server.ts";
import { startTestServer } from "../server.ts";
import { Follower } from "./follower.ts";

/** A server with an owner in a public and a private room of theirs, and what tests do in it. */
export async function openHouse() {
  const everything = new AsyncDisposableStack();
  const server = everything.use(await startTestServer());
  const owner = everything.use(await setUp(server));
  const { rooms } = await owner.api.events.snapshot.query();
  const room = rooms[0]?.id ?? "";
  const den = await owner.api.rooms.create.mutate({ kind: "private", name: "Den" });

  return {
    server,
    owner,
    /** The public room that everyone is in, and the private one that one is invited to. */
    room,
    den: den.id,
    async member(name: string, role?: "member" | "guest" | "admin") {
      return everything.use(await signUp(server, owner, { name, ...(role && { role }) }));
    },
    /** Their stream from the cursor, else from now; through `port` when that is given. */
    async follow(person: Person, from: { cursor?: string; port?: number } = {}) {
      const cursor = from.cursor ?? (await person.api.events.snapshot.query()).cursor;
      const port = from.port ?? server.port;
      return everything.use(new Follower({ port, cookie: person.cookie, cursor }));
    },
    /** The data, as another process would open it. */
    elsewhere: async () => everything.use(await openElsewhere(server)),
    beginning: (await cursorOf(owner)).replace(/\d+$/, "0"),
    everything,
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

export async function cursorOf(person: Person): Promise<string> {
  return (await person.api.events.snapshot.query()).cursor;
}

export async function seqOf(person: Person): Promise<number> {
  return parseCursor(await cursorOf(person))?.seq ?? 0;
}

export function say(person: Person, roomId: string, body: string): Promise<Message> {
  return person.api.messages.send.mutate({ roomId, clientId: uuidv7(), body });
}

export async function sayAll(person: Person, roomId: string, bodies: string[]): Promise<void> {
  await Promise.all(bodies.map((body) => say(person, roomId, body)));
}

export function openElsewhere({ dataDir }: TestServer): Promise<OpenWorkspace> {
  return openWorkspace({ env: { DATA_DIR: dataDir, LOG_LEVEL: "silent" } });
}

/** The whole log, straight from the data. */
export async function logOf({ store }: OpenWorkspace): Promise<LoggedEvent[]> {
  const { head } = await store.logState();
  return store.eventsAfter(0, head + 1);
}
