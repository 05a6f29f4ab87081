import { createSnugClient } from "../src/client/index.ts";
import { expectAccessible } from "./axe.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("a bot does what a person writes after a slash, and answers", async ({ person, server }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await expect(adas.composer).toBeVisible();
  const { user } = await ada.api.bots.create.mutate({ username: "ship", displayName: "Ship" });
  const { rooms } = await ada.api.events.snapshot.query();
  const roomId = rooms[0]?.id ?? "";
  await ada.api.rooms.invite.mutate({ roomId, userIds: [user.id] });
  const made = await ada.api.bots.createToken.mutate({
    botId: user.id,
    name: "ship",
    scope: "write",
  });

  await using bot = createSnugClient({ url: server.url, token: made.secret });
  bot.on("command.invoked", ({ invocation: { id, name, text, userId } }) => {
    void bot.api.botCommands.answer.mutate({ invocationId: id, body: `On its way to ${text}` });
    void bot.room(roomId).send(`<@${userId}> asked me to ${name}`);
  });
  await bot.connect();
  await bot.api.botCommands.set.mutate({
    commands: [{ name: "deploy", takes: "where to", summary: "Bring out the latest build" }],
  });

  await adas.composer.pressSequentially("/dep");
  const suggestions = ada.page.getByRole("listbox", { name: "Suggestions" });
  await expect(suggestions.getByRole("option")).toHaveText([/\/deploy/]);
  await adas.composer.press("Enter");
  await expect(ada.page.getByText("/deploy where to: Bring out the latest build")).toBeVisible();
  await adas.composer.pressSequentially("staging");
  await adas.composer.press("Enter");
  await expect(adas.composer).toHaveValue("");
  await expect(graces.message("@Ada Lovelace asked me to deploy")).toBeVisible();
  await expect(ada.page.getByText("On its way to staging")).toBeVisible();
  await expectAccessible(ada.page);
  // For her alone.
  await expect(grace.page.getByText("On its way to staging")).toHaveCount(0);
  await ada.page.getByRole("button", { name: "Put away" }).click();
  await expect(ada.page.getByText("On its way to staging")).toHaveCount(0);

  await ada.api.bots.setStatus.mutate({ botId: user.id, status: "deactivated" });
  await adas.say("/deploy staging");
  await expect(ada.page.getByRole("alert")).toContainText("There is no command /deploy.");
});
