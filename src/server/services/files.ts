import { Readable } from "node:stream";

import { SnugError } from "../../shared/errors.ts";
import type { FileKind } from "../../shared/fileKinds.ts";
import { fileKindOf, hasThumbnail } from "../../shared/fileKinds.ts";
import type { Attachment, RoomFiles, RoomFilesPage, Upload } from "../../shared/files.ts";
import type { User } from "../../shared/users.ts";
import { found } from "./access.ts";
import type { Incoming } from "./incoming.ts";
import { startOf, within } from "./incoming.ts";
import type { Kept } from "./services.ts";
import { setUpWorkspace } from "./workspace.ts";

export interface IncomingFile extends Upload, Incoming {}

export function createFiles({ store, blobs, inspector }: Kept) {
  return {
    /** Streams to disk; what is refused or breaks off leaves nothing there. */
    async upload(actor: User, file: IncomingFile): Promise<Attachment> {
      const { roomId, name } = file;
      const room = found(await store.room(actor.id, roomId, "member"), "room");
      if (room.archivedAt !== null) {
        throw new SnugError("ROOM_ARCHIVED", "This room is archived. Nothing new comes into it.");
      }
      const { uploadBytes, uploadKinds } = await setUpWorkspace(store);
      const start = await startOf(within(file, uploadBytes, () => tooLarge(uploadBytes)));
      if (start.sample.length === 0) throw new SnugError("INVALID_INPUT", "This file is empty.");
      requireKind(fileKindOf(await inspector.typeOf(start.sample)), uploadKinds);
      const blob = await blobs.put(Readable.from(start.all, { objectMode: false }));
      const facts = await inspector.inspect(blob.sha256);
      return store.addUpload({ name, ...blob, ...facts, roomId, uploadedBy: actor.id });
    },

    /** Takes back what one uploaded and did not send. */
    remove(actor: User, fileId: string): Promise<void> {
      return store.removeUpload(actor.id, fileId);
    },

    /** For a member of its room; before it is sent, for its uploader. */
    async get(actor: User, fileId: string): Promise<Attachment & { sha256: string }> {
      return found(await store.fileFor(actor.id, fileId), "file");
    },

    async thumbnail(file: Attachment & { sha256: string }): Promise<Readable> {
      const made = hasThumbnail(file) ? await inspector.thumbnail(file.sha256) : null;
      return found(made, "preview");
    },

    /** What the messages of a room carry. */
    async ofRoom(actor: User, { roomId, cursor, limit }: RoomFiles): Promise<RoomFilesPage> {
      found(await store.room(actor.id, roomId, "member"), "room");
      return store.roomFiles(roomId, cursor ?? null, limit);
    },
  };
}

function tooLarge(most: number): SnugError {
  const megabytes = Math.max(1, Math.round(most / 1_000_000));
  return new SnugError("TOO_LARGE", `Files may have up to ${megabytes} MB here.`);
}

function requireKind(kind: FileKind, allowed: readonly FileKind[]): void {
  if (allowed.includes(kind)) return;
  throw new SnugError("FORBIDDEN", `This workspace does not take files of this kind (${kind}).`);
}
