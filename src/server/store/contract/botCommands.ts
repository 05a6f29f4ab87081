import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import type { Open, Team } from "./team.ts";
import { loggedBy, openTeam, refusal, storyOf } from "./team.ts";

const deploy = { name: "deploy", takes: "where to", summary: "Bring it out" };

export function describeBotCommands(open: Open): void {
  describe("commands of bots", () => {
    it("are what a bot said last, in the rooms that it is in", async () => {
      const team = await openTeam(open);
      const { store, ann, lobby } = team;
      const botId = await addBot(team, "herald");
      await store.setBotCommands(botId, [deploy, { ...deploy, name: "undo" }]);
      expect(await store.commandsIn(lobby)).toEqual([]);
      await store.addMembers(lobby, [botId]);
      expect((await store.commandsIn(lobby)).map(({ name }) => name)).toEqual(["deploy", "undo"]);
      expect(await store.setBotCommands(botId, [deploy])).toEqual([{ ...deploy, botId }]);
      expect(await store.commandsIn(lobby)).toEqual([{ ...deploy, botId }]);
      const other = await addBot(team, "porter");
      await store.setBotCommands(other, [{ ...deploy, name: "carry" }]);
      const taken = () => store.setBotCommands(other, [{ ...deploy, name: "fetch" }, deploy]);
      expect(await refusal(store, taken)).toBe("INVALID_INPUT");
      await store.addMembers(lobby, [other]);
      expect((await store.commandsIn(lobby)).map(({ name }) => name)).toEqual(["carry", "deploy"]);
      await store.setAccountStatus(botId, "deactivated");
      expect((await store.commandsIn(lobby)).map(({ name }) => name)).toEqual(["carry"]);
      expect(ann.role).toBe("owner");
    });

    it("[RT1] [RT2] are told to their bot alone, once, with what was written", async () => {
      const team = await openTeam(open);
      const { store, bob, lobby } = team;
      const botId = await addBot(team, "herald");
      await store.setBotCommands(botId, [deploy]);
      await store.addMembers(lobby, [botId]);
      const invoke = written(team, { text: "staging" });
      const events = await loggedBy(store, invoke);
      expect(events).toMatchObject([
        {
          audience: { kind: "user", userId: botId },
          event: {
            type: "command.invoked",
            invocation: { roomId: lobby, userId: bob.id, botId, name: "deploy", text: "staging" },
          },
        },
      ]);
      const first = await invoke();
      expect(await loggedBy(store, invoke)).toEqual([]);
      // Also when it could not be given any more.
      await store.archiveRoom(lobby, true);
      expect(await invoke()).toEqual(first);
    });

    it("are refused where they are not offered", async () => {
      const team = await openTeam(open);
      const { store, ann, bob, gus, lobby, say } = team;
      const botId = await addBot(team, "herald");
      await store.setBotCommands(botId, [deploy]);
      expect(await refusal(store, written(team, {}))).toBe("NOT_FOUND");
      await store.addMembers(lobby, [botId]);
      expect(await refusal(store, written(team, { name: "undo" }))).toBe("NOT_FOUND");
      expect(await refusal(store, written(team, { userId: gus.id }))).toBe("NOT_FOUND");
      const den = await store.createRoom({
        kind: "private",
        name: "Den",
        topic: "",
        createdBy: ann.id,
        userIds: [bob.id],
      });
      const { id: threadRootId } = await say(bob, "Elsewhere", { roomId: den.id });
      expect(await refusal(store, written(team, { threadRootId }))).toBe("NOT_FOUND");
      await store.archiveRoom(lobby, true);
      expect(await refusal(store, written(team, {}))).toBe("ROOM_ARCHIVED");
    });

    it("are answered by their bot to who gave them, and to nobody else", async () => {
      const team = await openTeam(open);
      const { store, bob, lobby } = team;
      const botId = await addBot(team, "herald");
      const other = await addBot(team, "porter");
      await store.setBotCommands(botId, [deploy]);
      await store.addMembers(lobby, [botId, other]);
      const { id: invocationId } = await written(team, {})();
      const answer = () => store.answerCommand(botId, { invocationId, body: "Under way" });
      expect(await storyOf(team, answer)).toEqual(["command.answered to bob"]);
      const forged = () => store.answerCommand(other, { invocationId, body: "Never" });
      expect(await refusal(store, forged)).toBe("NOT_FOUND");
      await store.removeMember(lobby, bob.id, "left");
      expect(await refusal(store, answer)).toBe("NOT_FOUND");
    });
  });
}

async function addBot({ store, ann }: Team, username: string): Promise<string> {
  return (await store.createBot({ username, displayName: username, ownerId: ann.id })).id;
}

function written(
  { store, bob, lobby }: Team,
  change: { userId?: string; name?: string; text?: string; threadRootId?: string },
) {
  const { userId = bob.id, name = "deploy", text = "", threadRootId = null } = change;
  const command = { roomId: lobby, clientId: uuidv7(), name, text, threadRootId };
  return () => store.invokeCommand(userId, command);
}
