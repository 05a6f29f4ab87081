/** What an import did, for people and for programs. Numbers are of the archive unless they say `created`. */
export interface ImportSummary {
  users: { total: number; bots: number; created: number };
  rooms: { public: number; private: number; direct: number; created: number };
  members: number;
  /** `created` are new here; the others had come over before. */
  messages: { total: number; created: number };
  threads: number;
  replies: number;
  reactions: number;
  files: number;
  /** What came over otherwise than it was. */
  changed: Counted[];
  /** What did not come over. */
  leftOut: Counted[];
  /** Files of the archive that could not be read. */
  problems: { file: string; reason: string }[];
}

export interface Counted {
  what: string;
  count: number;
}

/** Counts things by what they are. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** Most first. */
  list(): Counted[] {
    return Array.from(this.#counts, ([what, count]) => ({ what, count })).toSorted(
      (a, b) => b.count - a.count,
    );
  }
}
