import type { AnyProcedure, TRPCProcedureType } from "@trpc/server";
import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";

import { errorCodes } from "../../shared/errors.ts";
import type { Person } from "../../testing/people.ts";
import { password, setUp } from "../../testing/people.ts";
import type { TestServer } from "../../testing/server.ts";
import { startTestServer } from "../../testing/server.ts";
import { appRouter } from "../router.ts";

const nouns: Record<string, Record<string, AnyProcedure>> = appRouter._def.record;
const procedures = Object.entries(nouns).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => ({
    path: `${noun}.${verb}`,
    type: procedure._def.type,
  })),
);
const called = procedures.filter(({ type }) => type !== "subscription");
const subscribed = procedures.filter(({ type }) => type === "subscription");

/** What no procedure asks for, or only those that ask for nothing. */
const nonsense: unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1e308,
  "",
  "text",
  "\u0000",
  "\ud800",
  "x".repeat(100_000),
  [],
  [null],
  {},
  { json: {} },
  JSON.parse('{"__proto__": {"roomId": "x"}}'),
  { constructor: { prototype: {} }, toString: null },
  nested(500),
];

let server: TestServer;
let owner: Person;
let values: unknown[];

beforeAll(async () => {
  server = await startTestServer();
  owner = await setUp(server);
  const { rooms, cursor } = await owner.api.events.snapshot.query();
  const roomId = rooms[0]?.id ?? "";
  const message = await owner.api.messages.send.mutate({
    roomId,
    clientId: uuidv7(),
    body: "Hello",
  });
  // Those that are right somewhere bring a call past its schema and into the store.
  values = [...nonsense, roomId, owner.user.id, message.id, message.seq, cursor, uuidv7()];
  values.push("public", "admin", "everything", "👍", [owner.user.id], [roomId], { before: 1 });
  values.push({ around: -1 }, { after: 2, before: 1 }, Number.MAX_SAFE_INTEGER, 2 ** 53, 0.5);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

describe("every procedure", () => {
  it("is among those that are asked here", () => {
    const paths = procedures.map(({ path }) => path);
    expect(paths).toEqual(Object.keys(appRouter._def.procedures));
    expect(paths).toContain("rooms.markUnread");
  });

  it.each(called)("answers nonsense with a typed error: $path", async ({ path, type }) => {
    for (const input of nonsense) expect(await faultOf(path, type, input)).toBeNull();
  });

  it.each(called)("answers what is nearly right without failing: $path", async ({ path, type }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...fieldNames), fc.nat(), { maxKeys: 8 }),
        async (picks) => {
          const fields = Object.entries(picks).map(([name, pick]): [string, unknown] => [
            name,
            values[pick % values.length],
          ]);
          expect(await faultOf(path, type, Object.fromEntries(fields))).toBeNull();
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each(subscribed)("refuses nonsense over a WebSocket: $path", async ({ path }) => {
    await signInIfOut();
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/trpc`, {
      headers: { cookie: owner.cookie },
    });
    await new Promise((opened) => socket.once("open", opened));
    const answers = new Promise<unknown[]>((resolve) => {
      const received: unknown[] = [];
      socket.on("message", (data: Buffer) => {
        received.push(JSON.parse(data.toString()));
        if (received.length === nonsense.length) resolve(received);
      });
    });
    for (const [id, input] of nonsense.entries()) {
      const small = typeof input === "string" ? input.slice(0, 1000) : input;
      socket.send(JSON.stringify({ id, method: "subscription", params: { path, input: small } }));
    }
    for (const answer of await answers) expect(answer).toMatchObject(refusal);
    socket.terminate();
  });

  it.each(subscribed)("refuses a subscription over HTTP: $path", async ({ path }) => {
    const input = encodeURIComponent(JSON.stringify({ lastEventId: "", deviceId: "device-1" }));
    const response = await owner.fetch(`/trpc/${path}?input=${input}`);
    expect(await response.text()).toContain("Subscribe to this over a WebSocket.");
  });
});

const refusal = { error: { data: { snug: { code: "INVALID_INPUT" } } } };

/** The names of all fields of all inputs, and some of nobody's. */
const fieldNames = [
  ..."roomId userId userIds messageId rootId seq cursor limit direction clientId body".split(" "),
  ..."threadRootId attachmentIds emoji on kind name topic role status notify archived".split(" "),
  ..."token login password current next workspaceName displayName username email".split(" "),
  ..."inviteToken inviteId sessionId expiresInHours maxUses roomIds openSignUp bio".split(" "),
  ..."quotedId time text image membersAddEmoji following".split(" "),
  ..."forSeconds muted hidden favourite".split(" "),
  ..."timeZone customStatus deviceId active mode typing __proto__ constructor fileId".split(" "),
  ..."tokenId scope expiresInDays botId webhookId url events deliveryId takes summary commands invocationId".split(
    " ",
  ),
];

const answerSchema = z.union([
  z.object({ result: z.object({ data: z.unknown() }) }),
  z.object({
    error: z.strictObject({
      message: z.string(),
      code: z.number(),
      data: z.strictObject({
        code: z.string(),
        httpStatus: z.number().max(499),
        snug: z.strictObject({
          code: z.enum(errorCodes).exclude(["INTERNAL", "UNAVAILABLE"]),
          message: z.string().min(1),
          fields: z.record(z.string(), z.string()).optional(),
          retryAfterMs: z.number().optional(),
        }),
      }),
    }),
  }),
]);

/** What is wrong with the answer; `null` when it is a result or a typed error. */
async function faultOf(
  path: string,
  type: TRPCProcedureType,
  input: unknown,
): Promise<string | null> {
  await signInIfOut();
  const { status, text } = await call(path, type, JSON.stringify(input));
  // Longer than a URL may be: refused by the HTTP parser, before anything of ours.
  if (status === 431) return null;
  const typed = status < 500 && answerSchema.safeParse(JSON.parse(text)).success;
  return typed ? null : `${status} ${text}`;
}

async function call(path: string, type: TRPCProcedureType, json: string | undefined) {
  const response =
    type === "query"
      ? await owner.fetch(
          `/trpc/${path}${json === undefined ? "" : `?input=${encodeURIComponent(json)}`}`,
        )
      : await owner.fetch(`/trpc/${path}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: json ?? null,
        });
  return { status: response.status, text: await response.text() };
}

/** `session.signOut` takes any input, and does what it says. */
async function signInIfOut(): Promise<void> {
  if (owner.cookie === "") await owner.api.session.signIn.mutate({ login: "olivia", password });
}

function nested(depth: number): unknown {
  return depth === 0 ? null : [nested(depth - 1)];
}
