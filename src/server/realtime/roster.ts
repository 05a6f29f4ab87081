import type { Presence, PresenceMode } from "../../shared/presence.ts";
import type { Level } from "./bus.ts";

interface Report {
  levels: Map<string, Level>;
  heardAt: number;
}

/** What every instance says of the people it serves, put together to one presence per person. */
export class Roster {
  readonly #reports = new Map<string, Report>();
  readonly #modes = new Map<string, PresenceMode>();

  presence(userId: string): Presence {
    const level = this.#level(userId);
    if (level === "offline") return "offline";
    const mode = this.#modes.get(userId);
    return mode === undefined || mode === "auto" ? level : mode;
  }

  /** What `instance` said last. */
  level(instance: string, userId: string): Level {
    return this.#reports.get(instance)?.levels.get(userId) ?? "offline";
  }

  setLevel(instance: string, userId: string, level: Level): void {
    const report = this.#reports.get(instance) ?? { levels: new Map(), heardAt: Date.now() };
    this.#reports.set(instance, report);
    if (level === "offline") report.levels.delete(userId);
    else report.levels.set(userId, level);
  }

  setMode(userId: string, mode: PresenceMode): void {
    this.#modes.set(userId, mode);
  }

  /** As `setMode`, unless something was set already. */
  beginWith(userId: string, mode: PresenceMode): void {
    if (!this.#modes.has(userId)) this.#modes.set(userId, mode);
  }

  /** Takes an instance's whole report. Returns whom that may have changed. */
  replace(instance: string, levels: Record<string, Level>): Iterable<string> {
    const before = this.#reports.get(instance)?.levels.keys() ?? [];
    const report = { levels: new Map(Object.entries(levels)), heardAt: Date.now() };
    this.#reports.set(instance, report);
    return new Set([...before, ...report.levels.keys()]);
  }

  /** Forgets an instance. Returns whom that may have changed. */
  forget(instance: string): Iterable<string> {
    const levels = this.#reports.get(instance)?.levels;
    this.#reports.delete(instance);
    return levels?.keys() ?? [];
  }

  /** Instances that were not heard of for longer than `leaseMs`. */
  silent(leaseMs: number): string[] {
    const due = Date.now() - leaseMs;
    return [...this.#reports].filter(([, { heardAt }]) => heardAt < due).map(([name]) => name);
  }

  #level(userId: string): Level {
    let level: Level = "offline";
    for (const { levels } of this.#reports.values()) {
      const here = levels.get(userId);
      if (here === "online") return "online";
      level = here ?? level;
    }
    return level;
  }
}
