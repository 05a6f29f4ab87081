import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

import { fillDiskOf, freeDiskOf } from "./fullDisk.ts";
import { within } from "../within.ts";

const built = join(import.meta.dirname, "..", "..", "..", "dist", "server", "snug.js");
const clock = pathToFileURL(join(import.meta.dirname, "clock.ts")).href;

/** A process that is told to stop and is still there after that has failed. */
const patienceMs = 60_000;
const keptLines = 60;

/** The server as `npm start` runs it, in a process of its own, and what can be done to that. */
export class TriedServer implements AsyncDisposable {
  /** What it did that no server should. */
  readonly failures: string[] = [];
  /** The last lines of its log. */
  readonly log: string[] = [];
  readonly #dataDir: string;
  readonly #port: number;
  #child: ChildProcess | null = null;
  #clockMs = 0;

  constructor(dataDir: string, port: number) {
    this.#dataDir = dataDir;
    this.#port = port;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--import", clock, built, "start"], {
      env: {
        ...process.env,
        NODE_ENV: "production",
        NODE_OPTIONS: "--disable-warning=ExperimentalWarning",
        HOST: "127.0.0.1",
        PORT: String(this.#port),
        DATA_DIR: this.#dataDir,
        CHAOS_CLOCK_MS: String(this.#clockMs),
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    child.once("exit", (code, signal) => {
      if (this.#child === child) this.failures.push(`It ended by itself (${signal ?? code}).`);
    });
    const ready = Promise.withResolvers<void>();
    this.#read(child.stdout, (line) => (line.startsWith("Snug is ready") ? ready.resolve() : null));
    this.#read(child.stderr, () => {});
    child.once("exit", () => ready.reject(new Error("The server ended before it was ready.")));
    await within(patienceMs, "Starting the server", ready.promise);
  }

  /** [RT3] As if the power went, and came back. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
    await this.start();
  }

  /** [RT10] As an update restarts it. */
  async drain(): Promise<void> {
    await this.#end("SIGTERM");
    await this.start();
  }

  /** Its clock is wrong by so much from now on, also after a restart. */
  setClock(ms: number): void {
    this.#clockMs = ms;
    this.#child?.send(ms);
  }

  async fillDisk(): Promise<void> {
    if (this.#child?.pid !== undefined) await fillDiskOf(this.#child.pid);
  }

  async freeDisk(): Promise<void> {
    if (this.#child?.pid !== undefined) await freeDiskOf(this.#child.pid);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end("SIGKILL");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await within(patienceMs, `Stopping the server by ${signal}`, gone);
    if (signal === "SIGTERM" && child.exitCode !== 0) {
      this.failures.push(`Told to stop, it ended with ${child.signalCode ?? child.exitCode}.`);
    }
  }

  #read(stream: NodeJS.ReadableStream | null, onLine: (line: string) => void): void {
    if (stream === null) return;
    createInterface({ input: stream }).on("line", (line) => {
      this.log.push(line);
      if (this.log.length > keptLines) this.log.shift();
      onLine(line);
    });
  }
}
