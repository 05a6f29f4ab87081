import { extname } from "node:path";
import { Worker } from "node:worker_threads";

/** About as many pages as SQLite by itself lets the write-ahead log have, a thousand. */
const eventsBetween = 500;
const idleMs = 60_000;

/**
 * Moves what the write-ahead log holds to the database, in a thread that is there while there is much to
 * write. The log begins anew only when all of it was moved: nothing is written meanwhile.
 */
export class Checkpointer {
  readonly #file: string;
  #events = 0;
  #worker: Worker | null = null;
  #underWay: Promise<void> | undefined;
  #done: () => void = () => {};
  #idle: NodeJS.Timeout | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Pending while it works. */
  committed(events: number): Promise<void> | undefined {
    this.#events += events;
    if (this.#events < eventsBetween) return undefined;
    this.#events = 0;
    this.#underWay = this.#run().finally(() => (this.#underWay = undefined));
    return this.#underWay;
  }

  async close(): Promise<void> {
    await this.#underWay;
    await this.#rest();
  }

  async #run(): Promise<void> {
    clearTimeout(this.#idle);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#done = resolve;
    this.#worker ??= this.#start();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage("checkpoint");
    await promise;
    this.#idle = setTimeout(() => void this.#rest(), idleMs).unref();
  }

  /** What goes wrong can wait: the log keeps everything, and the connection clears a very long one itself. */
  #start(): Worker {
    // Beside this file, among the sources and in the bundle.
    const script = new URL(`./checkpoint${extname(import.meta.url)}`, import.meta.url);
    const worker = new Worker(script, { workerData: this.#file });
    worker.on("message", () => this.#done());
    worker.on("error", (error: Error) => process.emitWarning(error));
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = null;
      this.#done();
    });
    worker.unref();
    return worker;
  }

  async #rest(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#worker?.terminate();
  }
}
