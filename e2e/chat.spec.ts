import type { Locator } from "@playwright/test";
import { v7 } from "uuid";

import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

test("two people talk: typing, edits, deletions, reactions and threads arrive live", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];

  await adas.composer.pressSequentially("Is the kettle on");
  await expect(grace.page.getByText("Ada Lovelace is typing")).toBeVisible();
  await adas.composer.press("Enter");
  await expect(graces.message("Is the kettle on")).toBeVisible();
  await expect(grace.page.getByText("Ada Lovelace is typing")).toHaveCount(0);

  await adas.composer.press("ArrowUp");
  await ada.page.getByRole("textbox", { name: "Edit message" }).fill("Is the kettle on?");
  await ada.page.keyboard.press("Enter");
  await expect(graces.message("Is the kettle on?")).toContainText("(edited)");

  await graces.act("Is the kettle on?", "Add a reaction");
  await grace.page
    .getByRole("dialog", { name: "Add a reaction" })
    .getByRole("button")
    .first()
    .click();
  await expect(adas.message("Is the kettle on?").getByRole("button", { name: /1/ })).toBeVisible();

  await graces.act("Is the kettle on?", "Reply in thread");
  const reply = grace.page.getByRole("textbox", { name: "Reply" });
  await reply.fill("It whistles");
  await reply.press("Enter");
  await adas
    .message("Is the kettle on?")
    .getByRole("link", { name: /1 reply/ })
    .click();
  await expect(ada.page.getByText("It whistles")).toBeVisible();
  await ada.page.keyboard.press("Escape");

  await graces.say("Wrong room, sorry");
  await expect(adas.message("Wrong room, sorry")).toBeVisible();
  await graces.choose("Wrong room, sorry", "Delete");
  await grace.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await adas.expectNoMessage("Wrong room, sorry");
});

test("presence follows people, not their windows", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  await ada.api.rooms.openDirect.mutate({ userIds: [grace.user.id] });
  const line = sidebarRoom(ada.page, "Grace Hopper");
  await expect(line.getByRole("img", { name: "Online" })).toBeVisible();

  const secondTab = await grace.context.newPage();
  await secondTab.goto("/");
  await expect(sidebarRoom(secondTab, "general")).toBeVisible();
  await grace.page.close();
  await secondTab.getByRole("button", { name: /^You: Grace Hopper/ }).click();
  await secondTab.getByRole("menuitemradio", { name: /Do not disturb/ }).click();
  await expect(line.getByRole("img", { name: "Do not disturb" })).toBeVisible();

  await secondTab.close();
  await expect(line.getByRole("img", { name: "Offline" })).toBeVisible({ timeout: 20_000 });
});

test("unread rooms stand out, open at the first unread message, and are read when seen", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const room = await ada.api.rooms.create.mutate({
    kind: "public",
    name: "Kitchen",
    userIds: [grace.user.id],
  });
  await ada.page.goto(`/rooms/${room.id}`);
  const adas = new RoomView(ada.page);
  for (const text of [`<@${grace.user.id}> your turn`, "Milk is out", "And the tea"]) {
    await ada.api.messages.send.mutate({ roomId: room.id, clientId: v7(), body: text });
  }
  const line = sidebarRoom(grace.page, "Kitchen");
  await expect(line).toContainText("1 mention");
  await expect(grace.page).toHaveTitle(/\(\d+\)/);

  await line.click();
  const graces = new RoomView(grace.page);
  await expect(graces.log.getByRole("separator", { name: "New messages" })).toBeVisible();
  await expect(graces.message("And the tea")).toBeVisible();
  await expect(line).not.toContainText("mention");

  await graces.choose("Milk is out", "Mark unread from here");
  await sidebarRoom(grace.page, "general").click();
  await expect(sidebarRoom(grace.page, "Kitchen")).toContainText("2");
  await expect(adas.message("And the tea")).toBeVisible();
});

test("what arrives while one reads above moves nothing, and a pill leads to the first of it", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const [room] = (await ada.api.events.snapshot.query()).rooms;
  if (room === undefined) throw new Error("there is no first room");
  const say = (body: string) =>
    ada.api.messages.send.mutate({ roomId: room.id, clientId: v7(), body });
  for (let n = 1; n <= 60; n += 1) await say(`Old ${n}`);
  // Who comes now has read what was said before.
  const grace = await person("Grace Hopper");
  await grace.page.goto(`/rooms/${room.id}`);
  const graces = new RoomView(grace.page);
  await expect(graces.message("Old 60")).toBeVisible();
  // What was said before this page comes by itself.
  await atRest(graces.log);
  await graces.log.hover();
  await grace.page.mouse.wheel(0, -600);
  await expect(graces.message("Old 60")).not.toBeInViewport();
  await atRest(graces.log);
  const shown = await graces.log
    .getByRole("article")
    .evaluateAll((all) => all.find((each) => each.getBoundingClientRect().top > 200)?.textContent);
  const read = graces.message(/Old \d+/.exec(shown ?? "")?.[0] ?? "");
  await expect(read).toBeInViewport();
  const at = await read.boundingBox();

  for (let n = 1; n <= 40; n += 1) await say(`New ${n}`);
  const pill = grace.page.getByRole("button", { name: "40 new messages" });
  await expect(pill).toBeVisible();
  expect(await read.boundingBox()).toEqual(at);
  await pill.click();
  await expect(graces.message("New 1")).toBeInViewport();
  await expect(graces.message("Old 60")).toBeInViewport();
  await expect(graces.message("New 40")).not.toBeInViewport();
});

test("the newest message stays in sight of who wants no motion, whatever around it changes its size", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace", { reducedMotion: "reduce" });
  const [room] = (await ada.api.events.snapshot.query()).rooms;
  if (room === undefined) throw new Error("there is no first room");
  // The first are higher than what is in sight would have one think.
  for (let n = 1; n <= 24; n += 1) {
    const body = n <= 12 ? `Line ${n}\n\nwith more\n\nto say` : `Line ${n}`;
    await ada.api.messages.send.mutate({ roomId: room.id, clientId: v7(), body });
  }
  await ada.page.reload();
  const view = new RoomView(ada.page);
  const newest = view.message("Line 24");
  await expect(newest).toBeVisible();
  await atRest(view.log);
  await expect(newest).toBeInViewport({ ratio: 1 });

  await view.composer.fill("A draft\nthat\nmakes\nthe\nlist\nsmall");
  await atRest(view.log);
  await expect(newest).toBeInViewport({ ratio: 1 });
  await ada.page.setViewportSize({ width: 480, height: 420 });
  await atRest(view.log);
  await expect(newest).toBeInViewport({ ratio: 1 });
});

test("earlier messages come in few pages while one scrolls up, and what is in sight is not drawn anew", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const [room] = (await ada.api.events.snapshot.query()).rooms;
  if (room === undefined) throw new Error("there is no first room");
  // Of many heights, so that the scroll position is corrected all the time.
  for (let n = 1; n <= 160; n += 1) {
    const body = `Line ${n}${"\n\nand more".repeat(n % 4)}`;
    await ada.api.messages.send.mutate({ roomId: room.id, clientId: v7(), body });
  }
  const pages: string[] = [];
  ada.page.on("request", (request) => {
    // Several calls may be one request.
    const calls = new URL(request.url()).pathname.replace("/trpc/", "").split(",");
    pages.push(...calls.filter((call) => call === "messages.history"));
  });
  await ada.page.reload();
  const view = new RoomView(ada.page);
  await expect(view.message("Line 160")).toBeInViewport();
  await atRest(view.log);
  const drawnAnew = await view.log.evaluate(async (list) => {
    const gone: (string | null)[] = [];
    const { top, bottom } = list.getBoundingClientRect();
    while (list.querySelector("h2") === null) {
      const inSight = [...list.querySelectorAll("article")].filter((each) => {
        const at = each.getBoundingClientRect().top;
        return at > top && at < bottom - 200;
      });
      list.scrollBy(0, -100);
      await new Promise(requestAnimationFrame);
      gone.push(...inSight.filter((each) => !each.isConnected).map((each) => each.textContent));
    }
    return gone;
  });
  expect(drawnAnew).toEqual([]);
  expect(pages, "50 messages, 100 and the rest").toHaveLength(3);
});

test("messages are not painted anew for being scrolled", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const view = new RoomView(ada.page);
  await view.say("A long story\n".repeat(100));
  await atRest(view.log);
  const devTools = await ada.page.context().newCDPSession(ada.page);
  const painted = new Promise<string[]>((resolve) => {
    devTools.on("LayerTree.layerTreeDidChange", ({ layers = [] }) => {
      const rects = layers.flatMap(({ scrollRects = [] }) => scrollRects);
      if (layers.length > 0) resolve(rects.map(({ type }) => type));
    });
  });
  await devTools.send("DOM.enable");
  await devTools.send("LayerTree.enable");
  const moved = await view.log.evaluate((list) => {
    const before = list.scrollTop;
    list.scrollBy(0, -100);
    return before - list.scrollTop;
  });
  expect(moved).toBe(100);
  expect(await painted).not.toContain("RepaintsOnScroll");
});

test("a permalink opens a message in its context, far up in the history", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const [room] = (await ada.api.events.snapshot.query()).rooms;
  if (room === undefined) throw new Error("there is no first room");
  const ids: string[] = [];
  for (let n = 1; n <= 160; n += 1) {
    const body = `Line ${n}`;
    const message = { roomId: room.id, clientId: v7(), body };
    ids.push((await ada.api.messages.send.mutate(message)).id);
  }
  const view = new RoomView(ada.page);
  await ada.page.goto(`/rooms/${room.id}/m/${ids[19]}`);
  await expect(view.message("Line 20")).toBeInViewport();
  await expect(view.message("Line 19")).toBeVisible();
  await view.page.getByRole("button", { name: "Jump to newest" }).click();
  await expect(view.message("Line 160")).toBeInViewport();

  await view.log.hover();
  await expect(async () => {
    await ada.page.mouse.wheel(0, -4000);
    await expect(view.log.getByRole("heading", { name: "general" })).toBeInViewport({
      timeout: 500,
    });
  }).toPass();
  expect((await view.texts(/^Line 1$/)).length).toBe(1);
});

/** Resolves when the list has neither moved nor grown for a dozen frames. */
async function atRest(log: Locator): Promise<void> {
  await log.evaluate(async (list) => {
    for (let frames = 0, last = ""; frames < 12; frames += 1) {
      const now = `${list.scrollTop} of ${list.scrollHeight}`;
      if (now !== last) frames = 0;
      last = now;
      await new Promise(requestAnimationFrame);
    }
  });
}
