import { once } from "node:events";

import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";

import { createSnugClient } from "../../client/index.ts";
import type { TokenScope } from "../../shared/tokens.ts";
import { isOnline, until } from "../../testing/clients.ts";
import { outcomeOf } from "../../testing/failure.ts";
import type { Person } from "../../testing/people.ts";
import { password, setUp } from "../../testing/people.ts";
import type { TestServer } from "../../testing/server.ts";
import { startTestServer } from "../../testing/server.ts";

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

async function program(scope: TokenScope) {
  const { secret, token } = await owner.api.tokens.create.mutate({ name: "A program", scope });
  const client = createSnugClient({ url: server.url, token: secret, wake: () => () => {} });
  return Object.assign(client, { secret, token });
}

const message = () => ({ roomId, clientId: uuidv7(), body: "Hello" });

describe("a token", () => {
  it("is shown once, and kept as nothing but a hash", async () => {
    const { secret, token } = await owner.api.tokens.create.mutate({
      name: "Deploys",
      scope: "read",
      expiresInDays: 7,
    });
    expect(secret).toMatch(/^snug_pat_[\w-]{43}$/);
    const lifetime = Date.parse(token.expiresAt ?? "") - Date.parse(token.createdAt);
    expect(lifetime / 86_400_000).toBeCloseTo(7, 2);
    const listed = await owner.api.tokens.list.query();
    expect(listed).toContainEqual(token);
    expect(JSON.stringify(listed)).not.toContain(secret);
  });

  it.each<[TokenScope, string[]]>([
    ["read", ["ok", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN"]],
    ["write", ["ok", "ok", "FORBIDDEN", "FORBIDDEN"]],
    ["admin", ["ok", "ok", "ok", "FORBIDDEN"]],
  ])("for %s reaches as far and no further", async (scope, outcomes) => {
    await using client = await program(scope);
    const { api } = client;
    const asked = [
      () => api.events.snapshot.query(),
      () => api.messages.send.mutate(message()),
      () => api.admin.accounts.query(),
      () => api.tokens.create.mutate({ name: "Another", scope }),
    ];
    const found = await Promise.all(asked.map((ask) => outcomeOf(ask())));
    expect(found).toEqual(outcomes);
    for (const own of [
      () => api.tokens.list.query(),
      () => api.session.list.query(),
      () => api.session.signOut.mutate(),
      () => api.session.changePassword.mutate({ current: password, next: "another long password" }),
    ]) {
      expect(await outcomeOf(own())).toBe("FORBIDDEN");
    }
  });

  it("tells when it was used, and is not written to again within a minute", async () => {
    await using client = await program("read");
    const usedAt = async () => {
      await client.api.workspace.get.query();
      const tokens = await owner.api.tokens.list.query();
      return tokens.find(({ id }) => id === client.token.id)?.lastUsedAt;
    };
    const first = await usedAt();
    expect(first).toEqual(expect.any(String));
    expect(await usedAt()).toBe(first);
  });

  it.each([
    ["unknown", `Bearer snug_pat_${"x".repeat(43)}`],
    ["no token at all", "Bearer "],
    ["of another scheme", "Basic b2xpdmlhOnNlY3JldA=="],
    ["too long", `Bearer ${"x".repeat(5000)}`],
  ])(
    "that is %s counts for nothing, whatever the cookie beside it",
    async (_how, authorization) => {
      const response = await owner.fetch("/trpc/workspace.get", { headers: { authorization } });
      expect(response.status).toBe(401);
    },
  );

  it("is no token in an address", async () => {
    await using client = await program("read");
    for (const name of ["token", "access_token", "authorization"]) {
      const address = `${server.url}/trpc/workspace.get?${name}=${client.secret}`;
      expect((await fetch(address)).status).toBe(401);
    }
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/trpc?token=${client.secret}`);
    const [error] = await once(socket, "error").catch((reason: unknown) => [reason]);
    expect(String(error)).toContain("401");
  });

  it("fetches and sends files as far as it reaches", async () => {
    await using reader = await program("read");
    await using writer = await program("write");
    const upload = (secret: string) =>
      fetch(`${server.url}/files?roomId=${roomId}&name=note.txt`, {
        method: "POST",
        headers: { authorization: `Bearer ${secret}` },
        body: "Hello",
      });
    expect((await upload(reader.secret)).status).toBe(403);
    expect((await upload(writer.secret)).status).toBe(201);
  });
});

describe("[RT7] a token over a WebSocket", () => {
  it("follows events without any cookie, and is cut off within a second when revoked", async () => {
    await using client = await program("write");
    await client.connect();
    const sent = Promise.withResolvers<string>();
    client.on("message.created", (event) => sent.resolve(event.message.body));
    await owner.api.messages.send.mutate({ ...message(), body: "For the program" });
    expect(await sent.promise).toBe("For the program");
    await owner.api.tokens.revoke.mutate({ tokenId: client.token.id });
    await until(client, () => client.connection.status === "signed-out");
    expect(await outcomeOf(client.api.workspace.get.query())).toBe("UNAUTHENTICATED");
  });

  it("leaves its owner's other programs and devices alone", async () => {
    await using one = await program("read");
    await using other = await program("read");
    await Promise.all([one.connect(), other.connect()]);
    await owner.api.tokens.revoke.mutate({ tokenId: one.token.id });
    await until(one, () => one.connection.status === "signed-out");
    expect(isOnline(other)()).toBe(true);
    expect(await outcomeOf(owner.api.workspace.get.query())).toBe("ok");
  });
});
