/** A socket, as far as finished frames are concerned. */
export interface Outlet {
  /** What it was given in this turn; for `Outgoing` alone. */
  batch: Batch | null;
  write(bytes: Buffer): void;
}

/**
 * [RT11] What a socket is given in one turn of the event loop leaves in one write. Sockets that are given
 * the same frames in the same order, as all in a room are, share the bytes too: what each has been given
 * is a place in a tree of frames, and the frames of a place are put together once.
 */
export class Outgoing {
  #root = new Batch(null, null);
  #outlets: Outlet[] = [];
  #timer: NodeJS.Immediate | null = null;

  add(outlet: Outlet, frame: Buffer): void {
    if (outlet.batch === null) {
      this.#outlets.push(outlet);
      this.#timer ??= setImmediate(() => this.flush());
    }
    outlet.batch = (outlet.batch ?? this.#root).with(frame);
  }

  /** Writes what waits: at the end of the turn, and before a socket is closed. */
  flush(): void {
    const outlets = this.#outlets;
    if (this.#timer !== null) clearImmediate(this.#timer);
    this.#timer = null;
    this.#root = new Batch(null, null);
    this.#outlets = [];
    for (const outlet of outlets) {
      const { batch } = outlet;
      outlet.batch = null;
      if (batch !== null) outlet.write(batch.bytes());
    }
  }
}

/** Frames in a row: one, after those of another batch. */
export class Batch {
  readonly #before: Batch | null;
  readonly #frame: Buffer | null;
  /** Most who have this much are given the same next. */
  #next: Batch | null = null;
  #bytes: Buffer | null = null;

  constructor(before: Batch | null, frame: Buffer | null) {
    this.#before = before;
    this.#frame = frame;
  }

  with(frame: Buffer): Batch {
    if (this.#next === null || this.#next.#frame !== frame) this.#next = new Batch(this, frame);
    return this.#next;
  }

  bytes(): Buffer {
    return (this.#bytes ??= Batch.#join(this));
  }

  static #join(last: Batch): Buffer {
    const frames: Buffer[] = [];
    for (let batch: Batch | null = last; batch !== null; batch = batch.#before) {
      if (batch.#frame !== null) frames.push(batch.#frame);
    }
    const [only] = frames;
    return frames.length === 1 && only !== undefined ? only : Buffer.concat(frames.toReversed());
  }
}
