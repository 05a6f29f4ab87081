import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../shared/outgoingWebhooks.ts";
import { deliveryWords } from "./webhookWords.ts";

describe("deliveryWords", () => {
  it.each<[Delivery["state"], number | null, string, string]>([
    ["pending", null, "", "On its way"],
    ["pending", 503, "", "Will be tried again, answered with 503"],
    ["pending", null, "Connection refused", "Will be tried again, Connection refused"],
    ["delivered", 204, "", "Delivered, answered with 204"],
    ["failed", 500, "Oh no", "Given up, answered with 500"],
  ])("says of one that is %s after %s %j: %s", (state, status, answer, words) => {
    const at = "2026-01-01T00:00:00.000Z";
    expect(
      deliveryWords({
        id: "one",
        event: "message.created",
        state,
        attempts: 1,
        createdAt: at,
        lastAttemptAt: at,
        nextAttemptAt: null,
        status,
        answer,
      }),
    ).toBe(words);
  });
});
