import type { Attachment } from "../../shared/files.ts";
import type { AccountStatus } from "../../shared/users.ts";
import type { NewUpload, NewUser } from "./port.ts";

/**
 * Records of another system. `key` is theirs (`slack:T1:U2`): importing a key again changes nothing. No webhook
 * is told of any of it.
 */
export interface Imports {
  /** Found by key, else by e-mail, else made; `created` says which. */
  importUser(
    user: NewUser & {
      key: string;
      status: AccountStatus;
      bio: string;
      timeZone: string | null;
      /** Where the other system knows. */
      lastSeenAt?: string;
    },
  ): Promise<{ userId: string; created: boolean }>;
  /** Found by key, else made; a name that is taken gets a number behind it. Members are added. */
  importRoom(room: {
    key: string;
    kind: "public" | "private" | "direct";
    name: string;
    topic: string;
    createdBy: string | null;
    createdAt: string;
    archived: boolean;
    userIds: string[];
  }): Promise<{ roomId: string; created: boolean }>;
  /**
   * In the order given, which is the order they will stand in; those whose key is known are skipped.
   * One call is one transaction; give it some hundreds at a time.
   */
  importMessages(messages: ImportedMessage[]): Promise<{ created: number; skipped: number }>;
  /** Puts everyone's read marks in these rooms and their threads at the end: an import is history, not news. */
  markImported(roomIds: string[]): Promise<void>;
  /** Records a file whose bytes lie in the blob store under `sha256`. Found by key, else made. */
  importFile(file: NewUpload & { key: string }): Promise<Attachment>;
}

export interface ImportedMessage {
  key: string;
  roomId: string;
  authorId: string;
  authorName: string | null;
  body: string;
  createdAt: string;
  editedAt: string | null;
  /** Key of the thread's root, which came before. */
  threadRootKey: string | null;
  /** Key of the message of the same room that this answers; one that never came is left out. */
  quotedKey?: string | null;
  reactions: { emoji: string; userIds: string[] }[];
  attachmentIds: string[];
}
