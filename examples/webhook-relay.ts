/**
 * Posts what a code host says about pushes to a room. It checks the signature of GitHub's webhooks, which others
 * have taken over: an HMAC of the body under a secret that both know.
 *
 *     SNUG_URL=… SNUG_TOKEN=… SNUG_ROOM=… WEBHOOK_SECRET=… PORT=4000 node examples/webhook-relay.ts
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { Readable } from "node:stream";

import { createSnugClient } from "snug/client";

const { SNUG_URL = "", SNUG_TOKEN = "", SNUG_ROOM = "", WEBHOOK_SECRET = "", PORT } = process.env;
const client = createSnugClient({ url: SNUG_URL, token: SNUG_TOKEN });
await client.connect();
const room = client.room(SNUG_ROOM);

const server = createServer((request, response) => void answer(request, response));
server.listen(Number(PORT ?? 4000), () => process.stdout.write("Listening.\n"));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = Buffer.concat(await request.toArray());
    if (!isSigned(body, request)) return void response.writeHead(401).end();
    const said = sentence(await json(Readable.from([body])));
    // The code host tries again unless it hears that all is well, and a message is durable by then.
    if (said !== null) await room.send(said);
    response.writeHead(204).end();
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  }
}

function isSigned(body: Buffer, { headers }: IncomingMessage): boolean {
  const expected = Buffer.from(
    `sha256=${createHmac("sha256", WEBHOOK_SECRET).update(body).digest("hex")}`,
  );
  const given = Buffer.from(String(headers["x-hub-signature-256"]));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

interface Push {
  ref: string;
  compare: string;
  pusher: { name: string };
  commits: { message: string }[];
}

function sentence(payload: unknown): string | null {
  if (!isPush(payload)) return null;
  const { ref, compare, pusher, commits } = payload;
  const lines = commits.map(({ message }) => `- ${message.split("\n")[0]}`);
  const branch = ref.replace("refs/heads/", "");
  return [`**${pusher.name}** pushed to [${branch}](${compare})`, ...lines].join("\n");
}

function isPush(payload: unknown): payload is Push {
  return (
    typeof payload === "object" && payload !== null && "ref" in payload && "commits" in payload
  );
}
