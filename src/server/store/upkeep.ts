import type { BotCommand } from "../../shared/botCommands.ts";
import type { Attachment } from "../../shared/files.ts";
import type { IncomingWebhook } from "../../shared/incomingWebhooks.ts";
import type { Message, MessageVersion } from "../../shared/messages.ts";
import type { OutgoingWebhook } from "../../shared/outgoingWebhooks.ts";
import type { Member, NotifyLevel, Room } from "../../shared/rooms.ts";
import type { Account } from "../../shared/users.ts";
import type { Workspace } from "../../shared/workspace.ts";
import type { StoredBlob } from "../files/port.ts";
import type { LogState } from "./port.ts";

/**
 * What keeps stored data in good order: for the command line, on data that a server may be serving
 * meanwhile. Beside the store, because it has to work where the store does not open.
 */
export interface StoreUpkeep {
  /** Writes all of it as of one moment to a file, while others write. Throws an `UpkeepError` when it cannot be read. */
  copyTo(path: string, onProgress: (done: number, total: number) => void): Promise<void>;
  /** Looks at it as it lies, and changes nothing. Throws an `UpkeepError` when there is nothing to look at. */
  examine(): Promise<StoreReport>;
  /**
   * All of it as of now, brought to the newest schema, while others write. Throws an `UpkeepError` when there is
   * nothing, it cannot be read, or a newer version wrote it.
   */
  openMoment(): StoreMoment;
  /**
   * Puts what a copy holds in its place, brought to the newest schema and under a new epoch, so that
   * whoever saw what came after the copy starts over [RT6]. What was there is kept beside it; the result
   * says where. Throws an `UpkeepError`, and has changed nothing, when someone has the store open or
   * the copy is from a newer version.
   */
  replaceWith(path: string): Promise<{ keptAt: string | null }>;
}

export interface StoreReport {
  /** A sentence for each thing that is wrong. With any, the rest may be incomplete. */
  faults: string[];
  /** `null` when it cannot be read. */
  log: LogState | null;
  /** When the newest event was logged; `null` without one. */
  newestEventAt: string | null;
  /** The blobs that it refers to, each once. */
  blobs: StoredBlob[];
}

/** What the store holds at one moment. Lists come a record at a time: there may be millions. */
export interface StoreMoment extends Disposable {
  log: LogState;
  /** `null` when it is not set up. */
  workspace: Workspace | null;
  /** For telling how far one is. */
  counts: { messages: number; files: number };
  users(): AsyncIterable<Account>;
  bots(): AsyncIterable<{ userId: string; ownerId: string }>;
  commands(): AsyncIterable<BotCommand>;
  rooms(): AsyncIterable<KeptRoom>;
  /** In the order of the log, without deleted ones but roots that still have replies. */
  messages(): AsyncIterable<KeptMessage>;
  /** The messages of a room's timeline, each followed by its replies. */
  conversation(roomId: string): AsyncIterable<Message>;
  saved(): AsyncIterable<{ userId: string; messageId: string; savedAt: string }>;
  /** Who follows a thread, or said that they do not want to. */
  followed(): AsyncIterable<KeptFollow>;
  files(): AsyncIterable<KeptFile>;
  emoji(): AsyncIterable<KeptEmoji>;
  avatars(): AsyncIterable<KeptAvatar>;
  incomingWebhooks(): AsyncIterable<IncomingWebhook>;
  outgoingWebhooks(): AsyncIterable<OutgoingWebhook>;
}

export interface KeptRoom extends Room {
  members: (Member & { notify: NotifyLevel; readSeq: number })[];
}

export interface KeptMessage extends Message {
  /** What it said before each of its edits, oldest first. */
  versions: MessageVersion[];
}

export interface KeptFollow {
  userId: string;
  rootId: string;
  following: boolean;
  /** Up to where they have read it. */
  readSeq: number;
}

export interface KeptFile extends Attachment {
  sha256: string;
  roomId: string;
  /** `null` while no message carries it. */
  messageId: string | null;
  uploadedBy: string;
  createdAt: string;
}

export interface KeptEmoji extends StoredBlob {
  name: string;
  type: string;
  createdBy: string;
  createdAt: string;
}

/** A square WebP. */
export interface KeptAvatar extends StoredBlob {
  userId: string;
}

/** What a person can mend: its message says how. */
export class UpkeepError extends Error {
  override readonly name = "UpkeepError";
}
