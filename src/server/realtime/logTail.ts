import type { BaseLogger } from "pino";

import type { Log, LoggedEvent } from "../store/port.ts";
import type { Hub } from "./hub.ts";

export type Logger = Pick<BaseLogger, "error" | "warn">;

export interface LogTailOptions {
  log: Log;
  hub: Hub;
  logger: Logger;
  pollMs: number;
}

/** Events read at once while catching up. */
const pageSize = 500;

/**
 * Follows the log's end and gives the hub every event exactly once and in order. What this process
 * commits is handed over by the store and costs no read. What others commit to the same log, such as
 * the command line, shows as a gap in the numbers or when the log's head is polled, and is read.
 */
export class LogTail implements AsyncDisposable {
  readonly #log: Log;
  readonly #hub: Hub;
  readonly #logger: Logger;
  readonly #timer: NodeJS.Timeout;
  readonly #stopListening: () => void;
  #epoch: string | null = null;
  /** Seq of the last event that the hub was given. */
  #head = 0;
  #work: Promise<void> | null = null;
  #moreWork = false;
  #polling: Promise<void> | null = null;
  #stopped = false;

  constructor({ log, hub, logger, pollMs }: LogTailOptions) {
    this.#log = log;
    this.#hub = hub;
    this.#logger = logger;
    this.#stopListening = log.onCommit((events) => this.#committed(events));
    this.#timer = setInterval(() => {
      this.#polling ??= this.#poll().finally(() => (this.#polling = null));
    }, pollMs).unref();
  }

  /** Reads where the log stands. Until then the hub is told nothing. */
  async start(): Promise<void> {
    this.#work = this.#startOver();
    await this.#work;
    this.#work = null;
    await this.#catchUp();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    this.#stopListening();
    await this.#work;
    await this.#polling;
  }

  #committed(events: readonly LoggedEvent[]): void {
    if (this.#work === null && events[0]?.seq === this.#head + 1) this.#publish(events);
    else void this.#catchUp();
  }

  async #poll(): Promise<void> {
    try {
      const { epoch, head } = await this.#log.logState();
      if (this.#stopped || this.#epoch === null) return;
      if (epoch !== this.#epoch || head > this.#head) await this.#catchUp();
    } catch (error) {
      this.#logger.error(error, "The log could not be looked at");
    }
  }

  /** One reader at a time; what is committed meanwhile makes it read once more. */
  #catchUp(): Promise<void> {
    this.#moreWork = true;
    this.#work ??= this.#readOn().finally(() => (this.#work = null));
    return this.#work;
  }

  async #readOn(): Promise<void> {
    try {
      while (this.#moreWork && !this.#stopped) {
        this.#moreWork = false;
        if ((await this.#log.logState()).epoch !== this.#epoch) await this.#startOver();
        await this.#readGap();
      }
    } catch (error) {
      this.#logger.error(error, "The log could not be read; trying again");
    }
  }

  async #readGap(): Promise<void> {
    for (;;) {
      const events = await this.#log.eventsAfter(this.#head, pageSize);
      if (this.#stopped || events[0] === undefined) return;
      if (events[0].seq === this.#head + 1) this.#publish(events);
      else await this.#startOver();
    }
  }

  /** For a log that is new to us, was replaced, or was pruned past where we stood. */
  async #startOver(): Promise<void> {
    const { epoch } = await this.#log.logState();
    const { seq, members } = await this.#log.memberships();
    if (this.#epoch !== null)
      this.#logger.warn({ epoch, seq }, "Following the log from a new place");
    this.#epoch = epoch;
    this.#head = seq;
    this.#hub.startFrom(epoch, members);
  }

  #publish(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      this.#head = event.seq;
      try {
        this.#hub.publish(event);
      } catch (error) {
        // Whoever commits is not to blame, and the events after it still have to go out.
        this.#logger.error(error, "An event could not be delivered");
      }
    }
  }
}
