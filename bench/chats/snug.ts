import { join } from "node:path";

import { v7 as uuidv7 } from "uuid";
import { z } from "zod";

import { temporaryFolder } from "../data/folder.ts";
import type { Team } from "../data/team.ts";
import { cookieOf, teamOf } from "../data/team.ts";
import { HttpClient } from "../load/http.ts";
import { textOf } from "../load/texts.ts";
import type { LoadSocket } from "../load/webSocket.ts";
import type { ServerProcess } from "../processes/serverProcess.ts";
import { startProcess } from "../processes/serverProcess.ts";
import type { Chat } from "./chat.ts";
import type { Protocol } from "./listeners.ts";
import { listen } from "./listeners.ts";

const here = join(import.meta.dirname, "..", "..", "dist");

/** The server as `npm start` runs it, without a setting that is not a place. */
export function startSnugServer(dataDir: string, port = 0, built = here): Promise<ServerProcess> {
  return startProcess({
    args: [join(built, "server", "snug.js"), "start"],
    env: { HOST: "127.0.0.1", PORT: String(port), DATA_DIR: dataDir },
    ready: /^Snug is ready on http:\/\/[^ ]*:(\d+)/,
  });
}

/** Sessions, memberships, the durable log and tracked cursors are all on; there is no way without. */
export async function startSnug(people: number): Promise<Chat> {
  const team = await teamOf({ people });
  const data = await temporaryFolder(team.folder);
  const server = await startSnugServer(data.path);
  const http = new HttpClient(server.port);
  const sockets: LoadSocket[] = [];
  return {
    server,
    async listen(listeners) {
      const protocol = streamFrom(await snapshotCursor(http));
      sockets.push(...(await listen({ ...listeners, port: server.port, protocol })));
    },
    say: (numbers, speaker = 0) => send(http, team, { numbers, speaker }),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.close();
      http.close();
      await server[Symbol.asyncDispose]();
      await data[Symbol.asyncDispose]();
    },
  };
}

/** Each listener is another person. */
export function streamFrom(cursor: string): Protocol {
  return {
    path: "/trpc",
    headers: (listener) => ({ cookie: cookieOf(listener) }),
    hello: JSON.stringify({
      id: 1,
      method: "subscription",
      params: { path: "events.stream", input: { lastEventId: cursor } },
    }),
    greeted: (heard) => heard.includes('"started"'),
  };
}

const snapshotSchema = z.object({
  result: z.object({ data: z.object({ cursor: z.string() }) }),
});

/** Where everyone's stream may begin: nothing happens before all of them listen. */
export async function snapshotCursor(http: HttpClient): Promise<string> {
  const headers = { cookie: cookieOf(0) };
  const answer = await http.ask({ path: "/trpc/events.snapshot", headers });
  return snapshotSchema.parse(JSON.parse(answer)).result.data.cursor;
}

export interface Send {
  numbers: readonly number[];
  speaker: number;
  clientId?: string;
}

/** Several are one request, as the client's batch link would make of what it is told at once. */
export async function send(http: HttpClient, team: Team, { numbers, speaker, clientId }: Send) {
  const inputs = numbers.map((number) => ({
    roomId: team.roomId,
    clientId: clientId ?? uuidv7(),
    body: textOf(number),
  }));
  const [first] = inputs;
  await http.ask({
    path:
      inputs.length === 1
        ? "/trpc/messages.send"
        : `/trpc/${inputs.map(() => "messages.send").join(",")}?batch=1`,
    headers: { cookie: cookieOf(speaker) },
    body: JSON.stringify(inputs.length === 1 ? first : Object.assign({}, inputs)),
  });
}
