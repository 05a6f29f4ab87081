import type { LoggedEvent } from "../store/port.ts";

export interface Membership {
  userId: string;
  roomId: string;
}

/** Told after the memberships changed. */
export interface MembershipWatcher {
  joined(membership: Membership): void;
  left(membership: Membership): void;
  /** Anything may be different. */
  replaced(): void;
}

/** Who is in which room, true at the last event applied. Changed in log order and by nothing else [RT7]. */
export class Memberships {
  readonly #roomsOf = new Map<string, Set<string>>();
  readonly #watchers = new Set<MembershipWatcher>();

  has(userId: string, roomId: string): boolean {
    return this.#roomsOf.get(userId)?.has(roomId) ?? false;
  }

  roomsOf(userId: string): Iterable<string> {
    return this.#roomsOf.get(userId) ?? [];
  }

  watch(watcher: MembershipWatcher): void {
    this.#watchers.add(watcher);
  }

  replace(members: readonly Membership[]): void {
    this.#roomsOf.clear();
    for (const membership of members) this.#add(membership);
    for (const watcher of this.#watchers) watcher.replaced();
  }

  apply({ audience, event }: LoggedEvent): void {
    if (audience.kind !== "user") return;
    if (event.type === "room.added") {
      const membership = { userId: audience.userId, roomId: event.room.id };
      if (this.has(membership.userId, membership.roomId)) return;
      this.#add(membership);
      for (const watcher of this.#watchers) watcher.joined(membership);
    } else if (event.type === "room.removed") {
      const membership = { userId: audience.userId, roomId: event.roomId };
      if (!this.#delete(membership)) return;
      for (const watcher of this.#watchers) watcher.left(membership);
    }
  }

  #add({ userId, roomId }: Membership): void {
    const rooms = this.#roomsOf.get(userId);
    if (rooms) rooms.add(roomId);
    else this.#roomsOf.set(userId, new Set([roomId]));
  }

  #delete({ userId, roomId }: Membership): boolean {
    const rooms = this.#roomsOf.get(userId);
    if (!rooms?.delete(roomId)) return false;
    if (rooms.size === 0) this.#roomsOf.delete(userId);
    return true;
  }
}
