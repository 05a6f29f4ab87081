import { SnugError } from "../../shared/errors.ts";
import type {
  AddressedWebhook,
  IncomingWebhook,
  IncomingWebhookCreate,
} from "../../shared/incomingWebhooks.ts";
import { limits } from "../../shared/limits.ts";
import type { Message } from "../../shared/messages.ts";
import { incomingWebhookPath } from "../../shared/paths.ts";
import type { User } from "../../shared/users.ts";
import type { PresencePort } from "../realtime/port.ts";
import type { Store } from "../store/port.ts";
import { forbidden, found, runsWorkspace } from "./access.ts";
import { Allowance } from "./allowance.ts";
import type { RequestFacts } from "./requester.ts";
import { mintSecret, secretHash } from "./secrets.ts";

/** Addresses at which other systems post to a room; kept by those who manage the room. */
export function createIncomingWebhooks(store: Store, presence: Pick<PresencePort, "present">) {
  const allowance = new Allowance(limits.incomingWebhook);
  return {
    async list(actor: User, roomId: string): Promise<IncomingWebhook[]> {
      await requireManaged(actor, roomId);
      return store.incomingWebhooksOf(roomId);
    },

    async create(
      actor: User,
      { roomId, name }: IncomingWebhookCreate,
      { publicUrl }: RequestFacts,
    ): Promise<AddressedWebhook> {
      await requireManaged(actor, roomId);
      if ((await store.incomingWebhooksOf(roomId)).length >= limits.incomingWebhooksPerRoom) {
        throw forbidden(`Delete a webhook first: ${limits.incomingWebhooksPerRoom} are the most.`);
      }
      const secret = mintSecret();
      const webhook = await store.createIncomingWebhook({
        roomId,
        name,
        createdBy: actor.id,
        secretHash: secretHash(secret),
      });
      return { webhook, url: publicUrl + incomingWebhookPath(secret) };
    },

    /** The address before it stops working at once. */
    async rotate(
      actor: User,
      webhookId: string,
      { publicUrl }: RequestFacts,
    ): Promise<AddressedWebhook> {
      await ownWebhook(actor, webhookId);
      const secret = mintSecret();
      const webhook = await store.rotateIncomingWebhook(webhookId, secretHash(secret));
      return { webhook, url: publicUrl + incomingWebhookPath(secret) };
    },

    async delete(actor: User, webhookId: string): Promise<void> {
      await ownWebhook(actor, webhookId);
      await store.deleteIncomingWebhook(webhookId);
    },

    /** [RT2] Whoever has the address may; the same client id posts once. */
    async post(
      secret: string,
      message: { body: string; authorName: string | null; clientId: string },
    ): Promise<Message> {
      const webhook = found(await store.incomingWebhookBySecret(secretHash(secret)), "webhook");
      allowance.take(webhook.id);
      const usedAt = webhook.lastUsedAt === null ? 0 : Date.parse(webhook.lastUsedAt);
      if (Date.now() - usedAt > touchAfterMs) await store.touchIncomingWebhook(webhook.id);
      return store.appendMessage({
        ...message,
        authorId: webhook.botId,
        roomId: webhook.roomId,
        threadRootId: null,
        attachmentIds: [],
        present: presence.present(),
      });
    },
  };

  async function ownWebhook(actor: User, webhookId: string): Promise<void> {
    const { roomId } = found(await store.incomingWebhook(webhookId), "webhook");
    await requireManaged(actor, roomId);
  }

  async function requireManaged(actor: User, roomId: string): Promise<void> {
    const room = found(await store.room(actor.id, roomId, "visible"), "room");
    if (room.kind === "direct") throw forbidden("A direct room has no webhooks.");
    if (room.archivedAt !== null) throw new SnugError("ROOM_ARCHIVED", "This room is archived.");
    if (runsWorkspace(actor) || (await store.memberRole(actor.id, roomId)) === "admin") return;
    throw forbidden("Only admins of this room may do this.");
  }
}

/** A webhook in use is written to no more often than this. */
const touchAfterMs = 60_000;
