import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";

import { createSnugClient } from "../../client/index.ts";
import { outcomeOf } from "../../testing/failure.ts";
import { openHouse } from "../../testing/house.ts";

it("[RT4] [RT5] a bot hears its commands over its stream, also when that broke meanwhile", async () => {
  await using house = await openHouse();
  const { olivia, mia, roomId } = house;
  const { user } = await olivia.api.bots.create.mutate({ username: "ship", displayName: "Ship" });
  const token = { botId: user.id, name: "ship", scope: "write" } as const;
  const { secret } = await olivia.api.bots.createToken.mutate(token);
  await olivia.api.rooms.invite.mutate({ roomId, userIds: [user.id] });

  await using bot = createSnugClient({ url: house.url, token: secret });
  const command = { name: "Deploy", summary: "Bring it out" };
  await bot.connect();
  expect(await bot.api.botCommands.set.mutate({ commands: [command] })).toMatchObject([
    { name: "deploy", botId: user.id },
  ]);
  const heard: string[] = [];
  bot.on("command.invoked", ({ invocation }) => heard.push(invocation.text));
  const invoke = (text: string, clientId = uuidv7()) =>
    mia.api.botCommands.invoke.mutate({ roomId, clientId, name: "deploy", text });
  await invoke("one");
  await expect.poll(() => heard).toEqual(["one"]);
  house.proxy.goOffline();
  const clientId = uuidv7();
  expect(await invoke("two", clientId)).toEqual(await invoke("two", clientId));
  house.proxy.resume();
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual(["one", "two"]);

  const refused = outcomeOf(mia.api.botCommands.set.mutate({ commands: [command] }));
  expect(await refused).toBe("FORBIDDEN");
});
