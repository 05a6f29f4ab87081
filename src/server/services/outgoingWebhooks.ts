import { limits } from "../../shared/limits.ts";
import type {
  CreatedOutgoingWebhook,
  Delivery,
  OutgoingWebhook,
  OutgoingWebhookCreate,
} from "../../shared/outgoingWebhooks.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { forbidden, requireAdmin } from "./access.ts";
import { mintSecret } from "./secrets.ts";

/** Addresses that are told what happens. */
export function createOutgoingWebhooks(store: Store) {
  return {
    async list(actor: User): Promise<OutgoingWebhook[]> {
      requireAdmin(actor);
      return store.outgoingWebhooks();
    },

    async create(
      actor: User,
      { url, events }: OutgoingWebhookCreate,
    ): Promise<CreatedOutgoingWebhook> {
      requireAdmin(actor);
      if ((await store.outgoingWebhooks()).length >= limits.outgoingWebhooks) {
        throw forbidden(`Delete a webhook first: ${limits.outgoingWebhooks} are the most.`);
      }
      const secret = `whsec_${Buffer.from(mintSecret(), "base64url").toString("base64")}`;
      const webhook = await store.createOutgoingWebhook({
        url,
        secret,
        events: [...new Set(events)],
        createdBy: actor.id,
      });
      return { webhook, secret };
    },

    async delete(actor: User, webhookId: string): Promise<void> {
      requireAdmin(actor);
      await store.deleteOutgoingWebhook(webhookId);
    },

    async deliveries(actor: User, webhookId: string): Promise<Delivery[]> {
      requireAdmin(actor);
      return store.deliveriesOf(webhookId, limits.deliveriesShown);
    },

    async redeliver(
      actor: User,
      { webhookId, deliveryId }: { webhookId: string; deliveryId: string },
    ): Promise<void> {
      requireAdmin(actor);
      await store.redeliver(webhookId, deliveryId);
    },
  };
}
