import type {
  History,
  HistoryPage,
  Message,
  MessagePlace,
  MessageSend,
  MessageVersion,
  SavedPage,
  ThreadHistory,
} from "../../shared/messages.ts";
import { limits } from "../../shared/limits.ts";
import type { User } from "../../shared/users.ts";
import type { PresencePort } from "../realtime/port.ts";
import type { Store } from "../store/port.ts";
import { forbidden, found, runsWorkspace } from "./access.ts";

/** `presence` tells whom `@here` calls. */
export function createMessages(store: Store, presence: Pick<PresencePort, "present">) {
  return {
    /** [RT2] Nothing is checked here that could refuse a retry of what was sent. */
    send(actor: User, message: MessageSend): Promise<Message> {
      const present = presence.present();
      return store.appendMessage({ ...message, authorId: actor.id, present });
    },

    edit(actor: User, edit: { messageId: string; body: string }): Promise<Message> {
      return store.editMessage(actor.id, edit.messageId, edit.body);
    },

    async delete(actor: User, messageId: string): Promise<void> {
      const message = await store.message(actor.id, messageId);
      if (message !== null) await requireSayOver(actor, message);
      // One that is not there may be deleted already: the store tells that from a stranger's.
      await store.deleteMessage(actor.id, messageId);
    },

    react(
      actor: User,
      { messageId, emoji, on }: { messageId: string; emoji: string; on: boolean },
    ): Promise<void> {
      return store.setReaction(actor.id, messageId, emoji, on);
    },

    /** For whoever may see the message. */
    async edits(actor: User, messageId: string): Promise<MessageVersion[]> {
      await visibleMessage(actor, messageId);
      return store.messageVersions(messageId, limits.versionsShown);
    },

    /** By anyone in the room, who could as well say it again. */
    pin(actor: User, { messageId, on }: { messageId: string; on: boolean }): Promise<void> {
      return store.setPin(actor.id, messageId, on);
    },

    async pins(actor: User, roomId: string): Promise<Message[]> {
      found(await store.room(actor.id, roomId, "visible"), "room");
      return store.pins(roomId);
    },

    save(actor: User, { messageId, on }: { messageId: string; on: boolean }): Promise<void> {
      return store.setSaved(actor.id, messageId, on);
    },

    saved(actor: User, page: { cursor?: number | null; limit: number }): Promise<SavedPage> {
      return store.savedMessages(actor.id, page.cursor ?? null, page.limit);
    },

    async atDate(
      actor: User,
      { roomId, time }: { roomId: string; time: string },
    ): Promise<MessagePlace | null> {
      found(await store.room(actor.id, roomId, "visible"), "room");
      // As they are stored, for they are compared as text.
      return store.firstMessageSince(roomId, new Date(time).toISOString());
    },

    get: visibleMessage,

    async history(actor: User, { roomId, cursor, limit }: History): Promise<HistoryPage> {
      found(await store.room(actor.id, roomId, "visible"), "room");
      return store.history(roomId, cursor ?? null, limit);
    },

    async thread(actor: User, { rootId, cursor, limit }: ThreadHistory): Promise<HistoryPage> {
      await visibleMessage(actor, rootId);
      return store.thread(rootId, cursor ?? null, limit);
    },
  };

  async function visibleMessage(actor: User, messageId: string): Promise<Message> {
    return found(await store.message(actor.id, messageId), "message");
  }

  async function requireSayOver(actor: User, { authorId, roomId }: Message): Promise<void> {
    if (authorId === actor.id || runsWorkspace(actor)) return;
    if ((await store.memberRole(actor.id, roomId)) !== "admin") {
      throw forbidden("Only its author and admins may delete a message.");
    }
  }
}
