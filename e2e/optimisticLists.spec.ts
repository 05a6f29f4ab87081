import type { Locator, Page } from "@playwright/test";
import { v7 } from "uuid";

import { hold, watchFor } from "./held.ts";
import type { Person } from "./person.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("the list of pins shows what one does before the server has heard of it", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  for (const text of ["Tea at four", "Wrong room, sorry", "Bring a cup"]) {
    const { id: messageId } = await say(ada, text);
    await ada.api.messages.pin.mutate({ messageId, on: true });
  }
  await say(ada, "Keys: Bob");
  const [list, graceList] = [await openPins(ada.page), await openPins(grace.page)];
  const item = list.getByRole("listitem");
  await expect(item).toContainText(["Bring a cup", "Wrong room", "Tea at four"]);
  await expect(graceList.getByRole("listitem")).toHaveCount(3);

  const held = await hold(ada.page, /messages\.(edit|delete|pin)\b/);
  await adas.edit("Tea at four", "Tea at five");
  await adas.remove("Wrong room, sorry");
  await item.filter({ hasText: "Bring a cup" }).getByRole("button", { name: "Unpin" }).click();
  await adas.choose("Keys: Bob", "Pin to this room");
  await expect(item).toContainText(["Keys: Bob", "Tea at five"]);
  await expect(item).toHaveCount(2);
  await expect(item.first()).toContainText("Pinned by Ada Lovelace");
  await expect(graceList).not.toContainText(/Tea at five|Keys/);
  const flickers = await watchFor(list, /Tea at four|Wrong room|Bring a cup/);
  const asked = ada.page.waitForResponse(/messages\.pins/);
  held.release();
  await asked;
  await expect(graceList.getByRole("listitem")).toContainText(["Keys: Bob", "Tea at five"]);
  await graces.say("Five it is");
  await expect(adas.message("Five it is")).toBeVisible();
  await expect(item).toContainText(["Keys: Bob", "Tea at five"]);
  await expect(item).toHaveCount(2);
  expect(await flickers.seen()).toEqual([]);
});

test("an unpinning that the server refuses is taken back, and says why", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const { id: messageId } = await say(ada, "Tea at four");
  await ada.api.messages.pin.mutate({ messageId, on: true });
  const list = await openPins(ada.page);
  const held = await hold(ada.page, /messages\.pin\b/, (route) => route.abort());
  await list.getByRole("button", { name: "Unpin" }).click();
  await expect(ada.page.getByText("Nothing is pinned yet")).toBeVisible();
  held.release();
  await expect(list.getByRole("listitem")).toContainText("Tea at four");
  await expect(ada.page.getByText("The server cannot be reached")).toBeVisible();
});

test("what was found shows an edit and a deletion at once", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await say(ada, "Cake at four");
  await say(ada, "Cake in the wrong room");
  await expect(adas.message("Cake in the wrong room")).toBeVisible();
  const { found, hits, search } = await openSearch(ada.page);
  await search("cake");
  await expect(hits).toContainText(["wrong room", "four"]);

  const held = await hold(ada.page, /messages\.(edit|delete)\b/);
  await adas.edit("Cake at four", "Cake at five");
  await adas.remove("Cake in the wrong room");
  await expect(hits).toHaveCount(1);
  await expect(hits).toContainText("Cake at five");
  await expect(hits.locator("mark")).toHaveText("Cake");
  const flickers = await watchFor(found, /four|wrong room/);
  const asked = ada.page.waitForResponse(/search\.messages/);
  held.release();
  await asked;
  await expect(graces.message("Cake at five")).toBeVisible();
  await graces.expectNoMessage("Cake in the wrong room");
  await graces.say("Five it is");
  await expect(adas.message("Five it is")).toBeVisible();
  await expect(hits).toHaveCount(1);
  expect(await flickers.seen()).toEqual([]);
});

test("a search for what is pinned or saved follows what one does, and what others do", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const adas = new RoomView(ada.page);
  const tea = await say(ada, "Tea at four");
  const cups = await say(ada, "Cups for tea");
  const plates = await say(ada, "Plates for tea");
  for (const { id: messageId } of [tea, cups]) {
    await ada.api.messages.pin.mutate({ messageId, on: true });
  }
  await expect(adas.message("Cups for tea")).toContainText("Pinned by you");
  const { hits, search } = await openSearch(ada.page);
  await search("tea is:pinned");
  await expect(hits).toContainText(["Cups", "Tea at four"]);

  const held = await hold(ada.page, /messages\.(pin|save)\b/);
  await adas.choose("Cups for tea", "Unpin");
  await expect(hits).toHaveCount(1);
  await grace.api.messages.pin.mutate({ messageId: plates.id, on: true });
  await expect(hits).toContainText(["Plates", "Tea at four"]);
  await grace.api.messages.pin.mutate({ messageId: tea.id, on: false });
  await expect(hits).toHaveCount(1);
  held.release();
  await expect(adas.message("Cups for tea")).not.toContainText("Pinned");
  await expect(hits).toContainText(["Plates"]);

  await search("is:saved");
  await expect(ada.page.getByText("Nothing found", { exact: true }).first()).toBeVisible();
  await adas.choose("Plates for tea", "Save for later");
  await expect(hits).toContainText(["Plates"]);
  await adas.choose("Plates for tea", "Remove from saved");
  await expect(hits).toHaveCount(0);
});

test("what one saved and the threads that one follows show what is under way", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const { page } = ada;
  const [adas, graces] = [new RoomView(page), new RoomView(grace.page)];
  const root = await say(ada, "Tea at four");
  await say(ada, "With milk", root.id);
  await say(ada, "Milk or lemon?");
  const cups = await say(ada, "Cups");
  for (const { id: messageId } of [root, cups]) {
    await ada.api.messages.save.mutate({ messageId, on: true });
  }
  await expect(adas.message("Cups")).toContainText("Saved for later");

  const held = await hold(page, /messages\.(edit|delete|save)\b/);
  await adas.edit("Tea at four", "Tea at five");
  await adas.choose("Milk or lemon?", "Save for later");
  await page.getByRole("link", { name: /^Threads/ }).click();
  const threads = page.getByRole("list", { name: "Threads" });
  await expect(threads.getByRole("listitem")).toContainText("Tea at five");
  await page.getByRole("link", { name: "Saved", exact: true }).click();
  const list = page.getByRole("list", { name: "Saved messages" });
  const item = list.getByRole("listitem");
  await item.filter({ hasText: "Cups" }).getByRole("button", { name: "Remove" }).click();
  await expect(item).toContainText(["Milk or lemon?", "Tea at five"]);
  await expect(item).toHaveCount(2);
  const flickers = await watchFor(list, /Tea at four|Cups/);
  const asked = page.waitForResponse(/messages\.saved/);
  held.release();
  await asked;
  await expect(graces.message("Tea at five")).toBeVisible();
  await expect(item).toContainText(["Milk or lemon?", "Tea at five"]);
  await expect(item).toHaveCount(2);
  expect(await flickers.seen()).toEqual([]);
});

async function openPins(page: Page): Promise<Locator> {
  await page.getByRole("link", { name: "Pinned messages" }).click();
  return page.getByRole("complementary", { name: "Details" });
}

async function openSearch(page: Page) {
  await page.keyboard.press("Control+Shift+f");
  const pane = page.getByRole("complementary", { name: "Search" });
  const field = pane.getByRole("combobox");
  const found = pane.getByRole("list", { name: "Results" });
  return {
    found,
    hits: found.getByRole("listitem"),
    search: async (text: string) => {
      await field.fill(text);
      await field.press("Enter");
    },
  };
}

/** Says something in the first room. */
async function say({ api }: Person, body: string, threadRootId: string | null = null) {
  const [room] = (await api.events.snapshot.query()).rooms;
  return api.messages.send.mutate({ roomId: room?.id ?? "", clientId: v7(), body, threadRootId });
}
