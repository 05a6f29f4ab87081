import type { OutboxEntry } from "./outboxEntry.ts";
import { isRecord } from "./record.ts";
import type { ClientStorage } from "./storage.ts";

const lastUserKey = "user";

/**
 * The outbox on disk: entries by user and client id, so that whoever signs in next on the same browser
 * neither sees nor sends them. A storage that fails costs what it is for, and nothing else.
 */
export class StoredEntries {
  readonly #storage: ClientStorage;

  constructor(storage: ClientStorage) {
    this.#storage = storage;
  }

  /** Whose outbox this was last; `null` if nobody's. */
  async lastUser(): Promise<string | null> {
    const userId = await this.#storage.get(lastUserKey).catch(() => null);
    return typeof userId === "string" ? userId : null;
  }

  async setLastUser(userId: string): Promise<void> {
    await this.#storage.set(lastUserKey, userId).catch(() => undefined);
  }

  async load(userId: string): Promise<OutboxEntry[]> {
    const stored = await this.#storage.entries(prefix(userId)).catch(() => []);
    const entries = stored.map(([, entry]) => entry).filter(isEntry);
    // An older version kept it without.
    return entries.map((entry) => ({ ...entry, quotedId: entry.quotedId ?? null }));
  }

  /** Whether it is kept now. */
  async save(userId: string, entry: OutboxEntry): Promise<boolean> {
    const saved = this.#storage.set(prefix(userId) + entry.clientId, entry);
    return saved.then(
      () => true,
      () => false,
    );
  }

  /** False when another tab has settled or removed it. */
  async has(userId: string, clientId: string): Promise<boolean> {
    const stored = this.#storage.get(prefix(userId) + clientId);
    return stored.then(isEntry, () => true);
  }

  async delete(userId: string, clientId: string): Promise<void> {
    await this.#storage.delete(prefix(userId) + clientId).catch(() => undefined);
  }
}

function prefix(userId: string): string {
  return `outbox/${userId}/`;
}

/** What lies on a disk may have been written by another version, or by anyone. */
function isEntry(value: unknown): value is OutboxEntry {
  return (
    isRecord(value) &&
    [value.clientId, value.roomId, value.body].every((field) => typeof field === "string") &&
    Array.isArray(value.attachments)
  );
}
