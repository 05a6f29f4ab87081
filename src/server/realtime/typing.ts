export interface Typer {
  roomId: string;
  userId: string;
}

/** Who is writing where: leases that end unless they are renewed. */
export class Typing {
  readonly #leaseMs: number;
  readonly #changed: (key: string, typer: Typer | null) => void;
  readonly #leases = new Map<string, { typer: Typer; timer: NodeJS.Timeout }>();

  /** `changed` is told of a typer who started, and with `null` of one who stopped. */
  constructor(leaseMs: number, changed: (key: string, typer: Typer | null) => void) {
    this.#leaseMs = leaseMs;
    this.#changed = changed;
  }

  start(typer: Typer): void {
    const lease = this.#leases.get(keyOf(typer));
    if (lease) {
      lease.timer.refresh();
      return;
    }
    const timer = setTimeout(() => this.stop(typer), this.#leaseMs).unref();
    this.#leases.set(keyOf(typer), { typer, timer });
    this.#changed(keyOf(typer), typer);
  }

  stop(typer: Typer): void {
    const lease = this.#leases.get(keyOf(typer));
    if (!lease) return;
    clearTimeout(lease.timer);
    this.#leases.delete(keyOf(typer));
    this.#changed(keyOf(typer), null);
  }

  stopAll(): void {
    for (const { timer } of this.#leases.values()) clearTimeout(timer);
    this.#leases.clear();
  }
}

function keyOf({ roomId, userId }: Typer): string {
  return `${roomId} ${userId}`;
}
