import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";

import { clientOf, isOnline, until } from "../testing/clients.ts";
import { freePort } from "../testing/freePort.ts";
import { setUp } from "../testing/people.ts";

const root = join(import.meta.dirname, "../..");

// The examples import the package by its name, as their readers will.
beforeAll(async () => {
  const build = ["src/cli/main.ts", "build", "--if-stale", "--package"];
  await promisify(execFile)(process.execPath, build, { cwd: root });
}, 600_000);

it("an Express app has a chat beside its own pages", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "snug-express-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["examples/express/server.ts"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: folder.path },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe("Listening.");
    expect(await (await fetch(`${url}/hello`)).text()).toBe("Hello from Express");
    const page = await fetch(`${url}/`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain("<title>Snug</title>");

    await using olivia = await setUp({ url });
    await using client = clientOf(olivia, url);
    await client.connect();
    await until(client, isOnline(client));
    const roomId = client.snapshot?.rooms[0]?.id ?? "";
    const heard = new Promise((resolve) => {
      client.on("message.created", ({ message }) => resolve(message.body));
    });
    await olivia.api.messages.send.mutate({ roomId, clientId: v7(), body: "Through Express" });
    expect(await heard).toBe("Through Express");
    await client[Symbol.asyncDispose]();

    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
  } finally {
    child.kill("SIGKILL");
  }
});
