import type { Locator, Page } from "@playwright/test";

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

function reactionOf(room: RoomView, text: string): Locator {
  return room.message(text).getByRole("list", { name: "Reactions" }).getByRole("button");
}

/** Holds what a page asks until it is released. */
async function hold(page: Page, asked: RegExp) {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(asked, async (route) => {
    await promise;
    await route.continue();
  });
  return { release: resolve };
}
