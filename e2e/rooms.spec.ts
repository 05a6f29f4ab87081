import { expectAccessible } from "./axe.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

test("a private room stays private, live, by address and after its people change", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const alan = await person("Alan Turing");

  await ada.page.getByRole("button", { name: "Create a room" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Create a room" });
  await dialog.getByLabel("Name").fill("Birthday plans");
  await dialog.getByLabel("Private").check();
  await dialog.getByRole("combobox", { name: "People" }).fill("Grace");
  await dialog.getByRole("option", { name: /Grace Hopper/ }).click();
  await dialog.getByRole("button", { name: "Create room" }).click();
  const adas = new RoomView(ada.page);
  await expect(ada.page.getByRole("heading", { name: "Birthday plans", level: 1 })).toBeVisible();
  await adas.say("It is a surprise");

  await sidebarRoom(grace.page, "Birthday plans").click();
  const graces = new RoomView(grace.page);
  await expect(graces.message("It is a surprise")).toBeVisible();

  await expect(sidebarRoom(alan.page, "Birthday plans")).toHaveCount(0);
  const roomPath = new URL(ada.page.url()).pathname;
  await alan.page.goto(roomPath);
  await expect(alan.page.getByText("It is a surprise")).toHaveCount(0);
  await expect(alan.page.getByRole("main")).toContainText(/not|nothing|no /i);

  const roomId = roomPath.split("/")[2] ?? "";
  await ada.api.rooms.remove.mutate({ roomId, userId: grace.user.id });
  await expect(sidebarRoom(grace.page, "Birthday plans")).toHaveCount(0);
  await adas.say("Grace must not know");
  await expect(adas.message("Grace must not know")).toBeVisible();
  await expect(grace.page.getByText("Grace must not know")).toHaveCount(0);
});

test("a room without a name, or with one that is taken, leads to the field for it", async ({
  person,
}) => {
  const { page } = await person("Ada Lovelace");
  await page.getByRole("button", { name: "Create a room" }).click();
  const dialog = page.getByRole("dialog", { name: "Create a room" });
  const name = dialog.getByLabel("Name");
  const create = dialog.getByRole("button", { name: "Create room" });
  await create.click();
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription("Give the room a name.");
  await name.fill("general");
  await create.click();
  await expect(name).toHaveAccessibleDescription(/^A room of that name exists/);
  await expect(name).toBeFocused();
});

test("rooms are found, previewed, joined and left", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const room = await ada.api.rooms.create.mutate({ kind: "public", name: "Garden" });
  await grace.page.getByRole("button", { name: "Browse rooms" }).click();
  await grace.page.getByRole("button", { name: "Join Garden" }).click();
  await expect(sidebarRoom(grace.page, "Garden")).toBeVisible();
  await new RoomView(grace.page).say("The beans are up");
  await ada.page.goto(`/rooms/${room.id}`);
  await expect(new RoomView(ada.page).message("The beans are up")).toBeVisible();

  await grace.page.getByRole("button", { name: /^Details/ }).click();
  await grace.page.getByRole("tab", { name: "Settings" }).click();
  await grace.page.getByRole("button", { name: /Leave/ }).click();
  await expect(sidebarRoom(grace.page, "Garden")).toHaveCount(0);
  await expect(grace.page.getByText("You left Garden")).toBeVisible();
  await grace.page.getByRole("button", { name: "Undo" }).click();
  await expect(sidebarRoom(grace.page, "Garden")).toBeVisible();
});

test("the details of a room are tabs with addresses, which arrows walk through and Esc closes", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const { page } = ada;
  await page.getByRole("button", { name: /^Details/ }).click();
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("tab", { name: "Members 2" })).toBeVisible();
  await expect(details.getByRole("listitem")).toHaveText([/Ada Lovelace/, /Grace Hopper/]);
  await details.getByRole("tab", { name: /^Members/ }).press("ArrowRight");
  await expect(page).toHaveURL(/\/details\/files$/);
  await expect(details.getByText("No files yet")).toBeVisible();
  await page.getByRole("link", { name: "Pinned messages" }).click();
  await expect(details.getByText("Nothing is pinned yet")).toBeVisible();
  await new RoomView(grace.page).say("The Wi-Fi is called snug");
  await new RoomView(grace.page).choose("The Wi-Fi is called snug", "Pin to this room");
  await expect(details.getByRole("listitem")).toContainText("The Wi-Fi is called snug");

  await page.reload();
  await expect(details.getByRole("tab", { name: "Pins", selected: true })).toBeVisible();
  await details.getByRole("tab", { name: "Settings" }).click();
  await expect(details.getByRole("switch", { name: "Muted" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(details).toHaveCount(0);
  await expect(page).toHaveURL(/\/rooms\/[^/]+$/);
});

test("Ctrl-K leads to rooms, people and what one can do", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  await person("Grace Hopper");
  const { page } = ada;
  await expect(new RoomView(page).composer).toBeVisible();
  const field = page.getByRole("combobox", { name: /^Jump to/ });
  await page.keyboard.press("Control+k");
  await field.fill("dark");
  await expect(page.getByRole("option", { selected: true })).toContainText("Dark theme");
  await expect(page.getByRole("option").last()).toContainText("Search messages for “dark”");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(field).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await field.fill("/dnd");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^You: .*Do not disturb/ })).toBeVisible();
  await page.keyboard.press("Control+k");
  await field.fill("create");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Create a room" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await field.fill("grace");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Message Grace Hopper" })).toBeVisible();
});

test("the same people always share one direct room", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");

  await ada.page.getByRole("button", { name: "New message" }).click();
  await ada.page.getByRole("combobox", { name: "To" }).fill("grace");
  await ada.page.getByRole("option", { name: /Grace Hopper/ }).click();
  await ada.page.getByRole("button", { name: "Write" }).click();
  const direct = new RoomView(ada.page);
  // Until the direct room is open, the composer under the dialog is another room's.
  await expect(direct.composer).toHaveAccessibleName("Message Grace Hopper");
  await direct.say("Lunch?");
  const roomPath = new URL(ada.page.url()).pathname;

  await expect(sidebarRoom(grace.page, "Ada Lovelace")).toContainText("1");
  const again = await grace.api.rooms.openDirect.mutate({ userIds: [ada.user.id] });
  expect(roomPath).toContain(again.id);
});

test("rename, topic and archive reach everyone in the room", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const room = await ada.api.rooms.create.mutate({
    kind: "public",
    name: "Drafts",
    userIds: [grace.user.id],
  });
  await grace.page.goto(`/rooms/${room.id}`);
  await expect(new RoomView(grace.page).composer).toBeVisible();
  await ada.api.rooms.update.mutate({ roomId: room.id, name: "Letters", topic: "Kept for later" });
  await expect(grace.page.getByRole("heading", { name: "Letters", level: 1 })).toBeVisible();
  await expect(grace.page.getByText("Kept for later").first()).toBeVisible();
  await ada.api.rooms.archive.mutate({ roomId: room.id, archived: true });
  await expect(new RoomView(grace.page).composer).toHaveCount(0);
  await expect(grace.page.getByText(/archived/i).first()).toBeVisible();

  await ada.api.rooms.archive.mutate({ roomId: room.id, archived: false });
  await ada.page.goto(`/rooms/${room.id}/details/settings`);
  await ada.page.getByRole("button", { name: "Archive" }).click();
  await expect(new RoomView(grace.page).composer).toHaveCount(0);
  await expect(ada.page.getByText("Letters is archived")).toBeVisible();
  await ada.page.getByRole("button", { name: "Undo" }).click();
  await expect(new RoomView(grace.page).composer).toBeVisible();
});
