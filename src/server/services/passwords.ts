import { SnugError } from "../../shared/errors.ts";
import { mintSecret } from "./secrets.ts";

interface Crowd {
  /** How many are hashed at once; each takes a thread of the pool that files are read with, and 19 MiB. */
  atOnce: number;
  /** How many wait. More than these would wait for longer than people do. */
  mostWaiting: number;
}

/** Argon2id with the library's parameters (19 MiB, 2 passes), off the event loop. */
export class Passwords {
  readonly #crowd: Crowd;
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  /** Of a password that nobody has. */
  #nobodys: Promise<string> | undefined;

  constructor(crowd: Crowd = { atOnce: 2, mostWaiting: 100 }) {
    this.#crowd = crowd;
  }

  hash(password: string): Promise<string> {
    return this.#inTurn(async () => {
      const { hash } = await argon2();
      return hash(password);
    });
  }

  /**
   * Takes as long for someone without a password (`null`), or for nobody at all, as for a wrong one: the
   * time of the answer does not tell who has an account.
   */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    this.#nobodys ??= this.hash(mintSecret());
    const compared = passwordHash ?? (await this.#nobodys);
    const matches = await this.#inTurn(async () => {
      const { verify } = await argon2();
      return verify(compared, password);
    });
    return matches && passwordHash !== null;
  }

  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.#crowd.atOnce) this.#running++;
    else await this.#turn();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  /** Settles when someone who is done passes on their place. */
  #turn(): Promise<void> {
    if (this.#waiting.length >= this.#crowd.mostWaiting) {
      throw new SnugError("UNAVAILABLE", "The server is busy. Try again in a moment.", {
        retryAfterMs: 5000,
      });
    }
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}

/** Loaded at the first password: a server that starts has none to compare. */
function argon2() {
  return import("@node-rs/argon2");
}
