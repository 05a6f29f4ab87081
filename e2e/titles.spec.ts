import { v7 } from "uuid";

import { RoomView } from "./room.ts";
import { holdBack } from "./slowCode.ts";
import { expect, test } from "./test.ts";

test("the window is called after what it shows, also where there is no room", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const { page } = ada;
  await expect(page).toHaveTitle("#general · The Snug");
  const garden = await grace.api.rooms.create.mutate({ kind: "public", name: "Garden" });
  await page.goto(`/rooms/${garden.id}`);
  await expect(page).toHaveTitle("#Garden · The Snug");
  await page.goto(`/rooms/${v7()}`);
  await expect(page).toHaveTitle("This room is not here · Snug");
  await page.goto("/nowhere");
  await expect(page).toHaveTitle("There is nothing here · Snug");
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole("link", { name: "Back to the rooms" }).click();
  await expect(page).toHaveTitle("The Snug");
});

test("a private room is called by its name alone wherever that is text", async ({ person }) => {
  const { page, api } = await person("Ada Lovelace");
  const vault = await api.rooms.create.mutate({ kind: "private", name: "Vault" });
  await page.goto(`/rooms/${vault.id}`);
  const view = new RoomView(page);
  await expect(page).toHaveTitle("Vault · The Snug");
  await expect(view.composer).toHaveAccessibleName("Message Vault");
  await expect(view.composer).toHaveAttribute("placeholder", "Message Vault");
  await expect(view.log).toHaveAccessibleName("Messages in Vault");
  await view.say("Who has the key?");
  await view.act("Who has the key?", "Reply in thread");
  await expect(page.getByRole("checkbox", { name: "Also send to Vault" })).toBeVisible();
});

test("the number of what is unread stays before a title that comes later", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const { page } = ada;
  const view = new RoomView(page);
  await expect(view.composer).toBeVisible();
  const goOn = await holdBack(page, "SettingsPage");
  await page.getByRole("button", { name: /^You: / }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await new RoomView(grace.page).say("@ada-lovelace Tea?");
  await expect(page).toHaveTitle("(1) #general · The Snug");
  goOn();
  await expect(page).toHaveTitle("(1) Profile · Settings · Snug");
  const icon = page.locator('link[rel="icon"]');
  await expect(icon).toHaveAttribute("href", /unread/);

  await ada.api.session.signOut.mutate();
  await expect(page).toHaveTitle("The Snug");
  await expect(icon).not.toHaveAttribute("href", /unread/);
});
