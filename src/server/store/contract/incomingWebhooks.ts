import { describe, expect, it } from "vitest";
import type { Open, Team } from "./team.ts";
import { openTeam, refusal, storyOf } from "./team.ts";

export function describeIncomingWebhooks(open: Open): void {
  describe("incoming webhooks", () => {
    it("are made with a bot of their own, in their room", async () => {
      const team = await openTeam(open);
      const { reopen, ann, lobby } = team;
      expect(await storyOf(team, () => create(team))).toEqual([
        "user.created to all",
        "member.joined to room",
        "room.added to someone new",
      ]);
      const reopened = await reopen();
      const [webhook] = await reopened.incomingWebhooksOf(lobby);
      expect(webhook).toMatchObject({ name: "Alerts", createdBy: ann.id, lastUsedAt: null });
      expect(await reopened.incomingWebhook(webhook?.id ?? "")).toEqual(webhook);
      expect(await reopened.incomingWebhookBySecret("h1")).toEqual(webhook);
      expect(await reopened.bot(webhook?.botId ?? "")).toMatchObject({ ownerId: ann.id });
      expect(await reopened.memberRole(webhook?.botId ?? "", lobby)).toBe("member");
    });

    it("have bots that are called after them, with a number behind what is taken", async () => {
      const team = await openTeam(open);
      const names = [];
      for (const name of ["Night Alerts", "night alerts!", "🚨"]) {
        const { botId } = await create(team, name);
        names.push((await team.store.user(botId))?.username);
      }
      expect(names).toEqual(["night-alerts", "night-alerts-2", "webhook"]);
    });

    it("say what they have to say under any name", async () => {
      const team = await openTeam(open);
      const { botId } = await create(team);
      const said = await team.store.appendMessage({
        authorId: botId,
        roomId: team.lobby,
        clientId: "018f0000-0000-7000-8000-000000000001",
        body: "Disk full",
        authorName: "Watchdog",
        threadRootId: null,
        attachmentIds: [],
      });
      expect(said).toMatchObject({ authorId: botId, authorName: "Watchdog" });
    });

    it("get another address, and tell when they were used", async () => {
      const team = await openTeam(open);
      const { store } = team;
      const { id } = await create(team);
      await store.touchIncomingWebhook(id);
      expect(await store.rotateIncomingWebhook(id, "h2")).toMatchObject({
        id,
        lastUsedAt: expect.any(String),
      });
      expect(await store.incomingWebhookBySecret("h1")).toBeNull();
      expect(await store.incomingWebhookBySecret("h2")).toMatchObject({ id });
      const none = () => store.rotateIncomingWebhook("none", "h3");
      expect(await refusal(store, none)).toBe("NOT_FOUND");
    });

    it("end with their bot's leave, with its deactivation, and with the room", async () => {
      const team = await openTeam(open);
      const { store, lobby } = team;
      const { id, botId } = await create(team);
      await store.deleteIncomingWebhook(id);
      expect(await store.incomingWebhookBySecret("h1")).toBeNull();
      expect(await store.memberRole(botId, lobby)).toBeNull();
      expect((await store.user(botId))?.status).toBe("deactivated");
      expect(await refusal(store, () => store.deleteIncomingWebhook(id))).toBe("NOT_FOUND");

      const other = await create(team);
      await store.setAccountStatus(other.botId, "deactivated");
      expect(await store.incomingWebhookBySecret("h1")).toBeNull();
      await store.deleteRoom(lobby);
      expect(await store.incomingWebhook(other.id)).toBeNull();
    });
  });
}

function create({ store, ann, lobby }: Team, name = "Alerts") {
  return store.createIncomingWebhook({
    roomId: lobby,
    name,
    createdBy: ann.id,
    secretHash: name === "Alerts" ? "h1" : `hash of ${name}`,
  });
}
