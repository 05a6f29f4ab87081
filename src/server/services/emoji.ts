import type { Readable } from "node:stream";

import type { CustomEmoji, EmojiAdd } from "../../shared/emoji.ts";
import { SnugError } from "../../shared/errors.ts";
import { limits } from "../../shared/limits.ts";
import type { User } from "../../shared/users.ts";
import type { EmojiImage } from "../store/port.ts";
import { forbidden, found, runsWorkspace } from "./access.ts";
import type { Kept } from "./services.ts";
import { setUpWorkspace } from "./workspace.ts";

const types = ["image/png", "image/gif", "image/webp", "image/jpeg"];
/** It is drawn at the height of a line; what is much larger was not meant for it. */
const mostPixels = 1024;

export function createEmoji({ store, blobs, inspector }: Kept) {
  return {
    async add(actor: User, { name, image }: EmojiAdd): Promise<CustomEmoji> {
      await requireMayAdd(actor);
      const bytes = Buffer.from(image, "base64");
      if (bytes.length > limits.customEmoji.bytes) throw tooLarge();
      if (!types.includes(await inspector.typeOf(bytes))) throw noPicture();
      const blob = await blobs.put(bytes);
      const { type, width, height } = await inspector.inspect(blob.sha256);
      if (width === null || height === null) throw noPicture();
      if (Math.max(width, height) > mostPixels) throw tooLarge();
      return store.addEmoji({ name, type, ...blob, createdBy: actor.id });
    },

    /** By whoever added it, and by admins. */
    async remove(actor: User, name: string): Promise<void> {
      const emoji = found(await store.emojiNamed(name), "emoji");
      if (emoji.createdBy !== actor.id && !runsWorkspace(actor)) {
        throw forbidden("Only admins and whoever added it may remove an emoji.");
      }
      await store.removeEmoji(name);
    },

    async image(id: string): Promise<EmojiImage & { content: Readable }> {
      const image = found(await store.emojiImage(id), "emoji");
      return { ...image, content: found(await blobs.read(image.sha256), "emoji") };
    },
  };

  async function requireMayAdd(actor: User): Promise<void> {
    if (runsWorkspace(actor)) return;
    const { membersAddEmoji } = await setUpWorkspace(store);
    if (membersAddEmoji && actor.role === "member") return;
    throw forbidden("Only admins may add emoji here.");
  }
}

function noPicture(): SnugError {
  return new SnugError("INVALID_INPUT", "Choose a PNG, GIF, WebP or JPEG picture.", {
    fields: { image: "Choose a PNG, GIF, WebP or JPEG picture." },
  });
}

function tooLarge(): SnugError {
  const kilobytes = limits.customEmoji.bytes / 1024;
  return new SnugError(
    "TOO_LARGE",
    `An emoji may have up to ${kilobytes} KB and ${mostPixels} pixels each way.`,
  );
}
