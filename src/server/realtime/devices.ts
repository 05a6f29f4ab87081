import type { Level } from "./bus.ts";

interface Device {
  /** Connections that watch from it: two for a moment, while one replaces the other. */
  watches: number;
  active: boolean;
  /** Whether it ever watched. What a device says of itself may arrive before its connection. */
  seen: boolean;
  /** Runs while nothing watches from it. */
  leaving: NodeJS.Timeout | null;
}

/**
 * The devices of the people that this instance serves. A device is there while something watches from
 * it and for a moment after, so that a reconnect does not show. Several devices are one person, as
 * present as the most present of them.
 */
export class Devices {
  readonly #graceMs: number;
  readonly #changed: (userId: string) => void;
  readonly #byUser = new Map<string, Map<string, Device>>();
  #stopped = false;

  constructor(graceMs: number, changed: (userId: string) => void) {
    this.#graceMs = graceMs;
    this.#changed = changed;
  }

  /** Returns how to leave. */
  watch(userId: string, deviceId: string): () => void {
    const device = this.#device(userId, deviceId);
    this.#keep(device);
    device.watches += 1;
    device.seen = true;
    this.#changed(userId);
    return () => {
      device.watches -= 1;
      if (device.watches === 0) this.#letGo(userId, deviceId, device);
    };
  }

  setActive(userId: string, deviceId: string, active: boolean): void {
    const device = this.#device(userId, deviceId);
    device.active = active;
    if (device.seen) this.#changed(userId);
  }

  level(userId: string): Level {
    let level: Level = "offline";
    for (const device of this.#byUser.get(userId)?.values() ?? []) {
      if (!device.seen) continue;
      if (device.active) return "online";
      level = "away";
    }
    return level;
  }

  users(): Iterable<string> {
    return this.#byUser.keys();
  }

  stop(): void {
    this.#stopped = true;
    for (const devices of this.#byUser.values()) {
      for (const device of devices.values()) this.#keep(device);
    }
    this.#byUser.clear();
  }

  #device(userId: string, deviceId: string): Device {
    const devices = this.#byUser.get(userId) ?? new Map<string, Device>();
    this.#byUser.set(userId, devices);
    const known = devices.get(deviceId);
    if (known) return known;
    const device: Device = { watches: 0, active: true, seen: false, leaving: null };
    devices.set(deviceId, device);
    this.#letGo(userId, deviceId, device);
    return device;
  }

  #keep(device: Device): void {
    if (device.leaving !== null) clearTimeout(device.leaving);
    device.leaving = null;
  }

  #letGo(userId: string, deviceId: string, device: Device): void {
    if (this.#stopped) return;
    device.leaving = setTimeout(() => {
      const devices = this.#byUser.get(userId);
      devices?.delete(deviceId);
      if (devices?.size === 0) this.#byUser.delete(userId);
      this.#changed(userId);
    }, this.#graceMs).unref();
  }
}
