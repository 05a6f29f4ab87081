import { describe, expect, it, vi } from "vitest";
import type { WebhookEvent } from "../../../shared/outgoingWebhooks.ts";
import { importRoom, message } from "./imports.ts";
import type { Open, Team } from "./team.ts";
import { newUser, openTeam, past, refusal, soon } from "./team.ts";

export function describeOutgoingWebhooks(open: Open): void {
  describe("outgoing webhooks", () => {
    it("queue what happens after they were made, once and in order, over a restart", async () => {
      const team = await openTeam(open);
      const { store, reopen, bob, say } = team;
      await say(bob, "Before");
      const webhook = await create(team);
      await say(bob, "One");
      await store.queueDeliveries();
      await say(bob, "Two");
      const reopened = await reopen();
      await reopened.queueDeliveries();
      await reopened.queueDeliveries();
      const due = await reopened.dueDeliveries(soon(), 10);
      expect(due.map(({ body }) => bodyIn(body))).toEqual(["One", "Two"]);
      expect(due[0]).toMatchObject({ url: webhook.url, secret: "s1", attempts: 0 });
      expect(await reopened.dueDeliveries(past(), 10)).toEqual([]);
      expect(await reopened.outgoingWebhooks()).toEqual([webhook]);
    });

    it("are told nothing of private and direct rooms, and nothing that they did not ask for", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, lobby, say } = team;
      const den = await store.createRoom({
        kind: "private",
        name: "Den",
        topic: "",
        createdBy: ann.id,
        userIds: [bob.id],
      });
      const pair = await store.openDirect(ann.id, [bob.id]);
      await create(team);
      await say(bob, "Secret", { roomId: den.id });
      await say(bob, "Between us", { roomId: pair.id });
      const said = await say(bob, "Open");
      await store.setReaction(ann.id, said.id, "👍", true);
      await store.markRead(ann.id, lobby, said.seq, false);
      await store.queueDeliveries();
      const due = await store.dueDeliveries(soon(), 10);
      expect(due.map(({ body }) => bodyIn(body))).toEqual(["Open"]);
    });

    it("are told nothing of an import, and all of what happens meanwhile", async () => {
      const team = await openTeam(open);
      const { store, bob, say } = team;
      await create(team, ["message.created", "member.joined", "user.created"]);
      await say(bob, "Before");
      const { userId } = await store.importUser({
        ...newUser("sam"),
        key: "s:1",
        status: "active",
        bio: "",
        timeZone: null,
      });
      const { roomId } = await importRoom(team);
      await Promise.all([
        store.importMessages([message(team, roomId, { key: "m:1", authorId: userId })]),
        say(bob, "Meanwhile"),
        store.importMessages([message(team, roomId, { key: "m:2" })]),
      ]);
      await say(bob, "After");
      await store.queueDeliveries();
      const due = await store.dueDeliveries(soon(), 10);
      expect(due.map(({ body }) => bodyIn(body))).toEqual(["Before", "Meanwhile", "After"]);
    });

    it("keep how each attempt went, and try again when they are told to", async () => {
      const team = await openTeam(open);
      const { store, bob, say } = team;
      const { id: webhookId } = await create(team);
      await say(bob, "One");
      await store.queueDeliveries();
      const [due] = await store.dueDeliveries(soon(), 10);
      const deliveryId = due?.id ?? "";
      const nextAttemptAt = soon();
      const failed = { deliveryId, status: 500, answer: "Oh no" };
      await store.settleDelivery({ ...failed, state: "pending", nextAttemptAt });
      expect(await store.deliveriesOf(webhookId, 10)).toMatchObject([
        { state: "pending", attempts: 1, status: 500, answer: "Oh no", nextAttemptAt },
      ]);
      await store.settleDelivery({ ...failed, state: "failed", nextAttemptAt: null });
      expect(await store.dueDeliveries(soon(), 10)).toEqual([]);
      const asked = vi.fn<() => void>();
      const stopListening = store.onRedeliver(asked);
      await store.redeliver(webhookId, deliveryId);
      expect(asked).toHaveBeenCalledOnce();
      stopListening();
      expect(await store.dueDeliveries(soon(), 10)).toMatchObject([{ attempts: 0 }]);
      expect(await store.deliveriesOf(webhookId, 10)).toMatchObject([
        { state: "pending", attempts: 0, lastAttemptAt: null, status: null, answer: "" },
      ]);
      const stranger = () => store.redeliver("other", deliveryId);
      expect(await refusal(store, stranger)).toBe("NOT_FOUND");
    });

    it("are forgotten when they are done with, and go with their webhook", async () => {
      const team = await openTeam(open);
      const { store, bob, say } = team;
      const { id } = await create(team);
      await say(bob, "One");
      await say(bob, "Two");
      await store.queueDeliveries();
      const [one] = await store.dueDeliveries(soon(), 10);
      const answered = {
        status: 200,
        answer: "",
        state: "delivered",
        nextAttemptAt: null,
      } as const;
      await store.settleDelivery({ deliveryId: one?.id ?? "", ...answered });
      await store.forgetDeliveries(soon());
      expect(await store.deliveriesOf(id, 10)).toMatchObject([{ state: "pending" }]);
      await store.deleteOutgoingWebhook(id);
      expect(await store.dueDeliveries(soon(), 10)).toEqual([]);
      await store.settleDelivery({ deliveryId: one?.id ?? "", ...answered });
      expect(await refusal(store, () => store.deleteOutgoingWebhook(id))).toBe("NOT_FOUND");
    });
  });
}

function create({ store, ann }: Team, events: WebhookEvent[] = ["message.created"]) {
  return store.createOutgoingWebhook({
    url: "https://ci.example/hook",
    secret: "s1",
    events,
    createdBy: ann.id,
  });
}

function bodyIn(json: string): unknown {
  return /"body":"([^"]*)"/.exec(json)?.[1];
}
