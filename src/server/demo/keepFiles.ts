import type { BlobStore } from "../files/port.ts";
import type { Store } from "../store/port.ts";
import type { Cast } from "./cast.ts";
import { idOf } from "./cast.ts";
import { demoAvatars, demoEmoji, demoFiles } from "./files/index.ts";
import type { Scene } from "./messages.ts";

/** Where the demo goes. */
export interface Kept {
  store: Store;
  blobs: BlobStore;
}

/** Brings what scripts attach into their rooms, so that messages can carry it. */
export async function keepFiles(
  { store, blobs }: Kept,
  scenes: Scene[],
  cast: Cast,
): Promise<void> {
  const files = await demoFiles();
  for (const { room, lines } of scenes) {
    for (const line of lines.flatMap((each) => [each, ...each.replies])) {
      for (const name of line.files) {
        const file = files.get(name);
        if (file === undefined) throw new Error(`The demo has no file ${name}.`);
        const { bytes, ...facts } = file;
        const key = `${room.key}/${name}`;
        const { id } = await store.importFile({
          ...facts,
          ...(await blobs.put(bytes)),
          key: `demo:${key}`,
          uploadedBy: idOf(cast.users, line.author),
          roomId: idOf(cast.rooms, room.key),
        });
        cast.files.set(key, id);
      }
    }
  }
}

export async function keepEmoji({ store, blobs }: Kept, createdBy: string): Promise<void> {
  for (const [name, { type, bytes }] of await demoEmoji()) {
    await store.addEmoji({ name, type, ...(await blobs.put(bytes)), createdBy });
  }
}

/** Some people have a picture of their own; the others have the one that is made of their name. */
export async function keepAvatars({ store, blobs }: Kept, { users }: Cast): Promise<void> {
  for (const [username, { bytes }] of await demoAvatars()) {
    await store.setAvatar(idOf(users, username), await blobs.put(bytes));
  }
}
