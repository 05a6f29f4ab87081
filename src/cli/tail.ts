import { parseArgs } from "node:util";

import type { SnugClient } from "../client/index.ts";
import type { Message } from "../shared/messages.ts";
import { limits } from "../shared/limits.ts";
import { CommandError, UsageError } from "./command.ts";
import { messageLines } from "./messageLines.ts";
import { remoteUsage, roomNamed, withRemote } from "./remote.ts";

export const usage = `Usage: snug tail ROOM [--last NUMBER] [--json]

Shows what is said in a room of a running server, as it is said, until Ctrl-C.
${remoteUsage}

  --last   how many of the messages before to begin with (10)
  --json   prints each message as a line of JSON`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, last: { type: "string", default: "10" } },
  });
  const [roomName, ...others] = positionals;
  if (roomName === undefined || others.length > 0) throw new UsageError("Say which room.");
  const last = Number(values.last);
  if (!Number.isInteger(last) || last < 0 || last > limits.historyPage.max) {
    throw new UsageError(`--last takes a number up to ${limits.historyPage.max}.`);
  }
  await withRemote(async (client) => {
    const { id } = await roomNamed(client, roomName);
    await client.connect();
    await follow(client, id, { last, json: values.json === true });
  });
}

interface Wishes {
  last: number;
  json: boolean;
}

/** Prints each message once, in order: what comes while the page before it is under way waits for it. */
async function follow(client: SnugClient, roomId: string, wishes: Wishes): Promise<void> {
  let printed = 0;
  let settled = Promise.resolve();

  function print(messages: readonly Message[]): void {
    for (const message of messages) {
      if (message.seq <= printed) continue;
      printed = message.seq;
      console.log(wishes.json ? JSON.stringify(message) : messageLines(message, client.snapshot));
    }
  }
  async function catchUp(): Promise<void> {
    for (let more = true; more;) {
      const cursor = { after: printed };
      const page = await client.api.messages.history.query({ roomId, cursor });
      print(page.messages);
      more = page.newer !== null;
    }
  }
  async function begin(): Promise<void> {
    const { messages, asOf } = await client.api.messages.history.query({
      roomId,
      limit: Math.max(1, wishes.last),
    });
    print(messages.slice(messages.length - wishes.last));
    printed = Math.max(printed, messages.at(-1)?.seq ?? 0, wishes.last === 0 ? asOf : 0);
  }

  await new Promise<void>((resolve, reject) => {
    const queue = (work: () => void | Promise<void>) => {
      settled = settled.then(work);
      settled.catch(reject);
    };
    client.on("message.created", ({ message }) => {
      if (message.roomId === roomId && message.threadRootId === null) queue(() => print([message]));
    });
    client.on("room.removed", (event) => {
      if (event.roomId === roomId) reject(new CommandError("You are in this room no more."));
    });
    client.on("connection", ({ status }) => {
      if (status === "signed-out") reject(new CommandError("The token is good no more."));
    });
    // A reset: whatever was said meanwhile came by no event.
    client.on("snapshot", () => queue(catchUp));
    queue(begin);
    process.once("SIGINT", resolve);
  });
}
