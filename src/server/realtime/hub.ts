import type { LoggedEvent } from "../store/port.ts";
import { Audience } from "./audience.ts";
import type { Connections } from "./connections.ts";
import type { LogDelivery } from "./delivery.ts";
import { toDelivery } from "./delivery.ts";
import type { Mailbox } from "./mailbox.ts";
import { Memberships } from "./memberships.ts";
import type { Membership } from "./memberships.ts";

/** A stream that wants to hear of everything its user may see. */
export interface Subscriber {
  readonly userId: string;
  readonly inbox: Mailbox<LogDelivery>;
  /** Set when its user left a room; who reads ahead of what they send must look again. */
  lostRoom: boolean;
}

/**
 * Takes the log's events one by one and brings each to those it is for. Memberships and revocations
 * change here too, in log order: what an event is for is decided by what came before it [RT7].
 */
export class Hub {
  readonly memberships = new Memberships();
  readonly #connections: Connections;
  readonly #subscribers = new Audience<Subscriber>(this.memberships);
  readonly #listeners = new Set<(event: LoggedEvent) => void>();
  #epoch = "";

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** Returns how to leave. */
  join(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.remove(subscriber);
  }

  /** Told of each event after it was delivered. */
  onEvent(listener: (event: LoggedEvent) => void): void {
    this.#listeners.add(listener);
  }

  /**
   * Starts from this state, with a log that cannot be followed from where the hub was. Whoever is
   * connected reconnects: resuming finds out what they missed, and whether they may still come in.
   */
  startFrom(epoch: string, members: readonly Membership[]): void {
    this.#epoch = epoch;
    this.memberships.replace(members);
    this.#connections.restartAll();
  }

  publish(logged: LoggedEvent): void {
    const delivery = toDelivery(logged, this.#epoch);
    for (const { inbox } of this.#audienceOf(logged)) inbox.push(delivery, logged.json.length);
    this.#withdraw(logged);
    for (const listener of this.#listeners) listener(logged);
  }

  #audienceOf({ audience }: LoggedEvent): Iterable<Subscriber> {
    switch (audience.kind) {
      case "all":
        return this.#subscribers.all();
      case "room":
        return this.#subscribers.inRoom(audience.roomId);
      case "user":
        return this.#subscribers.ofUser(audience.userId);
    }
  }

  /** [RT7] After its event was delivered, whoever lost access gets nothing more. */
  #withdraw(logged: LoggedEvent): void {
    const { event } = logged;
    this.memberships.apply(logged);
    if (event.type === "room.removed") {
      for (const subscriber of this.#audienceOf(logged)) subscriber.lostRoom = true;
    } else if (event.type === "session.revoked") {
      this.#connections.revokeSessions(event.sessionIds);
    } else if (event.type === "user.updated") {
      if (event.user.status === "active") this.#connections.readmitUser(event.user.id);
      else this.#connections.revokeUser(event.user.id);
    }
  }
}
