import { randomUUID } from "node:crypto";

import type { ChosenPresence, Presence, PresenceItem, PresenceNow } from "../../shared/presence.ts";
import type { LoggedEvent } from "../store/port.ts";
import { Audience } from "./audience.ts";
import type { Bus, BusMessage, Level } from "./bus.ts";
import type { Connections } from "./connections.ts";
import { Delivery } from "./delivery.ts";
import { Devices } from "./devices.ts";
import { LiveFeed } from "./feed.ts";
import type { Hub } from "./hub.ts";
import { Mailbox } from "./mailbox.ts";
import { Notices } from "./notices.ts";
import type { PresencePort, Viewer } from "./port.ts";
import type { Reader } from "./reader.ts";
import { endWithReader } from "./reader.ts";
import { Roster } from "./roster.ts";
import type { Typer } from "./typing.ts";
import { Typing } from "./typing.ts";

export interface PresenceTimes {
  /** How long a device without a connection still counts as there. */
  graceMs: number;
  /** How long someone is typing after they last said so. */
  typingMs: number;
  /** Changes within this time go out together. */
  coalesceMs: number;
  /** How often an instance says whom it serves; silent for three times that, it is forgotten. */
  announceMs: number;
}

export const presenceTimes: PresenceTimes = {
  graceMs: 5_000,
  typingMs: 5_000,
  coalesceMs: 100,
  announceMs: 20_000,
};

interface Watcher {
  readonly userId: string;
  readonly inbox: Mailbox<Delivery<PresenceItem>>;
}

/** A watcher who falls this far behind gets a new snapshot instead. */
const inboxLimits = { items: 500, size: 500 };

interface PresenceSources {
  hub: Hub;
  bus: Bus;
  connections: Connections;
  times: PresenceTimes;
}

/** [RT8] Who is there and who is writing. Nothing of it is kept but what people chose, which the log tells. */
export class LivePresence implements PresencePort, AsyncDisposable {
  readonly #hub: Hub;
  readonly #bus: Bus;
  readonly #connections: Connections;
  readonly #times: PresenceTimes;
  readonly #instance = randomUUID();
  readonly #devices: Devices;
  readonly #typing: Typing;
  readonly #roster = new Roster();
  readonly #people: Notices<Presence>;
  readonly #typers: Notices<Typer>;
  readonly #watchers: Audience<Watcher>;
  readonly #announcing: NodeJS.Timeout;
  readonly #unsubscribe: () => void;

  constructor({ hub, bus, connections, times }: PresenceSources) {
    this.#hub = hub;
    this.#bus = bus;
    this.#connections = connections;
    this.#times = times;
    this.#watchers = new Audience(hub.memberships);
    this.#people = new Notices(times.coalesceMs, (userId, presence, gone) =>
      this.#tellPresence(userId, gone ? "offline" : presence),
    );
    this.#typers = new Notices(times.coalesceMs, (_key, typer, gone) =>
      this.#tellTyping(typer, !gone),
    );
    this.#devices = new Devices(times.graceMs, (userId) => this.#deviceChanged(userId));
    this.#typing = new Typing(times.typingMs, (key, typer) => this.#typers.set(key, typer));
    this.#unsubscribe = bus.subscribe((message) => this.#heard(message));
    this.#announcing = setInterval(() => this.#announce(), times.announceMs).unref();
    hub.onEvent((logged) => this.#follow(logged));
  }

  /** What people chose before; what the log has said meanwhile is newer. */
  begin(chosen: readonly (ChosenPresence & { userId: string })[]): void {
    for (const { userId, mode } of chosen) this.#roster.beginWith(userId, mode);
    this.#changed(chosen.map(({ userId }) => userId));
  }

  watch(viewer: Viewer, deviceId: string, signal: AbortSignal): LiveFeed<PresenceItem> {
    const inbox = new Mailbox<Delivery<PresenceItem>>(inboxLimits);
    return new LiveFeed(inbox, this.#watch(inbox, { viewer, signal }, deviceId));
  }

  async *#watch(
    inbox: Watcher["inbox"],
    reader: Reader,
    deviceId: string,
  ): AsyncGenerator<PresenceItem, void, void> {
    const { userId } = reader.viewer;
    const watcher: Watcher = { userId, inbox };
    const release = endWithReader(inbox, reader, this.#connections);
    this.#watchers.add(watcher);
    const leave = inbox.ended ? null : this.#devices.watch(userId, deviceId);
    try {
      do {
        inbox.reopen();
        if (!inbox.ended) yield { type: "snapshot", ...this.now(userId) };
        for (let next = await inbox.next(); next !== null; next = await inbox.next()) {
          yield next.item;
        }
      } while (!inbox.ended);
    } finally {
      leave?.();
      this.#watchers.remove(watcher);
      release();
    }
  }

  setActive(userId: string, deviceId: string, active: boolean): void {
    this.#devices.setActive(userId, deviceId, active);
  }

  setTyping(userId: string, roomId: string, typing: boolean): void {
    if (!this.#hub.memberships.has(userId, roomId)) return;
    this.#bus.publish({ type: "typing", userId, roomId, typing });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#announcing);
    this.#devices.stop();
    this.#typing.stopAll();
    this.#people.stop();
    this.#typers.stop();
    this.#unsubscribe();
    this.#bus.publish({ type: "gone", instance: this.#instance });
  }

  /** Exactly what was told so far: changes on their way follow it. */
  now(userId: string): PresenceNow {
    const typing = [...this.#typers.told().values()].filter(
      (typer) => typer.userId !== userId && this.#hub.memberships.has(userId, typer.roomId),
    );
    return {
      at: new Date().toISOString(),
      presence: Object.fromEntries(this.#people.told()),
      typing,
    };
  }

  present(): string[] {
    return [...this.#people.told()]
      .filter(([, presence]) => presence === "online" || presence === "dnd")
      .map(([userId]) => userId);
  }

  #deviceChanged(userId: string): void {
    const level = this.#devices.level(userId);
    if (level === this.#roster.level(this.#instance, userId)) return;
    this.#bus.publish({ type: "level", instance: this.#instance, userId, level });
  }

  #announce(): void {
    const levels: Record<string, Level> = {};
    for (const userId of this.#devices.users()) {
      const level = this.#devices.level(userId);
      if (level !== "offline") levels[userId] = level;
    }
    this.#bus.publish({ type: "roster", instance: this.#instance, levels });
    for (const instance of this.#roster.silent(3 * this.#times.announceMs)) {
      this.#changed(this.#roster.forget(instance));
    }
  }

  #heard(message: BusMessage): void {
    switch (message.type) {
      case "level":
        this.#roster.setLevel(message.instance, message.userId, message.level);
        return this.#changed([message.userId]);
      case "roster":
        return this.#changed(this.#roster.replace(message.instance, message.levels));
      case "gone":
        return this.#changed(this.#roster.forget(message.instance));
      case "typing":
        return this.#setTyping(message, message.typing);
    }
  }

  #setTyping({ roomId, userId }: Typer, typing: boolean): void {
    if (typing) this.#typing.start({ roomId, userId });
    else this.#typing.stop({ roomId, userId });
  }

  #changed(userIds: Iterable<string>): void {
    for (const userId of userIds) {
      const presence = this.#roster.presence(userId);
      this.#people.set(userId, presence === "offline" ? null : presence);
    }
  }

  #follow({ audience, event }: LoggedEvent): void {
    if (event.type === "account.updated") {
      this.#roster.setMode(event.me.id, event.me.presence.mode);
      this.#changed([event.me.id]);
      return;
    }
    // Whoever's message has landed, or who left the room, no longer writes in it.
    if (event.type === "message.created") {
      this.#typing.stop({ roomId: event.message.roomId, userId: event.message.authorId });
    } else if (event.type === "room.removed" && audience.kind === "user") {
      this.#typing.stop({ roomId: event.roomId, userId: audience.userId });
    }
  }

  #tellPresence(userId: string, presence: Presence): void {
    const delivery = deliveryOf({ type: "presence", userId, presence });
    for (const { inbox } of this.#watchers.all()) inbox.push(delivery, 1);
  }

  #tellTyping({ roomId, userId }: Typer, typing: boolean): void {
    const delivery = deliveryOf({ type: "typing", roomId, userId, typing });
    for (const watcher of this.#watchers.inRoom(roomId)) {
      if (watcher.userId !== userId) watcher.inbox.push(delivery, 1);
    }
  }
}

function deliveryOf(item: PresenceItem): Delivery<PresenceItem> {
  return new Delivery({ item });
}
