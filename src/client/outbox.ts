import type { ErrorDetails } from "../shared/errors.ts";
import { SnugError } from "../shared/errors.ts";
import type { Message } from "../shared/messages.ts";
import type { Emitter } from "./emitter.ts";
import type { Outbox, OutboxEntry, OutgoingMessage } from "./outboxEntry.ts";
import type { SendQueue } from "./outboxSender.ts";
import { OutboxSender } from "./outboxSender.ts";
import type { ClientEvents } from "./snugClient.ts";
import type { ClientStorage } from "./storage.ts";
import { StoredEntries } from "./storedEntries.ts";
import type { Api } from "./transport.ts";
import { uuidv7 } from "./uuid.ts";
import type { Wake } from "./wake.ts";

export interface OutboxOptions {
  api: Api;
  emitter: Emitter<ClientEvents>;
  storage: ClientStorage;
  wake: Wake;
  /** Called with every message that is sent for the first time. */
  onSend: (message: OutgoingMessage) => void;
}

/** More than can be under way between ack and event. */
const acknowledgedKept = 50;

/**
 * [RT2] [RT13] Keeps what one says until the server has it. An entry is stored before its first attempt,
 * and its client id makes any number of attempts, from any number of tabs, one message. It settles with
 * the answer or with its event, whichever comes first.
 */
export class MessageOutbox implements Outbox {
  readonly #emitter: Emitter<ClientEvents>;
  readonly #onSend: OutboxOptions["onSend"];
  readonly #stored: StoredEntries;
  readonly #sender: OutboxSender;
  readonly #settlers = new Map<string, PromiseWithResolvers<Message>>();
  /** Whether each entry could be stored, by client id. */
  readonly #saves = new Map<string, Promise<boolean>>();
  /** In the order of their client ids, which is the order of sending. */
  #entries: readonly OutboxEntry[] = [];
  #acknowledged: readonly Message[] = [];
  /** Whose entries these are; `null` as long as nobody ever signed in. */
  #owner: string | null = null;
  /** Who the server says that we are, at this moment. */
  #confirmed: string | null = null;
  #loading: Promise<void> = Promise.resolve();

  constructor({ api, emitter, storage, wake, onSend }: OutboxOptions) {
    this.#emitter = emitter;
    this.#onSend = onSend;
    this.#stored = new StoredEntries(storage);
    this.#sender = new OutboxSender(api, wake, this.#queue());
    emitter.on("message.created", ({ message }) => {
      if (message.authorId === this.#owner) this.#settle(message.clientId, message);
    });
  }

  entries(roomId?: string): readonly OutboxEntry[] {
    if (roomId === undefined) return this.#entries;
    return this.#entries.filter((entry) => entry.roomId === roomId);
  }

  acknowledged(): readonly Message[] {
    return this.#acknowledged;
  }

  send(message: OutgoingMessage): { clientId: string; settled: Promise<Message> } {
    const entry: OutboxEntry = {
      clientId: uuidv7(),
      roomId: message.roomId,
      threadRootId: message.threadRootId ?? null,
      quotedId: message.quotedId ?? null,
      body: message.body,
      attachments: message.attachments ?? [],
      createdAt: new Date().toISOString(),
      status: "pending",
      error: null,
    };
    this.#onSend(message);
    const settler = Promise.withResolvers<Message>();
    // Not everyone who sends waits for it.
    settler.promise.catch(() => undefined);
    this.#settlers.set(entry.clientId, settler);
    this.#save(entry);
    this.#change([...this.#entries, entry]);
    this.#sender.kick(entry.roomId);
    return { clientId: entry.clientId, settled: settler.promise };
  }

  retry(clientId: string): void {
    const entry = this.#find(clientId);
    if (entry?.status !== "failed") return;
    this.#replace({ ...entry, status: "pending", error: null });
    this.#sender.kick(entry.roomId);
  }

  remove(clientId: string): void {
    if (this.#find(clientId) === undefined) return;
    this.#drop(clientId);
    this.#reject(
      clientId,
      new SnugError("NOT_FOUND", "This message was removed before it was sent."),
    );
  }

  /** Shows what the last user left unsent, before the server can be reached. Nothing is sent yet. */
  load(): void {
    this.#inTurn(async () => {
      const lastUser = await this.#stored.lastUser();
      if (lastUser === null || this.#owner !== null) return;
      this.#belongTo(lastUser);
      await this.#loadStored(lastUser);
    });
  }

  /** `userId` is signed in now: what they left unsent is sent. */
  confirmed(userId: string): void {
    this.#confirmed = userId;
    this.#belongTo(userId);
    this.#inTurn(async () => {
      await this.#stored.setLastUser(userId);
      await this.#loadStored(userId);
      if (this.#confirmed === userId) this.#sender.resume();
    });
  }

  lost(): void {
    this.#confirmed = null;
    this.#sender.pause();
  }

  /** Storages answer in their own time: what was begun first also ends first. */
  #inTurn(step: () => Promise<void>): void {
    const before = this.#loading;
    this.#loading = (async () => {
      await before;
      await step();
    })();
  }

  /** At once, so that nobody sees what another was about to say. */
  #belongTo(userId: string): void {
    if (this.#owner === userId) return;
    if (this.#owner !== null) this.#forget();
    this.#owner = userId;
    for (const entry of this.#entries) this.#save(entry);
  }

  async #loadStored(userId: string): Promise<void> {
    const stored = await this.#stored.load(userId);
    if (this.#owner !== userId) return;
    const known = new Set(
      [...this.#entries, ...this.#acknowledged].map(({ clientId }) => clientId),
    );
    const added = stored.filter(({ clientId }) => !known.has(clientId));
    if (added.length > 0) this.#change([...this.#entries, ...added].toSorted(bySending));
  }

  /** Someone else signed in: what stays on disk waits for its owner. */
  #forget(): void {
    const error = new SnugError("UNAUTHENTICATED", "Someone else has signed in.");
    for (const clientId of this.#settlers.keys()) this.#reject(clientId, error);
    this.#saves.clear();
    this.#acknowledged = [];
    this.#change([]);
  }

  #queue(): SendQueue {
    return {
      rooms: () => new Set(this.#entries.map(({ roomId }) => roomId)),
      next: (roomId) =>
        this.#entries.find((entry) => entry.roomId === roomId && entry.status === "pending"),
      isStored: (entry) => this.#isStored(entry),
      settle: (clientId, message) => this.#settle(clientId, message),
      fail: (clientId, error) => this.#fail(clientId, error),
    };
  }

  async #isStored({ clientId }: OutboxEntry): Promise<boolean> {
    const saved = await (this.#saves.get(clientId) ?? true);
    if (!saved || this.#owner === null) return true;
    if (await this.#stored.has(this.#owner, clientId)) return true;
    this.#drop(clientId);
    return false;
  }

  #settle(clientId: string, message: Message): void {
    if (this.#find(clientId) !== undefined) {
      this.#acknowledged = [...this.#acknowledged, message].slice(-acknowledgedKept);
      this.#drop(clientId);
    }
    this.#settlers.get(clientId)?.resolve(message);
    this.#settlers.delete(clientId);
  }

  #fail(clientId: string, error: ErrorDetails): void {
    const entry = this.#find(clientId);
    if (entry === undefined) return;
    this.#replace({ ...entry, status: "failed", error });
    this.#reject(clientId, new SnugError(error.code, error.message, error));
  }

  #reject(clientId: string, error: SnugError): void {
    this.#settlers.get(clientId)?.reject(error);
    this.#settlers.delete(clientId);
  }

  #find(clientId: string): OutboxEntry | undefined {
    return this.#entries.find((entry) => entry.clientId === clientId);
  }

  #replace(entry: OutboxEntry): void {
    this.#save(entry);
    this.#change(this.#entries.map((old) => (old.clientId === entry.clientId ? entry : old)));
  }

  #drop(clientId: string): void {
    this.#saves.delete(clientId);
    if (this.#owner !== null) void this.#stored.delete(this.#owner, clientId);
    this.#change(this.#entries.filter((entry) => entry.clientId !== clientId));
  }

  #save(entry: OutboxEntry): void {
    if (this.#owner === null) return;
    this.#saves.set(entry.clientId, this.#stored.save(this.#owner, entry));
  }

  #change(entries: readonly OutboxEntry[]): void {
    this.#entries = entries;
    this.#emitter.emit("outbox", entries);
  }
}

function bySending(a: OutboxEntry, b: OutboxEntry): number {
  return a.clientId < b.clientId ? -1 : 1;
}
