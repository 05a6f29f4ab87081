import type { Delivery, WebhookEvent } from "../../../shared/outgoingWebhooks.ts";

export const eventWords: Record<WebhookEvent, string> = {
  "message.created": "a message is sent",
  "message.edited": "a message is edited",
  "message.deleted": "a message is deleted",
  "reaction.added": "someone reacts",
  "reaction.removed": "a reaction is taken back",
  "member.joined": "someone joins a room",
  "member.left": "someone leaves a room",
  "room.updated": "a room changes",
  "user.created": "someone new is here",
  "user.updated": "someone’s profile changes",
};

/** How a delivery went so far. */
export function deliveryWords({ state, status, answer }: Delivery): string {
  const answered = status === null ? answer : `answered with ${status}`;
  if (state === "delivered") return `Delivered, ${answered}`;
  if (state === "failed") return `Given up, ${answered}`;
  return answered === "" ? "On its way" : `Will be tried again, ${answered}`;
}
