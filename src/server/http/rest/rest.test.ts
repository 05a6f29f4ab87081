import { Validator } from "@seriousme/openapi-schema-validator";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { botSchema } from "../../../shared/bots.ts";
import { attachmentSchema } from "../../../shared/files.ts";
import { addressedWebhookSchema } from "../../../shared/incomingWebhooks.ts";
import { createdOutgoingWebhookSchema } from "../../../shared/outgoingWebhooks.ts";
import { accessTokenSchema } from "../../../shared/tokens.ts";
import type { Person } from "../../../testing/people.ts";
import { password, setUp, tokenIn } from "../../../testing/people.ts";
import type { TestServer } from "../../../testing/server.ts";
import { startTestServer } from "../../../testing/server.ts";
import { visit } from "../../../testing/visitor.ts";
import type { Visitor } from "../../../testing/visitor.ts";
import { endpointGroups } from "./endpoints.ts";
import { openApiDocument } from "./openApi.ts";

let server: TestServer;
let owner: Person;
let roomId: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await setUp(server);
  roomId = (await owner.api.events.snapshot.query()).rooms[0]?.id ?? "";
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

async function ask(visitor: Visitor, address: string, body?: unknown, headers = {}) {
  const [method = "GET", path = ""] = address.split(" ");
  const response = await visitor.fetch(`/api${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    body: typeof body === "string" ? body : (JSON.stringify(body) ?? null),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

describe("the REST API", () => {
  it("takes someone from an invite to a conversation and out again", async () => {
    const invite = await owner.api.invites.create.mutate({});
    const mia = visit(server.url);
    const account = { username: "mia", displayName: "Mia", email: "mia@example.org", password };
    const signUp = { ...account, inviteToken: tokenIn(invite.url) };
    expect(await ask(mia, "POST /signup", signUp)).toMatchObject({
      status: 200,
      answer: { user: { username: "mia" }, firstRoomId: roomId },
    });
    expect(await ask(mia, "PATCH /profile", { bio: "Here by REST" })).toMatchObject({
      status: 200,
    });
    expect(await ask(mia, "GET /profile")).toMatchObject({
      answer: { bio: "Here by REST", email: "mia@example.org" },
    });

    const made = await ask(mia, "POST /rooms", { kind: "public", name: "Crafts" });
    expect(made).toMatchObject({ status: 201, answer: { name: "Crafts", memberCount: 1 } });
    const rooms = await owner.api.rooms.browse.query({});
    const crafts = rooms.find(({ name }) => name === "Crafts")?.id ?? "";
    expect(await ask(owner, `POST /rooms/${crafts}/join`)).toMatchObject({ status: 200 });
    expect(await ask(mia, `GET /rooms/${crafts}/members`)).toMatchObject({
      answer: [{ role: "admin" }, { userId: owner.user.id }],
    });
    const sent = await ask(mia, `POST /rooms/${crafts}/messages`, { body: "Hello" });
    expect(sent).toMatchObject({ status: 201, answer: { body: "Hello" } });
    expect(await ask(owner, "GET /notifications")).toMatchObject({
      answer: { unreadCount: 1, rooms: [{ roomId: crafts, unreadCount: 1 }] },
    });
    expect(await ask(owner, `POST /rooms/${crafts}/leave`)).toMatchObject({ status: 200 });
    expect(await ask(mia, `DELETE /rooms/${crafts}`)).toMatchObject({ answer: { ok: true } });
    expect(await ask(mia, "GET /rooms?archived=false")).toMatchObject({
      answer: [{ id: roomId, joined: true }],
    });
    expect(await ask(mia, "POST /logout")).toMatchObject({ status: 200 });
    expect(await ask(mia, "GET /profile")).toMatchObject({
      status: 401,
      answer: { code: "UNAUTHENTICATED" },
    });
    expect(await ask(mia, "POST /login", { login: "mia", password })).toMatchObject({
      status: 200,
    });
  });

  it("[RT2] sends once what comes with one key, whatever the key looks like", async () => {
    const address = `POST /rooms/${roomId}/messages`;
    for (const key of ["build 12 of «main»", uuidv7(), uuidv7().toUpperCase()]) {
      const send = (body: string) => ask(owner, address, { body }, { "idempotency-key": key });
      const first = await send("Once");
      expect(first.status).toBe(201);
      expect(await send("Twice")).toEqual(first);
    }
    const one = await ask(owner, address, { body: "Without a key" });
    const other = await ask(owner, address, { body: "Without a key" });
    expect(one.answer).not.toEqual(other.answer);
  });

  it("leafs through a room by cursors", async () => {
    for (const body of ["one", "two", "three"]) {
      await ask(owner, `POST /rooms/${roomId}/messages`, { body });
    }
    const newest = await ask(owner, `GET /rooms/${roomId}/messages?limit=2`);
    expect(newest.answer).toMatchObject({ messages: [{ body: "two" }, { body: "three" }] });
    const [, before] = /"older":\{"before":(\d+)\}/.exec(JSON.stringify(newest.answer)) ?? [];
    const older = await ask(owner, `GET /rooms/${roomId}/messages?limit=1&before=${before}`);
    expect(older.answer).toMatchObject({ messages: [{ body: "one" }] });
  });

  it("takes a file, sends it, lists it and gives it back", async () => {
    const bytes = "the minutes of the first meeting";
    const uploaded = await owner.fetch(`/api/rooms/${roomId}/files?name=minutes.txt`, {
      method: "POST",
      // Whatever it claims to be.
      headers: { "content-type": "application/json" },
      body: bytes,
    });
    expect(uploaded.status).toBe(201);
    const { id } = attachmentSchema.parse(await uploaded.json());
    const send = { body: "", attachmentIds: [id] };
    expect(await ask(owner, `POST /rooms/${roomId}/messages`, send)).toMatchObject({
      status: 201,
      answer: { attachments: [{ id, name: "minutes.txt", type: "text/plain" }] },
    });
    expect(await ask(owner, `GET /rooms/${roomId}/files?limit=1`)).toMatchObject({
      answer: { files: [{ file: { id }, authorId: owner.user.id }], older: null },
    });
    const file = await owner.fetch(`/api/files/${id}`, { headers: { range: "bytes=4-10" } });
    expect({ status: file.status, text: await file.text() }).toEqual({
      status: 206,
      text: "minutes",
    });
    expect(await ask(visit(server.url), `GET /files/${id}`)).toMatchObject({ status: 401 });
    // It is sent: it goes with its message.
    expect(await ask(owner, `DELETE /files/${id}`)).toMatchObject({ status: 200 });
    expect((await owner.fetch(`/api/files/${id}`)).status).toBe(200);
    expect(await ask(owner, `PATCH /files/${id}`, {})).toMatchObject({ status: 405 });
  });

  it("manages tokens, bots and webhooks", async () => {
    const token = { name: "CI", scope: "read", expiresInDays: 7 };
    const made = await ask(owner, "POST /tokens", token);
    expect(made).toMatchObject({ status: 201, answer: { token: { name: "CI", scope: "read" } } });
    const tokens = z.array(accessTokenSchema).parse((await ask(owner, "GET /tokens")).answer);
    const tokenId = tokens.find(({ name }) => name === "CI")?.id ?? "";
    expect(await ask(owner, `DELETE /tokens/${tokenId}`)).toMatchObject({ status: 200 });

    const bot = await ask(owner, "POST /bots", { username: "deploy", displayName: "Deploy" });
    const botId = botSchema.parse(bot.answer).user.id;
    expect(await ask(owner, `POST /bots/${botId}/tokens`, token)).toMatchObject({
      status: 201,
      answer: { secret: expect.stringMatching(/^snug_bot_/) },
    });

    const room = `/rooms/${roomId}/webhooks`;
    const incoming = await ask(owner, `POST ${room}`, { name: "Alerts" });
    expect(incoming.status).toBe(201);
    const { webhook } = addressedWebhookSchema.parse(incoming.answer);
    const moved = await ask(owner, `POST /incoming-webhooks/${webhook.id}/address`);
    expect(moved.answer).not.toEqual(incoming.answer);
    expect(await ask(owner, `GET ${room}`)).toMatchObject({ answer: [{ id: webhook.id }] });
    expect(await ask(owner, `DELETE /incoming-webhooks/${webhook.id}`)).toMatchObject({
      status: 200,
    });

    const wish = { url: "https://ci.example.org/hook", events: ["user.created"] };
    const outgoing = await ask(owner, "POST /outgoing-webhooks", wish);
    expect(outgoing.status).toBe(201);
    const { webhook: told } = createdOutgoingWebhookSchema.parse(outgoing.answer);
    const address = `/outgoing-webhooks/${told.id}`;
    expect(await ask(owner, `GET ${address}/deliveries`)).toMatchObject({ answer: [] });
    expect(await ask(owner, `POST ${address}/deliveries/none`)).toMatchObject({ status: 404 });
    expect(await ask(owner, `DELETE ${address}`)).toMatchObject({ status: 200 });
    expect(await ask(owner, "GET /outgoing-webhooks")).toMatchObject({ answer: [] });
  });

  it("lets no token, however far it reaches, make another way in", async () => {
    const { secret } = await owner.api.tokens.create.mutate({ name: "Ops", scope: "admin" });
    const bearer = { authorization: `Bearer ${secret}` };
    const program = visit(server.url);
    for (const { method, path, person } of endpointGroups.flatMap((group) => group.endpoints)) {
      const address = `${method} ${path.replaceAll(/\{\w+\}/g, "none")}`;
      const { status, answer } = await ask(program, address, undefined, bearer);
      const refused = status === 403 && JSON.stringify(answer).includes("No token can do this");
      expect({ address, refused }).toEqual({ address, refused: person });
    }
  });

  it("finds messages", async () => {
    await ask(owner, `POST /rooms/${roomId}/messages`, { body: "A needle in the hay" });
    expect(await ask(owner, "GET /search?text=needle")).toMatchObject({
      status: 200,
      answer: { hits: [{ message: { body: "A needle in the hay" } }] },
    });
  });

  it.each([
    ["malformed JSON", "POST /rooms", "{", 400],
    ["JSON that is no object", "POST /rooms", "[1]", 400],
    ["fields of the wrong type", "POST /rooms", { kind: 7, name: {} }, 400],
    ["no body where one is needed", "POST /rooms", undefined, 400],
    ["a prototype", "POST /rooms", '{"__proto__":{"kind":"public"},"name":"x"}', 400],
    ["a query that is no number", "GET /rooms/x/messages?limit=many", undefined, 400],
    ["a query that contradicts itself", "GET /rooms/x/messages?before=1&after=2", undefined, 400],
    ["a query that is missing", "GET /search", undefined, 400],
    ["a query twice", "GET /rooms?archived=true&archived=false", undefined, 400],
    ["another method", "PATCH /rooms", {}, 405],
    ["another address", "GET /nowhere", undefined, 404],
    ["a room that is not there", "GET /rooms/nowhere", undefined, 404],
  ])("answers %s in one shape", async (_what, address, body, status) => {
    const { status: found, answer } = await ask(owner, address, body);
    expect(found).toBe(status);
    expect(answer).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it("takes JSON and nothing else", async () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect(await ask(owner, "POST /rooms", "kind=public&name=x", form)).toMatchObject({
      status: 415,
      answer: { code: "INVALID_INPUT" },
    });
  });

  it("lets no other page use a cookie, and needs no origin from a token", async () => {
    const evil = { origin: "https://evil.example" };
    expect(await ask(owner, "POST /rooms", { kind: "public", name: "Evil" }, evil)).toMatchObject({
      status: 403,
    });
    const { secret } = await owner.api.tokens.create.mutate({ name: "Site", scope: "write" });
    const bearer = { authorization: `Bearer ${secret}` };
    const program = visit(server.url);
    expect(await ask(program, "POST /presence", { mode: "dnd" }, bearer)).toMatchObject({
      status: 200,
    });
    expect(await ask(program, "GET /accounts", undefined, bearer)).toMatchObject({ status: 403 });
  });
});

describe("the OpenAPI document", () => {
  it("is valid, and names every address", async () => {
    const response = await fetch(`${server.url}/api/openapi.json`);
    expect(response.headers.get("content-type")).toContain("application/json");
    const document = openApiDocument();
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toMatchObject({ valid: true });
    expect(validator.version).toBe("3.1");
    for (const { path, method } of endpointGroups.flatMap(({ endpoints }) => endpoints)) {
      expect(document.paths[`/api${path}`]).toHaveProperty(method.toLowerCase());
    }
    for (const path of ["/api/rooms/{roomId}/files", "/api/files/{fileId}"]) {
      expect(Object.keys(document.paths[path] ?? {})).toHaveLength(2);
    }
  });

  it("refers to nothing that is not in it", () => {
    const json = JSON.stringify(openApiDocument());
    const { components } = openApiDocument();
    for (const [, name = ""] of json.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(components.schemas).toHaveProperty(name);
    }
  });

  it("is a page for people, which needs nothing from elsewhere", async () => {
    const response = await fetch(`${server.url}/api`);
    expect(response.headers.get("content-type")).toContain("text/html");
    const page = await response.text();
    expect(page).toContain("/api/rooms/{roomId}/messages");
    expect(page).not.toMatch(/(?:src|href)="(?!\/|#)/);
    expect(page).not.toMatch(/<script|<style| style=/);
    expect((await fetch(`${server.url}/api/reference.css`)).status).toBe(200);
  });
});
