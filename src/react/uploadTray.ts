import type { SnugClient } from "../client/index.ts";
import { errorDetails } from "../client/index.ts";
import type { ErrorDetails } from "../shared/errors.ts";
import type { Attachment } from "../shared/files.ts";
import { limits } from "../shared/limits.ts";

/** A file that the next message is to carry. Never changed in place. */
export interface Upload {
  /** Among those of its tray. */
  readonly id: number;
  /** How the file is called. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Its media type: as the browser has it, until the server has looked. */
  readonly type: string;
  /** `null` for one that was restored. */
  readonly file: File | null;
  /** `failed` waits for `retry` or `remove`. */
  readonly status: "waiting" | "sending" | "done" | "failed";
  /** How much of it has left, from 0 to 1. */
  readonly sent: number;
  /** Once it is done. */
  readonly attachment: Attachment | null;
  /** Why it failed. */
  readonly error: ErrorDetails | null;
}

interface Removal {
  /** Takes back a file that was uploaded and not sent. */
  mutate(input: { fileId: string }): Promise<unknown>;
}

/** As much of a client as it needs. */
export interface TrayClient extends Pick<SnugClient, "upload"> {
  /** Of its procedures, this one alone. */
  api: Record<"files", Record<"remove", Removal>>;
}

/** Of the few connections that a browser opens, messages need some. */
const atOnce = 3;

/** The files that are to go with the next message of one place, on their way before it is sent. */
export class UploadTray {
  readonly #client: TrayClient;
  readonly #roomId: string;
  readonly #aborts = new Map<number, AbortController>();
  readonly #listeners = new Set<() => void>();
  #uploads: readonly Upload[] = [];
  #lastId = 0;

  constructor(client: TrayClient, roomId: string) {
    this.#client = client;
    this.#roomId = roomId;
  }

  /** The same list until something changes. */
  readonly current = (): readonly Upload[] => this.#uploads;

  /** Calls the listener when `current()` has changed; returns what takes it off again. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Returns how many of them a message has no room for; these are left out. */
  add(files: readonly File[]): number {
    const taken = files.slice(0, limits.attachmentsPerMessage - this.#uploads.length);
    const added = taken.map((file): Upload => {
      const { name, size, type } = file;
      return { ...fresh, id: (this.#lastId += 1), name, size, type, file };
    });
    if (added.length > 0) this.#change([...this.#uploads, ...added]);
    this.#next();
    return files.length - taken.length;
  }

  /** What was uploaded before the page was loaded anew; nothing when there is something already. */
  restore(attachments: readonly Attachment[]): void {
    if (this.#uploads.length > 0 || attachments.length === 0) return;
    this.#change(
      attachments.map((attachment): Upload => {
        const { name, size, type } = attachment;
        const id = (this.#lastId += 1);
        return { ...fresh, id, name, size, type, attachment, status: "done", sent: 1 };
      }),
    );
  }

  /** Tries a failed one again. */
  retry(id: number): void {
    const upload = this.#find(id);
    if (upload?.status !== "failed") return;
    this.#replace({ ...upload, status: "waiting", sent: 0, error: null });
    this.#next();
  }

  /** Stops it, and takes back from the server what has arrived. */
  remove(id: number): void {
    const upload = this.#find(id);
    if (upload === undefined) return;
    this.#change(this.#uploads.filter((other) => other !== upload));
    this.#aborts.get(id)?.abort();
    if (upload.attachment) this.#takeBack(upload.attachment);
  }

  /** Empties it into a message. Only when all are done: what is not is left behind. */
  take(): Attachment[] {
    const done = this.#uploads.filter(({ status }) => status === "done");
    this.#change(this.#uploads.filter(({ status }) => status !== "done"));
    return done.flatMap(({ attachment }) => attachment ?? []);
  }

  #next(): void {
    for (const upload of this.#uploads) {
      if (this.#aborts.size >= atOnce) return;
      if (upload.status === "waiting" && upload.file !== null) void this.#send(upload, upload.file);
    }
  }

  async #send(upload: Upload, file: File): Promise<void> {
    const { id, name } = upload;
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    this.#replace({ ...upload, status: "sending" });
    try {
      const attachment = await this.#client.upload(file, {
        roomId: this.#roomId,
        name,
        signal: abort.signal,
        onProgress: (sent) => this.#update(id, { sent }),
      });
      // It may have been given up in the moment before it arrived.
      if (this.#find(id) === undefined) this.#takeBack(attachment);
      else this.#update(id, { status: "done", sent: 1, type: attachment.type, attachment });
    } catch (error) {
      this.#update(id, { status: "failed", error: errorDetails(error) });
    } finally {
      this.#aborts.delete(id);
      this.#next();
    }
  }

  /** What the server forgets by itself in a day need not be asked for twice. */
  #takeBack({ id }: Attachment): void {
    this.#client.api.files.remove.mutate({ fileId: id }).catch(() => undefined);
  }

  #find(id: number): Upload | undefined {
    return this.#uploads.find((upload) => upload.id === id);
  }

  #update(id: number, changes: Partial<Upload>): void {
    const upload = this.#find(id);
    if (upload !== undefined) this.#replace({ ...upload, ...changes });
  }

  #replace(next: Upload): void {
    this.#change(this.#uploads.map((upload) => (upload.id === next.id ? next : upload)));
  }

  #change(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}

const fresh = { file: null, status: "waiting", sent: 0, attachment: null, error: null } as const;
