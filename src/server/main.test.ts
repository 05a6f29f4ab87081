import { mkdtempDisposable, readdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { outcomeOf } from "../testing/failure.ts";
import { setUp, tokenIn } from "../testing/people.ts";
import { startTestServer } from "../testing/server.ts";
import { visit } from "../testing/visitor.ts";
import { openWorkspace, startServer, StartError } from "./main.ts";

describe("starting the server", () => {
  it("says in a sentence which setting makes no sense", async () => {
    const start = startServer({ env: { PORT: "lots" } });
    await expect(start).rejects.toThrow(
      new StartError('PORT has to be a port number, 0 to 65535, and is "lots".'),
    );
  });

  it("says in a sentence that the port is in use, and lets go of the data", async () => {
    await using server = await startTestServer();
    await using folder = await tempFolder();
    const env = { HOST: "127.0.0.1", PORT: String(server.port), DATA_DIR: folder.path };
    await expect(startServer({ env })).rejects.toThrow(
      new StartError(
        `Port ${server.port} is in use: stop what uses it, or set PORT to another one.`,
      ),
    );
    // SQLite clears its log away when the last connection closes.
    expect(await readdir(folder.path)).toEqual(["snug.sqlite"]);
  });

  it("says in a sentence that the host is not this machine's", async () => {
    await using folder = await tempFolder();
    const start = startServer({ env: { HOST: "192.0.2.1", PORT: "0", DATA_DIR: folder.path } });
    await expect(start).rejects.toThrow(
      new StartError('HOST has to be an address of this machine, and is "192.0.2.1".'),
    );
  });

  it("says in a sentence that the data cannot be opened", async () => {
    await using folder = await tempFolder();
    const file = join(folder.path, "file");
    await writeFile(file, "no folder");
    const start = startServer({ env: { PORT: "0", DATA_DIR: file } });
    await expect(start).rejects.toThrow(StartError);
    await expect(start).rejects.toThrow(`The data in ${file} (DATA_DIR) cannot be opened: `);

    await writeFile(join(folder.path, "snug.sqlite"), "no database, but long enough to be read");
    const another = startServer({ env: { PORT: "0", DATA_DIR: folder.path } });
    await expect(another).rejects.toThrow(StartError);
  });

  it("listens on every interface unless told otherwise, and says where", async () => {
    await using folder = await tempFolder();
    await using server = await startServer({ env: { PORT: "0", DATA_DIR: folder.path } });
    expect(server.url).toBe(`http://localhost:${server.port}`);
    for (const host of ["127.0.0.1", "localhost"]) {
      expect((await fetch(`http://${host}:${server.port}/healthz`)).status).toBe(200);
    }
  });
});

describe("a server that stops", () => {
  it("finishes what was asked, on a connection that stays open meanwhile", async () => {
    await using server = await startTestServer();
    const sent = request(`${server.url}/trpc/session.signIn`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": 2 },
    });
    const status = new Promise<number | undefined>((resolve, reject) => {
      sent.on("response", (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("error", reject);
    });
    await new Promise<void>((written) => sent.write("{", () => written()));
    // The server has the head when it answers another one of later.
    await fetch(`${server.url}/healthz`);
    const stopped = server.stop();
    sent.end("}");
    expect(await status).toBe(400);
    await stopped;
  });

  it("does not wait for connections on which nothing is asked", async () => {
    await using server = await startTestServer();
    const response = await fetch(`${server.url}/healthz`);
    await response.text();
    await server.stop();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow("fetch failed");
  });

  it("can be stopped again, and has everything when it is back", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await server.stop();
    await server.stop();
    await server.restart();
    expect((await owner.api.session.state.query()).me?.id).toBe(owner.user.id);
  });
});

describe("the workspace without the server", () => {
  it("is the same data, while it is served", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const env = { DATA_DIR: server.dataDir, PUBLIC_URL: "https://chat.example.org" };
    await using workspace = await openWorkspace({ env });
    expect((await workspace.store.user(owner.user.id))?.username).toBe("olivia");

    const { services, publicUrl } = workspace;
    const { url } = await services.oneTimeLinks.createFor("olivia@example.org", publicUrl);
    expect(url).toMatch(/^https:\/\/chat\.example\.org\/link\//);
    await using visitor = visit(server.url);
    const preview = visitor.api.session.previewLink.query({ token: tokenIn(url) });
    expect(await outcomeOf(preview)).toBe("ok");
  });
});

function tempFolder() {
  return mkdtempDisposable(join(tmpdir(), "snug-main-"));
}
