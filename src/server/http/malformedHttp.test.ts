import { connect } from "node:net";
import { text } from "node:stream/consumers";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { TestServer } from "../../testing/server.ts";
import { startTestServer } from "../../testing/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const close = "Connection: close\r\n\r\n";

describe("what is no proper HTTP", () => {
  it.each([
    ["nothing of HTTP", "hello\r\n\r\n", 400],
    ["two slashes", `GET // HTTP/1.1\r\nHost: a\r\n${close}`, null],
    ["two slashes and a path", `GET //trpc/session.state HTTP/1.1\r\nHost: a\r\n${close}`, null],
    ["a host that is none", `GET / HTTP/1.1\r\nHost: [\r\n${close}`, null],
    [
      "a host that is none, for the API",
      `GET /trpc/session.state HTTP/1.1\r\nHost: [\r\n${close}`,
      200,
    ],
    [
      "a forwarded host that is none",
      `GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-Host: [\r\n${close}`,
      null,
    ],
    ["no host", `GET / HTTP/1.1\r\n${close}`, 400],
    ["a whole URL", `GET http://[/trpc HTTP/1.1\r\nHost: a\r\n${close}`, null],
    ["a target of nothing", `OPTIONS * HTTP/1.1\r\nHost: a\r\n${close}`, null],
    ["a strange escape", `GET /api/%zz%E0%A4%A HTTP/1.1\r\nHost: a\r\n${close}`, 400],
    ["a NUL", `GET /%00 HTTP/1.1\r\nHost: a\r\n${close}`, null],
    [
      "a strange cookie",
      `GET /trpc/session.state HTTP/1.1\r\nHost: a\r\nCookie: ;;=%;snug_session=%\r\n${close}`,
      200,
    ],
    [
      "two lengths",
      `POST /trpc/a HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n${close}`,
      400,
    ],
    [
      "a length that is none",
      `POST /trpc/a HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n${close}`,
      400,
    ],
    [
      "both kinds of length",
      `POST /trpc/a HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n${close}`,
      400,
    ],
    [
      "a chunk that is none",
      `POST /trpc/session.signIn HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n${close}zz\r\n`,
      400,
    ],
    [
      "headers without end",
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n${close}`,
      431,
    ],
    ["a connect", `CONNECT a:1 HTTP/1.1\r\nHost: a\r\n${close}`, null],
    [
      "an upgrade to nothing",
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
      null,
    ],
  ])("is refused, and the server lives: %s", async (_what, request, status) => {
    const answer = await send(request);
    // Where no status is named, any will do but a failure of ours; so will none.
    expect(answer).toMatch(
      new RegExp(status === null ? "^(?!HTTP/1.1 5)" : `^HTTP/1.1 ${status} `),
    );
    const state = await fetch(`${server.url}/trpc/session.state`);
    expect(state.status).toBe(200);
  });

  it("may end in the middle", async () => {
    for (const start of [
      "GET / HT",
      "POST /trpc/a HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{",
    ]) {
      const socket = connect(server.port, "127.0.0.1");
      await new Promise<void>((resolve) => socket.write(start, () => resolve()));
      socket.resetAndDestroy();
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

/** Everything that comes back until the server closes. */
async function send(request: string): Promise<string> {
  const socket = connect(server.port, "127.0.0.1");
  socket.on("error", () => socket.destroy());
  socket.write(request);
  return text(socket).catch(() => "");
}
