import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { errorCodes } from "../../../shared/errors.ts";
import { createdOutgoingWebhookSchema, webhookEvents } from "../../../shared/outgoingWebhooks.ts";
import type { Person } from "../../../testing/people.ts";
import { password, setUp } from "../../../testing/people.ts";
import type { TestServer } from "../../../testing/server.ts";
import { startTestServer } from "../../../testing/server.ts";
import { everyRow } from "../../../testing/everyRow.ts";
import type { Endpoint } from "./endpoints.ts";
import { endpointGroups, fieldsInPath } from "./endpoints.ts";
import { openApiDocument } from "./openApi.ts";

const endpoints = endpointGroups.flatMap((group) => group.endpoints);
const { paths } = openApiDocument();

/** The addresses of the document that no procedure answers, and one that is in none. */
const streamPaths = [
  ...Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => !endpoints.some((one) => isAt(one, { path, method })))
      .map(() => path),
  ),
  "/api/files/{fileId}/more",
];

function isAt(endpoint: Endpoint, { path, method }: { path: string; method: string }): boolean {
  return `/api${endpoint.path}` === path && endpoint.method.toLowerCase() === method;
}

let server: TestServer;
let owner: Person;
let values: unknown[];

beforeAll(async () => {
  server = await startTestServer();
  owner = await setUp(server);
  const { rooms } = await owner.api.events.snapshot.query();
  const roomId = rooms[0]?.id ?? "";
  const said = { roomId, clientId: uuidv7(), body: "Hello" };
  const message = await owner.api.messages.send.mutate(said);
  // Those that are right somewhere bring a call past its schema and into the store.
  values = [roomId, owner.user.id, message.id, message.seq, "public", "admin", "👍", [roomId]];
  values.push(null, true, 0, -1, 1e308, "", "\u0000", "\ud800", "..", "%", {}, [], "a".repeat(300));
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const problemSchema = z.strictObject({
  code: z.enum(errorCodes).exclude(["INTERNAL", "UNAVAILABLE"]),
  message: z.string().min(1),
  fields: z.record(z.string(), z.string()).optional(),
  retryAfterMs: z.number().optional(),
});

/** Bodies whose fields have the right names, from the document, and any values; and bodies of any kind. */
function bodiesOf({ path, method }: Endpoint): fc.Arbitrary<string | null> {
  const operation = paths[`/api${path}`]?.[method.toLowerCase()];
  const schema = operation?.requestBody?.content["application/json"]?.schema ?? {};
  const named =
    "properties" in schema ? z.record(z.string(), z.unknown()).parse(schema.properties) : {};
  const names = [...Object.keys(named), "__proto__", "constructor"];
  const value = fc.oneof(
    fc.nat().map((pick) => values[pick % values.length]),
    fc.jsonValue(),
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...names), value).map(toJson) },
    { weight: 2, arbitrary: fc.jsonValue().map(toJson) },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** What may stand behind the question mark by the document, with any values; and anything else. */
function queriesOf({ path, method }: Endpoint): fc.Arbitrary<string> {
  const parameters = paths[`/api${path}`]?.[method.toLowerCase()]?.parameters ?? [];
  const names = parameters.flatMap((one) => (one.in === "query" ? [one.name] : []));
  const value = fc.oneof(
    fc.nat().map((pick) => String(values[pick % values.length]).toWellFormed()),
    fc.constantFrom("0", "1", "-1", "1e400", "NaN", "true", "2026-02-30", "Europe/Nowhere", '"'),
    fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
  );
  const named = fc
    .dictionary(fc.constantFrom(...names, "__proto__"), value)
    .map((query) => `?${new URLSearchParams(query).toString()}`);
  return fc.oneof(
    { weight: 3, arbitrary: named },
    { weight: 1, arbitrary: fc.webQueryParameters().map((query) => `?${query}`) },
    { weight: 1, arbitrary: fc.constant("") },
  );
}

async function signInAgain(): Promise<void> {
  if (owner.cookie === "") await owner.api.session.signIn.mutate({ login: "olivia", password });
}

describe("every address of the REST API", () => {
  it.each(endpoints)(
    "fails by the book and writes nothing then: $method $path",
    async (endpoint) => {
      const inPath = fieldsInPath(endpoint.path);
      await fc.assert(
        fc.asyncProperty(
          fc.record({
            body: bodiesOf(endpoint),
            picks: fc.array(fc.nat(), { minLength: inPath.length, maxLength: inPath.length }),
            query: queriesOf(endpoint),
          }),
          async ({ body, picks, query }) => {
            await signInAgain();
            const before = everyRow(server);
            let path: string = endpoint.path;
            for (const [i, field] of inPath.entries()) {
              const value = String(values[(picks[i] ?? 0) % values.length]).toWellFormed();
              path = path.replace(`{${field}}`, encodeURIComponent(value));
            }
            const response = await owner.fetch(`/api${path}${query}`, {
              method: endpoint.method,
              headers: { "content-type": "application/json" },
              body: endpoint.method === "GET" ? null : body,
            });
            const text = await response.text();
            if (response.status >= 500) throw new Error(`${response.status} ${text}`);
            if (response.status < 400) return;
            expect(problemSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
            expect(everyRow(server)).toEqual(before);
          },
        ),
        { numRuns: 15 },
      );
    },
  );
});

describe("what is no procedure", () => {
  /** What can stand in a header at all. */
  const header = fc.string({
    unit: fc.constantFrom("a", "f", ":", "0", "15", "-", "=", ",", "\t", " ", "\u00ff"),
  });

  it("fails by the book as well, and writes nothing then", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          path: fc.constantFrom(...streamPaths),
          pick: fc.nat(),
          query: fc.oneof(
            fc.webQueryParameters(),
            fc.string().map((after) => `after=${encodeURIComponent(after.toWellFormed())}`),
            fc.string().map((name) => `name=${encodeURIComponent(name.toWellFormed())}`),
          ),
          method: fc.constantFrom("GET", "POST", "DELETE", "PUT"),
          resume: header,
          range: header,
          body: fc.string(),
        }),
        async ({ path, pick, query, method, resume, range, body }) => {
          const id = encodeURIComponent(String(values[pick % values.length]).toWellFormed());
          const stop = new AbortController();
          await signInAgain();
          const before = everyRow(server);
          const response = await owner.fetch(`${path.replaceAll(/\{\w+\}/g, id)}?${query}`, {
            method,
            headers: { "last-event-id": resume.trim(), range: range.trim() },
            body: method === "GET" ? null : body,
            signal: stop.signal,
          });
          if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
            const { value } = (await response.body?.getReader().read()) ?? {};
            stop.abort();
            const begin = new TextDecoder().decode(value);
            if (/^retry: 1000\nid: [\w:]*\n\n/.test(begin)) return;
            throw new Error(`A stream began with ${JSON.stringify(begin)}`);
          }
          const text = await response.text();
          if (response.status >= 500) throw new Error(`${response.status} ${text}`);
          if (response.status < 400 || response.status === 416) return;
          expect(problemSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
          expect(everyRow(server)).toEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("and so does what a webhook's address may be", async () => {
    const strange = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc
        .tuple(fc.constantFrom("http://", "https://", "ftp:", "//", ""), fc.string())
        .map((parts) => parts.join("")),
      fc.ipV6().map((address) => `http://[${address}]/`),
      fc.jsonValue(),
    );
    const events = fc.array(fc.oneof(fc.constantFrom(...webhookEvents), fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(strange, events, async (url, wanted) => {
        const response = await owner.fetch("/api/outgoing-webhooks", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ url, events: wanted }),
        });
        const answer: unknown = await response.json();
        if (response.status === 201) {
          const { webhook } = createdOutgoingWebhookSchema.parse(answer);
          await owner.api.outgoingWebhooks.delete.mutate({ webhookId: webhook.id });
          if (/^https?:$/.test(new URL(webhook.url).protocol)) return;
          throw new Error(`Taken: ${webhook.url}`);
        }
        expect(response.status).toBe(400);
        expect(problemSchema.safeParse(answer).error).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
