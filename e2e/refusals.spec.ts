import type { Locator, Page } from "@playwright/test";
import { v7 } from "uuid";

import { threadPath } from "../src/web/paths.ts";
import { expectAccessible } from "./axe.ts";
import { hold } from "./held.ts";
import type { Person } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

test("what is refused of a message, a pin or a saved one stands beside it, until it is done", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const view = new RoomView(page);
  const { id: messageId } = await say(ada, "Tea at four");
  await page.route(/messages\.(pin|save)\b/, (route) => route.abort());
  await view.choose("Tea at four", "Pin to this room");
  const note = view.message("Tea at four").getByRole("alert");
  await expect(note).toContainText("It was not pinned. The server cannot be reached");
  await expectNoToast(page);
  await expectAccessible(page);
  await page.unroute(/messages\.(pin|save)\b/);
  await note.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(view.message("Tea at four")).toContainText("Pinned by you");
  await expect(note).toHaveCount(0);
  await expect(view.message("Tea at four")).toBeFocused();

  await page.getByRole("link", { name: "Pinned messages" }).click();
  const pinned = page.getByRole("list", { name: "Pinned messages" }).getByRole("listitem");
  await page.route(/messages\.(pin|save)\b/, (route) => route.abort());
  await pinned.getByRole("button", { name: "Unpin" }).click();
  await expectRefused(pinned, "The message is still pinned.");

  await ada.api.messages.save.mutate({ messageId, on: true });
  await page.getByRole("link", { name: "Saved", exact: true }).click();
  const saved = page.getByRole("list", { name: "Saved messages" }).getByRole("listitem");
  await saved.getByRole("button", { name: "Remove" }).click();
  await expectRefused(saved, "The message is still saved.");
});

test("what is refused of a thread or of a room stands beside it", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const root = await say(ada, "Tea at four");
  await say(ada, "With milk", root.id);
  await page.goto("/threads");
  await page.route(/threads\.follow|rooms\.setPreferences/, (route) => route.abort());
  const thread = page.getByRole("list", { name: "Threads" }).getByRole("listitem");
  await thread.getByRole("button", { name: "Unfollow" }).click();
  await expectRefused(thread, "You still follow this thread.");

  await page.goto(threadPath(root.roomId, root.id));
  const replies = page.getByRole("log", { name: "Replies" });
  await replies.getByRole("button", { name: "Unfollow" }).click();
  await expectRefused(replies, "You still follow this thread.");

  await sidebarRoom(page, "general").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Mute" }).click();
  const row = page
    .getByRole("navigation", { name: "Workspace" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "general" }) });
  await expectRefused(row, "Your settings for general are as they were.");
});

test("what is refused and nowhere in sight is told, with a way to try again", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const view = new RoomView(page);
  await say(ada, "Tea at four");
  await ada.api.rooms.create.mutate({ kind: "public", name: "Kitchen" });
  const held = await hold(page, /messages\.pin\b/, (route) => route.abort());
  await view.choose("Tea at four", "Pin to this room");
  await sidebarRoom(page, "Kitchen").click();
  await expect(page.getByRole("log", { name: "Messages in #Kitchen" })).toBeVisible();
  held.release();
  const toast = page.getByRole("status").filter({ hasText: "It was not pinned." });
  await expect(toast).toBeVisible();
  await page.unroute(/messages\.pin\b/);
  await toast.getByRole("button", { name: "Try again" }).click();
  await sidebarRoom(page, "general").click();
  await expect(view.message("Tea at four")).toContainText("Pinned by you");
  await expect(view.message("Tea at four").getByRole("alert")).toHaveCount(0);
});

/** It says so there and nowhere else, and says no more once it was put away. */
async function expectRefused(part: Locator, words: string) {
  const note = part.getByRole("alert");
  await expect(note).toContainText(words);
  await expect(note).toContainText("The server cannot be reached");
  await expectNoToast(part.page());
  await expectAccessible(part.page());
  await note.getByRole("button", { name: "Dismiss" }).click();
  await expect(note).toHaveCount(0);
}

async function expectNoToast(page: Page) {
  await expect(page.getByRole("status").filter({ hasText: "cannot be reached" })).toHaveCount(0);
}

/** Says something in the first room. */
async function say({ api }: Person, body: string, threadRootId: string | null = null) {
  const [room] = (await api.events.snapshot.query()).rooms;
  return api.messages.send.mutate({ roomId: room?.id ?? "", clientId: v7(), body, threadRootId });
}
