import type { Locator } from "@playwright/test";

import { hold, watchFor } from "./held.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

test("a reaction, a pin and what one saves show before the server has heard of them", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say("Tea at four");
  await expect(graces.message("Tea at four")).toBeVisible();

  const held = await hold(grace.page, /messages\.(react|pin|save)/);
  await graces.act("Tea at four", "Add a reaction");
  const picker = grace.page.getByRole("dialog", { name: "Add a reaction" });
  await picker.getByRole("button").first().click();
  await graces.choose("Tea at four", "Save for later");
  await graces.message("Tea at four").focus();
  await grace.page.keyboard.press("p");
  await expect(graces.message("Tea at four")).toContainText("Pinned by you");
  await expect(graces.message("Tea at four")).toContainText("Saved for later");
  await expect(reactionOf(graces, "Tea at four")).toHaveText(/1$/);
  await expect(adas.message("Tea at four")).not.toContainText("Pinned");
  await expect(reactionOf(adas, "Tea at four")).toHaveCount(0);
  held.release();
  await expect(adas.message("Tea at four")).toContainText("Pinned by Grace Hopper");
  await expect(graces.message("Tea at four")).toContainText("Pinned by you");
  await expect(reactionOf(adas, "Tea at four")).toHaveText(/1$/);
});

test("what the server refuses is taken back, and says why", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const adas = new RoomView(ada.page);
  await adas.say("Tea at four");
  await expect(adas.message("Tea at four")).toBeVisible();
  await ada.page.route(/rooms\.setPreferences/, (route) => route.abort());
  await sidebarRoom(ada.page, "general").click({ button: "right" });
  await ada.page.getByRole("menuitem", { name: "Mute" }).click();
  await expect(ada.page.getByText("The server cannot be reached")).toBeVisible();
  await sidebarRoom(ada.page, "general").click({ button: "right" });
  await expect(ada.page.getByRole("menuitem", { name: "Mute" })).toBeVisible();
});

test("an edit and a deletion show before the server has heard of them", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say("Tea at four");
  await adas.say("Wrong room, sorry");
  await expect(graces.message("Wrong room, sorry")).toBeVisible();

  const held = await hold(ada.page, /messages\.(edit|delete)\b/);
  await adas.edit("Tea at four", "Tea at five");
  await expect(adas.message("Tea at five")).toContainText("(edited)");
  await expect(adas.composer).toBeFocused();
  await adas.remove("Wrong room, sorry");
  await adas.expectNoMessage("Wrong room, sorry");
  await adas.message("Tea at five").getByRole("button", { name: "(edited)" }).click();
  const versions = ada.page.getByRole("dialog", { name: "Versions of this message" });
  await expect(versions.getByRole("listitem")).toHaveText([
    /as it is now.*Tea at five/,
    /first version.*Tea at four/,
  ]);
  await ada.page.keyboard.press("Escape");
  await expect(graces.message("Tea at four")).toBeVisible();
  await expect(graces.message("Wrong room, sorry")).toBeVisible();
  const flickers = await watchFor(adas.log, /Tea at four|Wrong room/);
  held.release();
  await expect(graces.message("Tea at five")).toContainText("(edited)");
  await graces.expectNoMessage("Wrong room, sorry");
  await graces.say("Five it is");
  await expect(adas.message("Five it is")).toBeVisible();
  await expect(adas.message("Tea at five")).toContainText("(edited)");
  expect(await flickers.seen()).toEqual([]);
});

test("an edit that the server refuses is taken back, and its words are kept", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const adas = new RoomView(ada.page);
  await adas.say("Tea at four");
  await ada.api.rooms.create.mutate({ kind: "public", name: "Kitchen" });
  await ada.page.route(/messages\.edit\b/, (route) => route.abort());
  await adas.edit("Tea at four", "Tea at five");
  const said = adas.message("Tea at four");
  await expect(said.getByRole("alert")).toContainText("The server cannot be reached");
  await expect(said).not.toContainText("(edited)");
  await sidebarRoom(ada.page, "Kitchen").click();
  await expect(ada.page.getByRole("log", { name: "Messages in #Kitchen" })).toBeVisible();
  await sidebarRoom(ada.page, "general").click();
  await ada.page.unroute(/messages\.edit\b/);
  await said.getByRole("button", { name: "Edit again" }).click();
  const editor = ada.page.getByRole("textbox", { name: "Edit message" });
  await expect(editor).toHaveValue("Tea at five");
  await editor.press("Escape");
  await expect(said.getByRole("alert")).toBeVisible();
  await said.getByRole("button", { name: "Edit again" }).click();
  await editor.press("Enter");
  await expect(adas.message("Tea at five")).toContainText("(edited)");
  await expect(adas.message("Tea at five").getByRole("alert")).toHaveCount(0);
});

test("a message whose deletion the server refuses is there again", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const adas = new RoomView(ada.page);
  await adas.say("Tea at four");
  const held = await hold(ada.page, /messages\.delete/, (route) => route.abort());
  await adas.remove("Tea at four");
  await adas.expectNoMessage("Tea at four");
  held.release();
  await expect(adas.message("Tea at four")).toBeVisible();
  await expect(ada.page.getByText("The server cannot be reached")).toBeVisible();
});

test("in a thread, an edit of its root and deletions show at once", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const adas = new RoomView(page);
  await adas.say("Tea at four");
  await adas.act("Tea at four", "Reply in thread");
  const field = page.getByRole("textbox", { name: "Reply" });
  const timeline = page.getByRole("log", { name: "Messages in #general" });
  const replies = page.getByRole("log", { name: "Replies" });
  for (const text of ["With milk", "With lemon"]) {
    await field.fill(text);
    await field.press("Enter");
    await expect(replies).toContainText(text);
  }
  await expect(timeline).toContainText("2 replies");

  const held = await hold(page, /messages\.(edit|delete)\b/);
  const inThread = (text: string) =>
    replies.getByRole("article").filter({ has: page.getByText(text, { exact: true }) });
  const confirm = page.getByRole("dialog").getByRole("button", { name: "Delete" });
  await inThread("Tea at four").focus();
  await page.keyboard.press("e");
  const editor = page.getByRole("textbox", { name: "Edit message" });
  await editor.fill("Tea at five");
  await editor.press("Enter");
  await inThread("With milk").focus();
  await page.keyboard.press("Delete");
  await confirm.click();
  await expect(inThread("With milk")).toHaveCount(0);
  for (const log of [timeline, replies]) {
    await expect(log).toContainText("Tea at five");
    await expect(log).toContainText("1 reply");
  }
  await inThread("Tea at five").focus();
  await page.keyboard.press("Delete");
  await confirm.click();
  for (const log of [timeline, replies]) {
    await expect(log).toContainText("This message was deleted.");
    await expect(log).toContainText("1 reply");
  }
  const flickers = await watchFor(replies, /Tea at|With milk/);
  const answered = page.waitForResponse(/messages\.delete\b/);
  held.release();
  await answered;
  await adas.say("Never mind");
  await expect(timeline).toContainText("Never mind");
  expect(await flickers.seen()).toEqual([]);
});

test("what hangs holds nothing else back", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say("Tea at four");
  const held = await hold(ada.page, /messages\.pin/);
  await adas.choose("Tea at four", "Pin to this room");
  await expect(adas.message("Tea at four")).toContainText("Pinned by you");
  await adas.edit("Tea at four", "Tea at five");
  await expect(graces.message("Tea at five")).toContainText("(edited)");
  await expect(graces.message("Tea at five")).not.toContainText("Pinned");
  await expect(adas.message("Tea at five")).toContainText("Pinned by you");
  held.release();
  await expect(graces.message("Tea at five")).toContainText("Pinned by Ada Lovelace");
});

function reactionOf(room: RoomView, text: string): Locator {
  return room.message(text).getByRole("list", { name: "Reactions" }).getByRole("button");
}
