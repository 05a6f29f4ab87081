import { Readable } from "node:stream";

import { SnugError } from "../../shared/errors.ts";
import { hasThumbnail } from "../../shared/fileKinds.ts";
import { limits } from "../../shared/limits.ts";
import type { User } from "../../shared/users.ts";
import type { StoredBlob } from "../files/port.ts";
import { found } from "./access.ts";
import type { Incoming } from "./incoming.ts";
import { startOf, within } from "./incoming.ts";
import type { Kept } from "./services.ts";

export function createAvatars({ store, blobs, inspector }: Kept) {
  return {
    /** Whatever its shape, the middle of it is kept. The picture as it came is swept like any upload. */
    async set(actor: User, picture: Incoming): Promise<User> {
      const start = await startOf(within(picture, limits.avatar.bytes, tooLarge));
      if (!hasThumbnail({ type: await inspector.typeOf(start.sample) })) throw noPicture();
      const original = await blobs.put(Readable.from(start.all, { objectMode: false }));
      const square = await inspector.square(original.sha256, limits.avatar.pixels);
      if (square === null) throw noPicture();
      return store.setAvatar(actor.id, await blobs.put(square));
    },

    remove(actor: User): Promise<User> {
      return store.setAvatar(actor.id, null);
    },

    async get(id: string): Promise<StoredBlob & { content: Readable }> {
      const picture = found(await store.avatar(id), "picture");
      return { ...picture, content: found(await blobs.read(picture.sha256), "picture") };
    },
  };
}

function noPicture(): SnugError {
  return new SnugError("INVALID_INPUT", "Choose a picture: a JPEG, PNG, GIF, WebP or AVIF.");
}

function tooLarge(): SnugError {
  const megabytes = limits.avatar.bytes / 1_000_000;
  return new SnugError("TOO_LARGE", `Choose a picture of up to ${megabytes} MB.`);
}
