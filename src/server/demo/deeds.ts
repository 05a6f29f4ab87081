import type { Store } from "../store/port.ts";
import type { Cast } from "./cast.ts";
import { idOf } from "./cast.ts";
import type { Scene } from "./messages.ts";
import { keyOf } from "./messages.ts";
import { owner } from "./people.ts";
import { drafts, preferences } from "./visitor.ts";

const longestRoom = 500;

/** What people of the demo did with messages after they were sent. */
export async function doWithMessages(store: Store, scene: Scene, cast: Cast): Promise<void> {
  const ids = await idsByKey(store, idOf(cast.rooms, scene.room.key));
  for (const line of scene.lines) {
    const id = idOf(ids, keyOf(scene, line));
    const { editedTo, pinnedBy, isSaved, author } = line;
    if (editedTo !== null) await store.editMessage(idOf(cast.users, author), id, editedTo);
    if (pinnedBy !== null) await store.setPin(idOf(cast.users, pinnedBy), id, true);
    if (isSaved) await store.setSaved(idOf(cast.users, owner.username), id, true);
  }
}

/** What whoever looks around has chosen and begun. */
export async function keepOwnThings(store: Store, cast: Cast): Promise<void> {
  const me = idOf(cast.users, owner.username);
  for (const [room, wish] of Object.entries(preferences)) {
    await store.setPreferences(me, idOf(cast.rooms, room), wish);
  }
  for (const [room, text] of Object.entries(drafts)) {
    await store.saveDraft(me, { roomId: idOf(cast.rooms, room), rootId: null, text });
  }
}

/** The key of an imported message is its client id. */
async function idsByKey(store: Store, roomId: string): Promise<Map<string, string>> {
  const { messages } = await store.history(roomId, null, longestRoom);
  return new Map(messages.map(({ clientId, id }) => [clientId, id]));
}
