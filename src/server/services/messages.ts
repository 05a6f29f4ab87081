import type {
  History,
  HistoryPage,
  Message,
  MessageSend,
  ThreadHistory,
} from "../../shared/messages.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { forbidden, found, runsWorkspace } from "./access.ts";

export function createMessages(store: Store) {
  return {
    /** [RT2] Nothing is checked here that could refuse a retry of what was sent. */
    send(actor: User, message: MessageSend): Promise<Message> {
      return store.appendMessage({ ...message, authorId: actor.id });
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
