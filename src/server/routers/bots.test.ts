import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";

import { createSnugClient } from "../../client/index.ts";
import { until } from "../../testing/clients.ts";
import { outcomeOf } from "../../testing/failure.ts";
import { setUp, signUp } from "../../testing/people.ts";
import type { TestServer } from "../../testing/server.ts";
import { startTestServer } from "../../testing/server.ts";

const names = { displayName: "Herald", username: "herald" };

function programOf({ url }: TestServer, token: string) {
  return createSnugClient({ url, token, wake: () => () => {} });
}

it("lets a bot take part in the rooms it was added to, until it is deactivated", async () => {
  await using server = await startTestServer();
  await using owner = await setUp(server);
  const { user } = await owner.api.bots.create.mutate(names);
  const made = await owner.api.bots.createToken.mutate({
    botId: user.id,
    name: "Production",
    scope: "write",
  });
  expect(made.secret).toMatch(/^snug_bot_/);
  await using bot = programOf(server, made.secret);
  await bot.connect();
  expect(bot.snapshot?.me.id).toBe(user.id);
  expect(bot.snapshot?.rooms).toEqual([]);

  const { id: roomId } = (await owner.api.rooms.browse.query({}))[0] ?? { id: "" };
  const message = { roomId, clientId: uuidv7(), body: "Build 12 is out" };
  expect(await outcomeOf(bot.api.rooms.join.mutate({ roomId }))).toBe("NOT_FOUND");
  expect(await outcomeOf(bot.api.messages.send.mutate(message))).toBe("NOT_FOUND");
  await owner.api.rooms.invite.mutate({ roomId, userIds: [user.id] });
  await until(bot, () => bot.snapshot?.rooms[0]?.id === roomId);
  expect(await bot.api.messages.send.mutate(message)).toMatchObject({ authorId: user.id });

  const denKind = { kind: "private", name: "Den" } as const;
  expect(await outcomeOf(bot.api.rooms.create.mutate(denKind))).toBe("FORBIDDEN");
  await owner.api.bots.setStatus.mutate({ botId: user.id, status: "deactivated" });
  await until(bot, () => bot.connection.status === "signed-out");
  await owner.api.bots.setStatus.mutate({ botId: user.id, status: "active" });
  // Its tokens ended for good.
  expect(await outcomeOf(bot.api.workspace.get.query())).toBe("UNAUTHENTICATED");
});

it("leaves a bot to its owner and to admins", async () => {
  await using server = await startTestServer();
  await using owner = await setUp(server);
  await using ada = await signUp(server, owner, { name: "ada", role: "admin" });
  await using mia = await signUp(server, owner, { name: "mia" });
  const { user } = await ada.api.bots.create.mutate(names);
  const botId = user.id;
  expect(await outcomeOf(mia.api.bots.create.mutate({ ...names, username: "x2" }))).toBe(
    "FORBIDDEN",
  );
  expect(await mia.api.bots.list.query()).toEqual([]);
  for (const ask of [
    () => mia.api.bots.update.mutate({ botId, displayName: "Mine" }),
    () => mia.api.bots.setStatus.mutate({ botId, status: "deactivated" }),
    () => mia.api.bots.tokens.query({ botId }),
    () => mia.api.bots.createToken.mutate({ botId, name: "Mine", scope: "write" }),
    // Nor is a person a bot.
    () => owner.api.bots.createToken.mutate({ botId: mia.user.id, name: "Mia", scope: "write" }),
  ]) {
    expect(await outcomeOf(ask())).toBe("NOT_FOUND");
  }

  await owner.api.admin.setRole.mutate({ userId: ada.user.id, role: "member" });
  const { token } = await ada.api.bots.createToken.mutate({ botId, name: "Own", scope: "read" });
  expect(await owner.api.bots.tokens.query({ botId })).toEqual([token]);
  await ada.api.bots.update.mutate({ botId, displayName: "Crier" });
  expect(await ada.api.bots.list.query()).toMatchObject([
    { ownerId: ada.user.id, user: { displayName: "Crier", username: "herald" } },
  ]);
  await owner.api.bots.revokeToken.mutate({ botId, tokenId: token.id });
  expect(await ada.api.bots.tokens.query({ botId })).toEqual([]);
});
