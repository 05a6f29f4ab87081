import { v7 } from "uuid";

import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

/** Sends may travel in one request with other calls. */
const sends = /messages\.send/;

test("[RT13] what is sent offline stands there, survives a reload, and arrives once", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await expect(adas.composer).toBeVisible();

  await ada.page.route(sends, (route) => route.abort());
  await adas.say("Written in the tunnel");
  await adas.say("Still in the tunnel");
  await expect(adas.message("Still in the tunnel")).toBeVisible();
  await ada.page.reload();
  await expect(adas.message("Still in the tunnel")).toBeVisible();
  await expect(graces.message("Written in the tunnel")).toHaveCount(0);

  await ada.page.unroute(sends);
  await expect(graces.message("Still in the tunnel")).toBeVisible({ timeout: 30_000 });
  expect(await graces.texts(/tunnel$/)).toEqual(["Written in the tunnel", "Still in the tunnel"]);
  expect(await adas.texts(/tunnel$/)).toEqual(["Written in the tunnel", "Still in the tunnel"]);
});

test("[RT2] a send whose answer is lost is not sent twice", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  let lost = 0;
  await ada.page.route(sends, async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await adas.say("Once and only once");
  await adas.say("And after it");
  await expect(graces.message("And after it")).toBeVisible({ timeout: 30_000 });
  expect(lost).toBe(1);
  expect(await graces.texts(/nce$|it$/)).toEqual(["Once and only once", "And after it"]);
  await expect(adas.message("Once and only once")).toHaveCount(1);
});

test("a refused message stays, marked, with Retry and Delete", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const room = await ada.api.rooms.create.mutate({
    kind: "private",
    name: "Attic",
    userIds: [grace.user.id],
  });
  await grace.page.goto(`/rooms/${room.id}`);
  const graces = new RoomView(grace.page);
  let mayGo = () => {};
  const held = new Promise<void>((resolve) => (mayGo = resolve));
  await grace.page.route(sends, async (route) => {
    await held;
    await route.continue();
  });
  await graces.say("Too late for this");
  await ada.api.rooms.archive.mutate({ roomId: room.id, archived: true });
  mayGo();
  const failed = graces.message("Too late for this");
  await expect(failed.getByRole("alert")).toContainText("Not sent");

  await ada.api.rooms.archive.mutate({ roomId: room.id, archived: false });
  await failed.getByRole("button", { name: "Retry" }).click();
  await expect(failed.getByRole("alert")).toHaveCount(0);
  const stored = async () => {
    const { messages } = await ada.api.messages.history.query({ roomId: room.id });
    return messages.map(({ body }) => body);
  };
  await expect.poll(stored).toEqual(["Too late for this"]);
});

test("a server that is killed while someone writes loses nothing and doubles nothing", async ({
  person,
  server,
}) => {
  test.setTimeout(120_000);
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await expect(graces.composer).toBeVisible();

  const expected: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 4; n += 1) {
      const text = `Round ${round}, line ${n}`;
      expected.push(text);
      await adas.say(text);
      if (n === 1) await server.kill();
    }
    await server.start();
    await expect(graces.message(`Round ${round}, line 3`)).toBeVisible({ timeout: 30_000 });
  }
  expect(await graces.texts(/^Round/)).toEqual(expected);
  expect(await adas.texts(/^Round/)).toEqual(expected);
  const [room] = (await ada.api.events.snapshot.query()).rooms;
  const { messages } = await ada.api.messages.history.query({ roomId: room?.id ?? "" });
  expect(messages.map(({ body }) => body).filter((body) => body.startsWith("Round"))).toEqual(
    expected,
  );
});

test("the outage is said calmly, its end for a moment, and neither moves a thing", async ({
  person,
  server,
}) => {
  const ada = await person("Ada Lovelace");
  const room = new RoomView(ada.page);
  await expect(room.composer).toBeVisible();
  const said = ada.page.getByRole("status").filter({ hasText: /Reconnecting|Back online/ });
  await expect(said).toHaveCount(0);
  const places = async () => [await room.log.boundingBox(), await room.composer.boundingBox()];
  const before = await places();
  const oneself = ada.page.getByRole("button", { name: /^You: / });
  await expect(oneself).toContainText("Online");
  await server.stop();
  await expect(said).toHaveText("Reconnecting… your messages are kept");
  await expect(oneself).toContainText("Offline");
  expect(await places()).toEqual(before);
  await server.start();
  await expect(said).toHaveText("Back online", { timeout: 30_000 });
  await expect(oneself).toContainText("Online");
  expect(await places()).toEqual(before);
  await expect(said).toHaveCount(0);
  expect(await places()).toEqual(before);
});

test("what was read before can be read while the server is away, and goes on when it is back", async ({
  person,
  server,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const room = await ada.api.rooms.create.mutate({
    kind: "public",
    name: "Kitchen",
    userIds: [grace.user.id],
  });
  const view = new RoomView(grace.page);
  await ada.api.messages.send.mutate({
    roomId: room.id,
    clientId: v7(),
    body: "The kettle is on",
  });
  await sidebarRoom(grace.page, "Kitchen").click();
  await expect(view.message("The kettle is on")).toBeVisible();
  await view.act("The kettle is on", "Reply in thread");
  const reply = grace.page.getByRole("textbox", { name: "Reply" });
  await reply.fill("It whistles");
  await reply.press("Enter");
  const thread = grace.page.getByRole("complementary", { name: "Thread" });
  await expect(thread.getByText("It whistles")).toBeVisible();
  await sidebarRoom(grace.page, "general").click();
  await expect(view.composer).toHaveAccessibleName("Message #general");

  await server.stop();
  await expect(grace.page.getByText("Reconnecting").first()).toBeVisible();
  await sidebarRoom(grace.page, "Kitchen").click();
  await expect(view.message("The kettle is on")).toBeVisible();
  await view
    .message("The kettle is on")
    .getByRole("link", { name: /1 reply/ })
    .click();
  await expect(thread.getByText("It whistles")).toBeVisible();
  await grace.page.goBack();
  await expect(thread).toHaveCount(0);
  await view.say("Said in the dark");
  await grace.page.goBack();
  await expect(view.composer).toHaveAccessibleName("Message #general");

  await server.start();
  await sidebarRoom(grace.page, "Kitchen").click();
  const message = view.message("Said in the dark");
  await expect(message).toBeVisible();
  await ada.page.goto(`/rooms/${room.id}`);
  await expect(new RoomView(ada.page).message("Said in the dark")).toBeVisible();
});
