import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { listen } from "../../testing/listen.ts";
import { refusalOf, refuse } from "./upgrade.ts";

const allowed = ["https://elsewhere.example"];

describe("an upgrade", () => {
  it.each([
    ["comes from a program", "/trpc", "chat.example", undefined],
    ["comes from the server's own page", "/trpc", "chat.example:3000", "http://chat.example:3000"],
    ["comes through a proxy that ends TLS", "/trpc", "chat.example", "https://chat.example"],
    ["names the port that its scheme implies", "/trpc", "chat.example:443", "https://chat.example"],
    [
      "comes from an origin the operator named",
      "/trpc",
      "chat.example",
      "https://elsewhere.example",
    ],
    ["has a query", "/trpc?connectionParams=1", "chat.example", undefined],
    ["goes to an address", "/trpc", "[::1]:3000", "http://[::1]:3000"],
  ])("is let through when it %s", (_name, url, host, origin) => {
    expect(refusalOf(request(url, host, origin), allowed)).toBeNull();
  });

  it.each([
    ["a target that looks like a host", "//", "chat.example", undefined, 400],
    ["a target that names a host", "//evil.example/trpc", "chat.example", undefined, 400],
    ["a target that is a whole URL", "http://evil.example/trpc", "chat.example", undefined, 400],
    ["a target that is no path", "*", "chat.example", undefined, 400],
    ["no host", "/trpc", undefined, undefined, 400],
    ["half a host", "/trpc", "[", undefined, 400],
    ["a host with a path", "/trpc", "chat.example/trpc", undefined, 400],
    ["a host with a user", "/trpc", "chat.example@evil.example", undefined, 400],
    ["another path", "/", "chat.example", undefined, 404],
    ["a path below ours", "/trpc/", "chat.example", undefined, 404],
    ["a path that begins like ours", "/trpcs", "chat.example", undefined, 404],
    ["another page's origin", "/trpc", "chat.example", "https://evil.example", 403],
    [
      "an origin that is ours but for its port",
      "/trpc",
      "chat.example",
      "http://chat.example:1",
      403,
    ],
    ["the origin of no page", "/trpc", "chat.example", "null", 403],
    ["an origin that is none", "/trpc", "chat.example", "chat.example", 403],
    ["an origin of another kind", "/trpc", "chat.example", "file://chat.example", 403],
  ])("is refused with %s", (_name, url, host, origin, status) => {
    expect(refusalOf(request(url, host, origin), allowed)).toBe(status);
  });
});

describe("a refusal over the wire", () => {
  const server = createServer();
  server.on("upgrade", (request, socket) => refuse(socket, refusalOf(request, []) ?? 503));
  let port = 0;
  beforeAll(async () => {
    port = await listen(server);
  });
  afterAll(() => void server.close());

  it.each([
    ["GET // HTTP/1.1", "Host: x", "HTTP/1.1 400 Bad Request"],
    ["GET /trpc HTTP/1.1", "Host: [", "HTTP/1.1 400 Bad Request"],
    ["GET /elsewhere HTTP/1.1", "Host: x", "HTTP/1.1 404 Not Found"],
    ["GET /trpc HTTP/1.1", "Host: x\r\nOrigin: http://y", "HTTP/1.1 403 Forbidden"],
  ])("answers %s, %s and closes", async (line, headers, answer) => {
    const socket = connect(port, "127.0.0.1");
    socket.write(`${line}\r\n${headers}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    const chunks = await socket.toArray();
    expect(Buffer.concat(chunks).toString()).toMatch(answer);
  });

  it("survives that nobody waits for it", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write("GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    const refused = once(server, "upgrade");
    await refused;
    socket.resetAndDestroy();
    expect(server.listening).toBe(true);
  });
});

function request(url: string, host: string | undefined, origin: string | undefined) {
  return { url, headers: { host, origin } };
}
