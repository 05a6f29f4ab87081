/** Told of a key's new value, or with `gone` of the last one it had. */
export type Tell<Value> = (key: string, value: Value, gone: boolean) => void;

/**
 * What watchers were told about each key, and what is new. Changes that come within `delayMs` go out
 * together, and what went back to what it was is not told at all.
 */
export class Notices<Value> {
  readonly #delayMs: number;
  readonly #tell: Tell<Value>;
  readonly #told = new Map<string, Value>();
  readonly #changes = new Map<string, Value | null>();
  #timer: NodeJS.Timeout | null = null;

  constructor(delayMs: number, tell: Tell<Value>) {
    this.#delayMs = delayMs;
    this.#tell = tell;
  }

  /** What a new watcher starts from; everything after it is told. */
  told(): ReadonlyMap<string, Value> {
    return this.#told;
  }

  /** `null` when there is nothing about the key any more. */
  set(key: string, value: Value | null): void {
    this.#changes.set(key, value);
    this.#timer ??= setTimeout(() => this.#flush(), this.#delayMs).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #flush(): void {
    this.#timer = null;
    const changes = [...this.#changes];
    this.#changes.clear();
    for (const [key, value] of changes) {
      const before = this.#told.get(key) ?? null;
      if (value === before) continue;
      if (value !== null) {
        this.#told.set(key, value);
        this.#tell(key, value, false);
      } else if (before !== null) {
        this.#told.delete(key);
        this.#tell(key, before, true);
      }
    }
  }
}
