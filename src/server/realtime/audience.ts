import type { Membership, Memberships, MembershipWatcher } from "./memberships.ts";

/**
 * Who listens, found by user and by room: what is for a room goes straight to its listeners, and those
 * of other rooms cost nothing. Follows the memberships.
 */
export class Audience<Listener extends { readonly userId: string }> implements MembershipWatcher {
  readonly #memberships: Memberships;
  readonly #all = new Set<Listener>();
  readonly #byUser = new Map<string, Set<Listener>>();
  readonly #byRoom = new Map<string, Set<Listener>>();

  constructor(memberships: Memberships) {
    this.#memberships = memberships;
    memberships.watch(this);
  }

  all(): ReadonlySet<Listener> {
    return this.#all;
  }

  ofUser(userId: string): Iterable<Listener> {
    return this.#byUser.get(userId) ?? [];
  }

  inRoom(roomId: string): Iterable<Listener> {
    return this.#byRoom.get(roomId) ?? [];
  }

  add(listener: Listener): void {
    this.#all.add(listener);
    put(this.#byUser, listener.userId, listener);
    for (const roomId of this.#memberships.roomsOf(listener.userId)) {
      put(this.#byRoom, roomId, listener);
    }
  }

  remove(listener: Listener): void {
    this.#all.delete(listener);
    take(this.#byUser, listener.userId, listener);
    for (const roomId of this.#memberships.roomsOf(listener.userId)) {
      take(this.#byRoom, roomId, listener);
    }
  }

  joined({ userId, roomId }: Membership): void {
    for (const listener of this.ofUser(userId)) put(this.#byRoom, roomId, listener);
  }

  left({ userId, roomId }: Membership): void {
    for (const listener of this.ofUser(userId)) take(this.#byRoom, roomId, listener);
  }

  replaced(): void {
    this.#byRoom.clear();
    for (const listener of this.#all) {
      for (const roomId of this.#memberships.roomsOf(listener.userId)) {
        put(this.#byRoom, roomId, listener);
      }
    }
  }
}

function put<Listener>(index: Map<string, Set<Listener>>, key: string, listener: Listener): void {
  const listeners = index.get(key);
  if (listeners) listeners.add(listener);
  else index.set(key, new Set([listener]));
}

function take<Listener>(index: Map<string, Set<Listener>>, key: string, listener: Listener): void {
  const listeners = index.get(key);
  listeners?.delete(listener);
  if (listeners?.size === 0) index.delete(key);
}
