import { on, once } from "node:events";
import { join } from "node:path";

import Connection from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";

import { limits } from "../../shared/limits.ts";
import { failureOf, outcomeOf } from "../../testing/failure.ts";
import { password, setUp, tokenIn } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";

const json = { "content-type": "application/json" };

describe("the API over HTTP", () => {
  it.each([
    ["a body that is no JSON", "session.signIn", { method: "POST", headers: json, body: "{" }, 400],
    ["a body of another type", "session.signIn", { method: "POST", body: "login=x" }, 415],
    ["no body", "session.signIn", { method: "POST" }, 415],
    ["a mutation by GET", "session.signIn", {}, 405],
    ["a query by POST", "session.state", { method: "POST", headers: json, body: "{}" }, 405],
    ["a method of nobody's", "session.state", { method: "DELETE", headers: json, body: "{}" }, 405],
    ["an input that is no JSON", "invites.preview?input={", {}, 400],
    ["a strange encoding", "%E0%A4%A", {}, 400],
  ])("refuses %s", async (_what, path, init, status) => {
    await using server = await startTestServer();
    const response = await fetch(`${server.url}/trpc/${path}`, init);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain('"code":"INVALID_INPUT"');
  });

  it("does not know what is not there", async () => {
    await using server = await startTestServer();
    for (const path of ["rooms", "rooms.nothing", "constructor", "__proto__", "a,b"]) {
      const response = await fetch(`${server.url}/trpc/${path}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain("There is no such procedure.");
    }
  });

  it("refuses a body past the limit, and takes one at it", async () => {
    await using server = await startTestServer();
    const send = (bytes: number) =>
      fetch(`${server.url}/trpc/session.signIn`, {
        method: "POST",
        headers: json,
        body: `"${"x".repeat(bytes - 2)}"`,
      });
    expect((await send(limits.requestBytes)).status).toBe(400);
    const tooLarge = await send(limits.requestBytes + 1);
    expect(tooLarge.status).toBe(413);
    expect(await tooLarge.json()).toMatchObject({
      error: { data: { snug: { code: "TOO_LARGE" } } },
    });
  });

  it("answers a batch one by one, up to the limit", async () => {
    await using server = await startTestServer();
    const batch = (size: number) =>
      fetch(`${server.url}/trpc/${Array(size).fill("session.state").join(",")}?batch=1`);
    expect(await (await batch(limits.batch)).json()).toHaveLength(limits.batch);
    expect((await batch(limits.batch + 1)).status).toBe(400);

    const mixed = await fetch(`${server.url}/trpc/session.state,rooms.browse?batch=1&input={}`);
    expect(mixed.status).toBe(207);
    expect(await mixed.json()).toMatchObject([
      { result: { data: { me: null } } },
      { error: { data: { snug: { code: "UNAUTHENTICATED" } } } },
    ]);
  });

  it("is kept in no cache", async () => {
    await using server = await startTestServer();
    const response = await fetch(`${server.url}/trpc/session.state`);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("tells nothing of a failure that nobody expected, but to the log", async () => {
    await using server = await startTestServer({ LOG_LEVEL: "error" });
    await using owner = await setUp(server);
    breakTable(server.dataDir, "memberships");

    const response = await owner.fetch(`/trpc/rooms.browse?input={}`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      error: {
        message: expect.any(String),
        code: -32603,
        data: {
          code: "INTERNAL_SERVER_ERROR",
          httpStatus: 500,
          snug: {
            code: "INTERNAL",
            message: "Something went wrong on the server. Try again in a moment.",
          },
        },
      },
    });
    const [line = ""] = server.log;
    expect(line).toContain("no such table");
    expect(line).toContain(response.headers.get("x-request-id"));
    expect(line).toContain("rooms.browse");
  });

  it("writes no secret to the log, however much it writes", async () => {
    await using server = await startTestServer({ LOG_LEVEL: "trace" });
    await using owner = await setUp(server);
    const { url } = await owner.api.invites.create.mutate({});
    await owner.api.invites.preview.query({ token: tokenIn(url) });
    await owner.fetch(new URL(url).pathname);
    await failureOf(
      owner.api.session.signIn.mutate({ login: "olivia", password: "hunter2hunter2" }),
    );
    breakTable(server.dataDir, "users");
    await failureOf(owner.api.session.signIn.mutate({ login: "olivia", password }));

    const log = server.log.join("");
    expect(log).toContain("session.signIn");
    for (const secret of [password, "hunter2hunter2", tokenIn(url), owner.cookie, "$argon2id$"]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe("the API over a WebSocket", () => {
  it("answers subscriptions only: a socket's role may be an old one", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/trpc`, {
      headers: { cookie: owner.cookie },
    });
    const answers = on(socket, "message");
    await once(socket, "open");
    for (const [method, path] of [
      ["query", "rooms.browse"],
      ["mutation", "session.signOut"],
    ]) {
      socket.send(JSON.stringify({ id: 1, method, params: { path, input: {} } }));
      const { value } = await answers.next();
      expect(String(value)).toContain('"message":"Call this over HTTP."');
    }
    socket.terminate();
    expect(await outcomeOf(owner.api.session.list.query())).toBe("ok");
  });

  it("is not for those who are not signed in", async () => {
    await using server = await startTestServer();
    await using _owner = await setUp(server);
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/trpc`);
    const refused = new Promise((resolve) => {
      socket.on("unexpected-response", (request, response) => {
        resolve(response.statusCode);
        request.destroy();
      });
    });
    expect(await refused).toBe(401);
  });
});

/** Behind the server's back, so that what stands on it fails as nobody expects. */
function breakTable(dataDir: string, table: string): void {
  const connection = new Connection(join(dataDir, "snug.sqlite"));
  connection.pragma("foreign_keys = OFF");
  connection.exec(`ALTER TABLE ${table} RENAME TO broken`);
  connection.close();
}
