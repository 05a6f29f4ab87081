import { createServer } from "node:http";

import { expect, it } from "vitest";

import { listen } from "../../src/testing/listen.ts";
import { HttpClient } from "./http.ts";

it("asks over one connection after the other question is answered, and over two at once", async () => {
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const said = Buffer.concat(chunks).toString();
      const body = `${request.method} ${request.url} ${request.headers.cookie} ${said}`;
      // In two parts, and more than is read at once.
      const whole = Buffer.from(`${body}${"é".repeat(200_000)}`);
      response.setHeader("content-length", whole.length);
      response.write(whole.subarray(0, 10));
      response.end(whole.subarray(10));
    });
  });
  server.on("connection", () => (connections += 1));
  const http = new HttpClient(await listen(server));
  const ask = async (path: string, body?: string) => {
    const headers = { cookie: "a=b" };
    return (
      await http.ask(body === undefined ? { path, headers } : { path, headers, body })
    ).replace("é".repeat(200_000), "");
  };
  expect(await ask("/one")).toBe("GET /one a=b ");
  expect(await ask("/two", '"ü"')).toBe('POST /two a=b "ü"');
  expect(connections).toBe(1);
  expect(await Promise.all([ask("/3"), ask("/4")])).toEqual(["GET /3 a=b ", "GET /4 a=b "]);
  expect(connections).toBe(2);
  http.close();
  server.close();
});

it("rejects what is refused, what is cut off, and what nobody answers", async () => {
  const server = createServer((request, response) => {
    if (request.url === "/cut") return request.socket.destroy();
    const body = "no such place";
    response.writeHead(404, { "content-length": body.length }).end(body);
  });
  const port = await listen(server);
  const http = new HttpClient(port);
  await expect(http.ask({ path: "/there" })).rejects.toThrow("404: no such place");
  await expect(http.ask({ path: "/cut" })).rejects.toThrow("closed the connection");
  await expect(http.ask({ path: "/there" })).rejects.toThrow("404: no such place");
  http.close();
  await new Promise((closed) => server.close(closed));
  await expect(http.ask({ path: "/there" })).rejects.toThrow("ECONNREFUSED");
});
