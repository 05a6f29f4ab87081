import { once } from "node:events";
import type { ServerResponse } from "node:http";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { SnugError } from "../../../shared/errors.ts";
import { limits } from "../../../shared/limits.ts";
import { requireScope, signedIn } from "../../services/access.ts";
import type { IdentityOptions } from "../identity.ts";
import { identify } from "../identity.ts";
import { refuseOthers } from "./rest.ts";

export interface EventStreamTimes {
  /** A stream that is quiet for so long says that it is there. */
  heartbeatMs: number;
  /** [RT9] How long what was sent may wait to be read. */
  patienceMs: number;
}

const defaultTimes: EventStreamTimes = { heartbeatMs: 15_000, patienceMs: 30_000 };

/**
 * `GET /api/events`: the log as server-sent events, by the rules of the stream over WebSocket [RT4] to [RT7]. The id of
 * each is its cursor, so that whoever reconnects as the standard says resumes without a gap.
 */
export function serveEventStream(
  app: FastifyInstance,
  options: IdentityOptions,
  times: EventStreamTimes = defaultTimes,
): void {
  const open = new Map<AbortController, string>();
  app.addHook("preClose", async () => {
    for (const stream of open.keys()) stream.abort();
  });
  app.get<{ Querystring: Record<string, unknown> }>("/api/events", async (request, reply) => {
    const viewer = signedIn((await identify(request, options)).viewer);
    requireScope(viewer, "read");
    const sessionId = viewer.session.id;
    const streams = [...open.values()].filter((id) => id === sessionId).length;
    if (streams >= limits.eventStreamsPerSession) {
      throw new SnugError("RATE_LIMITED", "This token follows events as often as it may.");
    }
    const cursor = cursorOf(request) ?? (await options.services.events.head());
    const stream = new AbortController();
    open.set(stream, sessionId);
    reply.raw.once("close", () => {
      open.delete(stream);
      stream.abort();
    });
    const feed = options.services.events.stream(viewer, cursor, stream.signal);
    begin(reply, cursor);
    void follow(reply.raw, feed, times).catch((error: unknown) => {
      if (!(error instanceof SnugError)) request.log.error(error, "An event stream failed");
      reply.raw.destroy();
    });
  });
  refuseOthers(app, "/api/events", ["GET"]);
}

/** The header is what browsers resume by; the parameter is for the first time, when they cannot set it. */
function cursorOf({ headers, query }: FastifyRequest<{ Querystring: Record<string, unknown> }>) {
  const header = headers["last-event-id"];
  const { after } = query;
  return typeof header === "string" ? header : typeof after === "string" ? after : null;
}

function begin(reply: FastifyReply, cursor: string): void {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    // Some proxies keep answers back until they end.
    "x-accel-buffering": "no",
  });
  // An id alone is no event, and yet where to resume from.
  reply.raw.write(`retry: 1000\nid: ${oneLine(cursor)}\n\n`);
}

type Items = ReturnType<IdentityOptions["services"]["events"]["stream"]>;

async function follow(
  response: ServerResponse,
  items: Items,
  { heartbeatMs, patienceMs }: EventStreamTimes,
): Promise<void> {
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(":\n\n");
  }, heartbeatMs);
  try {
    for await (const { cursor, item } of items) {
      const frame = `id: ${cursor}\nevent: ${item.type}\ndata: ${JSON.stringify(item)}\n\n`;
      if (!response.write(frame)) {
        await once(response, "drain", { signal: AbortSignal.timeout(patienceMs) });
      }
    }
    response.end();
  } catch (error) {
    if (isTooSlow(error)) response.destroy();
    else throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

function isTooSlow(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** What came in a header is given back; a line break in it would begin a line of its own. */
function oneLine(cursor: string): string {
  return cursor.replaceAll(/[^\w:]/g, "").slice(0, 64);
}
