import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const program = join(import.meta.dirname, "../dist/server/snug.js");

/**
 * The built server in a process of its own, as people run it, on a free port and on data of its
 * own. It can be killed at any moment and started again on the same port and the same data.
 */
export class SnugServer implements AsyncDisposable {
  readonly dataDir: string;
  /** What it has written so far, over all of its starts. */
  output = "";
  #url = "";
  #env: Record<string, string>;
  #child: ChildProcess | undefined;

  private constructor(dataDir: string, env: Record<string, string>) {
    this.dataDir = dataDir;
    this.#env = env;
  }

  /** On new data, with `env` beside or instead of what it is given anyway. */
  static async start(env: Record<string, string> = {}): Promise<SnugServer> {
    const server = new SnugServer(await mkdtemp(join(tmpdir(), "snug-e2e-")), env);
    await server.start();
    return server;
  }

  /** Where it is, without a slash at the end; the same after every restart. */
  get url(): string {
    return this.#url;
  }

  /** Starts it after it was stopped or killed. */
  async start(): Promise<void> {
    const port = this.#url === "" ? "0" : new URL(this.#url).port;
    const child = spawn(process.execPath, [program, "start"], {
      env: { ...this.environment, PORT: port },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    child.stderr.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
    this.#url = await this.#ready(child);
  }

  /** Runs another command of Snug on the same data and gives what it printed. */
  async run(...args: string[]): Promise<string> {
    const child = spawn(process.execPath, [program, ...args], {
      env: this.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    await once(child, "close");
    if (child.exitCode !== 0)
      throw new Error(`snug ${args.join(" ")} ended with ${child.exitCode}:\n${printed}`);
    return printed;
  }

  /** Lets it drain and end. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Ends it in the middle of whatever it is doing. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, HOST: "127.0.0.1", DATA_DIR: this.dataDir, ...this.#env };
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }

  async #ready(child: ChildProcess): Promise<string> {
    if (child.stdout === null) throw new Error("The server's output is not readable.");
    for await (const line of createInterface({ input: child.stdout })) {
      this.output += `${line}\n`;
      const url = /^Snug is ready on (http:\S+)/.exec(line)?.[1];
      if (url === undefined) continue;
      child.stdout.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
      return url;
    }
    throw new Error(`The server ended before it was ready:\n${this.output}`);
  }
}
