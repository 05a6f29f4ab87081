import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { freePort } from "./freePort.ts";

const program = join(import.meta.dirname, "../cli/main.ts");

/** A server in a process of its own, from the sources, that can be killed in the middle of anything. */
export interface ServerProcess extends AsyncDisposable {
  /** Without a slash at the end; the same after every start. */
  url: string;
  port: number;
  /** [RT3] As if the power went: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

export async function startServerProcess(): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), "snug-process-"));
  const port = await freePort();
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const settings = { HOST: "127.0.0.1", PORT: String(port), DATA_DIR: dataDir };
    const started = spawn(process.execPath, [program, "start"], {
      env: { ...process.env, ...settings, LOG_LEVEL: "fatal" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    child = started;
    for await (const line of createInterface({ input: started.stdout })) {
      if (line.includes("ready on")) return;
    }
    throw new Error("The server ended before it was ready.");
  }

  async function kill(): Promise<void> {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    kill,
    start,
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
