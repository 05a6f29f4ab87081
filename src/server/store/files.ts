import type { Attachment, RoomFilesPage } from "../../shared/files.ts";

// The part of the durable port that knows files; their bytes lie in the blob store.

/** A file whose bytes lie in the blob store under `sha256`. */
export interface NewUpload {
  name: string;
  type: string;
  size: number;
  sha256: string;
  width: number | null;
  height: number | null;
  uploadedBy: string;
  roomId: string;
}

export interface Files {
  /** Into a room that one is in (`NOT_FOUND`, `ROOM_ARCHIVED`). It is one's own until a message carries it. */
  addUpload(upload: NewUpload): Promise<Attachment>;
  /** One's own that no message carries; of any other nothing happens. */
  removeUpload(userId: string, fileId: string): Promise<void>;
  /** Forgets what was uploaded before that time and no message carries. */
  expireUploads(before: string): Promise<void>;
  /** Where a file's bytes lie, for a member of its room; before a message carries it, for its uploader. */
  fileFor(userId: string, fileId: string): Promise<(Attachment & { sha256: string }) | null>;
  /** What the messages of a room before seq `before` carry, newest first: of `limit` messages. */
  roomFiles(roomId: string, before: number | null, limit: number): Promise<RoomFilesPage>;
  /** Those of these hashes that some file lies under. */
  usedBlobs(hashes: readonly string[]): Promise<string[]>;
}
