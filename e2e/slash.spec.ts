import { expectAccessible } from "./axe.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

test("commands are completed, explained, done, and never lose what was written", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  const suggestions = ada.page.getByRole("listbox", { name: "Suggestions" });

  await adas.composer.pressSequentially("/ni");
  await expect(suggestions.getByRole("option")).toHaveText([/\/nick/]);
  await adas.composer.press("Enter");
  await expect(adas.composer).toHaveValue("/nick ");
  await expect(ada.page.getByText("/nick your new name: Change the name")).toBeVisible();
  await expectAccessible(ada.page);
  await adas.composer.pressSequentially("Countess");
  await adas.composer.press("Enter");
  await expect(adas.composer).toHaveValue("");
  await expect(ada.page.getByText("You are Countess now")).toBeVisible();

  await adas.say("/me waves");
  await expect(graces.message("Countess waves")).toBeVisible();
  await adas.say("//me waves");
  await expect(graces.message("/me waves")).toBeVisible();
  await adas.say(" /nick is a command");
  await expect(graces.message("/nick is a command")).toBeVisible();
  await adas.say("/shrug");
  await expect(graces.message("¯\\_(ツ)_/¯")).toBeVisible();

  await adas.say("/dance all night");
  await expect(ada.page.getByRole("alert")).toContainText("There is no command /dance.");
  await expect(adas.composer).toHaveValue("/dance all night");
  await adas.composer.fill("/");
  await expect(ada.page.getByRole("alert")).toHaveCount(0);

  await adas.say("/help");
  const help = ada.page.getByRole("dialog", { name: "Commands" });
  await expect(help.getByText("Archive this room")).toHaveCount(0);
  await expect(help.getByText("Rename this room")).toBeVisible();
  await expectAccessible(ada.page);
  await help.getByRole("button", { name: "Close" }).click();
  await expect(adas.composer).toBeFocused();
});

test("commands change rooms for everyone, by those who may", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const room = await ada.api.rooms.create.mutate({ kind: "public", name: "greenhouse" });
  await sidebarRoom(ada.page, "greenhouse").click();
  const adas = new RoomView(ada.page);
  await expect(ada.page).toHaveURL(new RegExp(room.id));
  await expect(adas.composer).toHaveAccessibleName("Message #greenhouse");

  await adas.say("/invite @Grace Hopper");
  await sidebarRoom(grace.page, "greenhouse").click();
  const graces = new RoomView(grace.page);
  await expect(graces.composer).toHaveAccessibleName("Message #greenhouse");
  await adas.say("/topic Tomatoes, mostly");
  await expect(grace.page.getByTitle("Tomatoes, mostly")).toBeVisible();

  await graces.composer.fill("/");
  await expect(grace.page.getByRole("option", { name: "/leave" })).toBeVisible();
  await expect(grace.page.getByRole("option", { name: "/rename" })).toHaveCount(0);
  await graces.say("/rename shed");
  await expect(grace.page.getByRole("alert")).toContainText("You cannot use /rename here.");
  await expect(graces.composer).toHaveValue("/rename shed");

  await graces.say("/msg @Ada Lovelace Is it warm?");
  await expect(graces.composer).toHaveAccessibleName("Message Ada Lovelace");
  await sidebarRoom(ada.page, "Grace Hopper").click();
  await expect(adas.message("Is it warm?")).toBeVisible();
  await adas.say("/join greenhouse");
  await expect(adas.composer).toHaveAccessibleName("Message #greenhouse");

  await adas.say("/remove @Grace Hopper");
  await expect(sidebarRoom(grace.page, "greenhouse")).toHaveCount(0);
  await graces.say("/join #greenhouse");
  await expect(graces.composer).toHaveAccessibleName("Message #greenhouse");
  await graces.say("/leave");
  await expect(sidebarRoom(grace.page, "greenhouse")).toHaveCount(0);

  await adas.say("/archive");
  await expect(ada.page.getByText(/archived/i).first()).toBeVisible();
});
