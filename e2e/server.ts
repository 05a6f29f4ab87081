import type { ChildProcessByStdio } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

const program = join(import.meta.dirname, "../dist/server/snug.js");

type ServerProcess = ChildProcessByStdio<null, Readable, Readable>;

/**
 * The built server in a process of its own, as people run it, on a free port and on data of its
 * own. It can be killed at any moment and started again on the same port and the same data.
 */
export class SnugServer implements AsyncDisposable {
  readonly dataDir: string;
  /** What it has written so far, over all of its starts. */
  output = "";
  readonly #env: Record<string, string>;
  #url = "";
  #process: ServerProcess | undefined;

  private constructor(dataDir: string, env: Record<string, string>) {
    this.dataDir = dataDir;
    this.#env = env;
  }

  /** On new data, with `env` beside or instead of what it is given anyway. */
  static async start(env: Record<string, string> = {}): Promise<SnugServer> {
    const server = await SnugServer.prepare(env);
    await server.start();
    return server;
  }

  /** New data, or a copy of another's, on which commands can run before it is started. */
  static async prepare(env: Record<string, string> = {}, from?: SnugServer): Promise<SnugServer> {
    const dataDir = await mkdtemp(join(tmpdir(), "snug-e2e-"));
    if (from !== undefined) await cp(from.dataDir, dataDir, { recursive: true });
    return new SnugServer(dataDir, env);
  }

  /** Where it is, without a slash at the end; the same after every restart. */
  get url(): string {
    return this.#url;
  }

  /** Starts it, also after it was stopped or killed. */
  async start(): Promise<void> {
    const port = this.#url === "" ? "0" : new URL(this.#url).port;
    this.#process = this.#spawn(["start"], { PORT: port });
    this.#url = await readyUrl(this.#process, (text) => (this.output += text));
  }

  /** Runs another command of Snug on the same data and gives what it printed. */
  async run(...args: string[]): Promise<string> {
    const child = this.#spawn(args);
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
    }
    await once(child, "close");
    if (child.exitCode === 0) return printed;
    throw new Error(`snug ${args.join(" ")} ended with ${child.exitCode}:\n${printed}`);
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

  #spawn(args: string[], env: Record<string, string> = {}): ServerProcess {
    const data = { HOST: "127.0.0.1", DATA_DIR: this.dataDir };
    return spawn(process.execPath, [program, ...args], {
      env: { ...process.env, ...data, ...this.#env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }
}

/** Resolves with the address when the process says that it is ready; `hear` gets all it writes. */
export function readyUrl(child: ServerProcess, hear: (text: string) => void): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let written = "";
  function listen(text: string): void {
    hear(text);
    written += text;
    const url = /^Snug is ready on (http:\/\/\S+)\n/m.exec(written)?.[1];
    if (url !== undefined) resolve(url);
  }
  child.stdout.setEncoding("utf8").on("data", listen);
  child.stderr.setEncoding("utf8").on("data", listen);
  child.once("close", () => reject(new Error(`It ended before it was ready:\n${written}`)));
  return promise;
}
