import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { z } from "zod";

import { within } from "../../src/testing/within.ts";
import { stripped } from "./stripped.ts";

export interface Program {
  /** Script and arguments, or whatever else, for the Node that runs the benchmark. */
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** Finds the port in the line that says that the server is ready. */
  ready: RegExp;
}

export type Usage = z.infer<typeof usageSchema>;

const usageSchema = z.object({
  /** Of all threads, user and system, since the process began. */
  cpuMicros: z.number(),
  residentBytes: z.number(),
  /** In V8's heap and the buffers that hang on it. */
  heldBytes: z.number(),
});

const probe = stripped(join(import.meta.dirname, "probe.ts"));
const patienceMs = 60_000;
const living = new Set<ChildProcess>();

/** Last resort, for when the benchmark itself ends early. */
export function killServers(): void {
  for (const child of living) child.kill("SIGKILL");
}

/** Resolves when the program says that it is ready. */
export async function startProcess(program: Program): Promise<ServerProcess> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--import", probe, ...program.args], {
    env: { ...inherited, NODE_ENV: "production", ...program.env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  living.add(child);
  child.once("exit", () => living.delete(child));
  const port = within(patienceMs, `Starting ${program.args[0]}`, readyPort(child, program));
  return port.then(
    (found) => new ServerProcess(child, found),
    (error: unknown) => {
      child.kill("SIGKILL");
      throw error;
    },
  );
}

/** A measured program, apart from the process that loads it. */
export class ServerProcess implements AsyncDisposable {
  readonly port: number;
  readonly #child: ChildProcess;

  constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** `collected`: after a garbage collection, so that memory is what is held and not what was used. */
  async usage({ collected = false } = {}): Promise<Usage> {
    const answer = once(this.#child, "message");
    this.#child.send(collected ? "collect" : "look");
    const answers = await within(patienceMs, "Asking a process for its usage", answer);
    return usageSchema.parse(answers[0]);
  }

  /** Resolves when the process is gone. */
  async end(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, "exit");
    this.#child.kill(signal);
    await within(patienceMs, "Stopping a process", gone);
  }

  /** At once: whoever is being measured has nothing to lose. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.end("SIGKILL");
  }
}

async function readyPort(child: ChildProcess, { args, ready }: Program): Promise<number> {
  if (child.stdout === null) throw new Error("A process without output.");
  for await (const line of createInterface({ input: child.stdout })) {
    const port = ready.exec(line)?.[1];
    if (port === undefined) continue;
    // Whatever it says later must not fill the pipe.
    child.stdout.resume();
    return Number(port);
  }
  throw new Error(`${args[0]} ended before it was ready.`);
}
