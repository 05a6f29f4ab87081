/**
 * What was opened, closed again in the opposite order, all of it even when one fails. (The language's own
 * `AsyncDisposableStack` is missing in Node 22.)
 */
export class OpenResources implements AsyncDisposable {
  readonly #closers: (() => unknown)[] = [];

  use<Resource extends AsyncDisposable>(resource: Resource): Resource {
    this.defer(() => resource[Symbol.asyncDispose]());
    return resource;
  }

  defer(close: () => unknown): void {
    this.#closers.push(close);
  }

  /** A second time does nothing. */
  async [Symbol.asyncDispose](): Promise<void> {
    const errors: unknown[] = [];
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) {
      try {
        await close();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, "Not everything closed as it should.");
  }
}
