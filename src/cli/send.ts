import { text as textOf } from "node:stream/consumers";
import { parseArgs } from "node:util";

import { v7 as uuidv7 } from "uuid";

import { UsageError } from "./command.ts";
import { remoteUsage, roomNamed, withRemote } from "./remote.ts";

export const usage = `Usage: snug send ROOM [TEXT…] [--json]

Says something in a room of a running server; without TEXT, what comes on the standard input.
${remoteUsage}

  --json   prints the message as JSON`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const [roomName, ...words] = positionals;
  if (roomName === undefined) throw new UsageError("Say in which room.");
  const body = (words.length > 0 ? words.join(" ") : await textOf(process.stdin)).trimEnd();
  if (body.trim() === "") throw new UsageError("There is nothing to say.");
  const message = await withRemote(async (client) => {
    const { id: roomId } = await roomNamed(client, roomName);
    return await client.api.messages.send.mutate({ roomId, clientId: uuidv7(), body });
  });
  if (values.json) console.log(JSON.stringify(message, null, 2));
}
