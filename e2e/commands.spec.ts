import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import { expect, test } from "@playwright/test";

import { problemsOn } from "./problems.ts";
import { readyUrl } from "./server.ts";

const root = join(import.meta.dirname, "..");

/** `npm …` as typed into a shell, which knows nothing of the Node in `node_modules`. */
async function npm(...args: string[]) {
  const data = await mkdtempDisposable(join(tmpdir(), "snug-e2e-"));
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const path = folders.filter((folder) => !folder.includes("node_modules")).join(delimiter);
  const env = { ...process.env, PATH: path, PORT: "0", HOST: "127.0.0.1", DATA_DIR: data.path };
  const child = spawn("npm", args, {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that it can be told to stop as by Ctrl-C: all at once.
    detached: true,
  });
  const closed = once(child, "close");

  function signalAll(signal: NodeJS.Signals | 0): boolean {
    try {
      return child.pid !== undefined && process.kill(-child.pid, signal);
    } catch {
      return false;
    }
  }

  return {
    url: await readyUrl(child, () => {}),
    pressCtrlC: async () => {
      signalAll("SIGINT");
      await closed;
    },
    isRunning: () => signalAll(0),
    [Symbol.asyncDispose]: async () => {
      signalAll("SIGKILL");
      await closed;
      await data.remove();
    },
  };
}

test("npm start serves what was built, on the Node that came with the install", async ({
  page,
}) => {
  await using server = await npm("start");
  await page.goto(server.url);
  await expect(page.locator("#root")).not.toBeEmpty();
  await page.close();
  await server.pressCtrlC();
  await expect.poll(server.isRunning).toBe(false);
});

test("npm run dev serves the web app with hot updates on one port, until Ctrl-C", async ({
  page,
}) => {
  await using server = await npm("run", "dev");
  const sockets: string[] = [];
  const problems = problemsOn(page);
  const hot = page.waitForEvent("console", (message) => message.text() === "[vite] connected.");
  page.on("websocket", (socket) => sockets.push(new URL(socket.url()).host));
  await page.goto(server.url);
  await expect(page.locator("#root")).not.toBeEmpty();
  await hot;
  expect(new Set(sockets)).toEqual(new Set([new URL(server.url).host]));
  expect(problems).toEqual([]);
  await page.close();
  await server.pressCtrlC();
  await expect.poll(server.isRunning).toBe(false);
});
