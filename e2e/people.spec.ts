import { v7 } from "uuid";

import { expectAccessible } from "./axe.ts";
import type { Person } from "./person.ts";
import { password } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

/** Opens the menu at the foot of the sidebar. */
async function openOwnMenu({ page, user }: Person): Promise<void> {
  await page.getByRole("button", { name: `You: ${user.displayName}` }).click();
}

test("a status is set in two clicks, stands beside the name everywhere, and ends by itself", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  await grace.api.rooms.openDirect.mutate({ userIds: [ada.user.id] });
  await openOwnMenu(ada);
  await ada.page.getByRole("menuitem", { name: "Set a status" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Your status" });
  await dialog.getByRole("button", { name: /In a meeting/ }).click();
  await expect(dialog.getByLabel("Clear after")).toHaveValue("halfHour");
  await expectAccessible(ada.page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(ada.page.getByRole("button", { name: /In a meeting/ })).toBeVisible();

  const line = sidebarRoom(grace.page, "Ada Lovelace");
  await expect(line.getByRole("img", { name: /Status: In a meeting, until/ })).toBeVisible();
  // Between hers and the welcome above, which is hers too, so that her name stands over what she says.
  await new RoomView(grace.page).say("When are you back?");
  await expect(new RoomView(ada.page).message("When are you back?")).toBeVisible();
  await new RoomView(ada.page).say("Back at half past");
  const author = new RoomView(grace.page).message("Back at half past");
  await expect(author.getByRole("img", { name: /In a meeting/ })).toBeVisible();
  await author.getByRole("button", { name: "Ada Lovelace" }).click();
  const card = grace.page.getByRole("dialog", { name: "Profile of Ada Lovelace" });
  await expect(card).toContainText("In a meeting until");
  await grace.page.keyboard.press("Escape");

  await ada.api.users.setStatus.mutate({
    status: { emoji: "🥪", text: "Lunch", forSeconds: 2 },
  });
  await expect(line.getByRole("img", { name: /Lunch/ })).toBeVisible();
  await expect(line.getByRole("img", { name: /Lunch/ })).toHaveCount(0);
  await expect
    .poll(async () => (await grace.api.users.get.query({ userId: ada.user.id })).customStatus)
    .toBeNull();
});

test("a profile leads to the name in the composer, in the room, its details and a thread", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const adas = new RoomView(ada.page);
  await new RoomView(grace.page).say("Who has the keys?");
  const profile = ada.page.getByRole("dialog", { name: "Profile of Grace Hopper" });
  const question = adas.message("Who has the keys?");
  await adas.composer.fill("I think");
  await question.getByRole("button", { name: "Grace Hopper" }).click();
  await expect(profile).toBeVisible();
  await expectAccessible(ada.page);
  await profile.getByRole("button", { name: "Mention" }).click();
  await expect(profile).toHaveCount(0);
  await expect(adas.composer).toBeFocused();
  await ada.page.keyboard.type("does");
  await expect(adas.composer).toHaveValue("I think @Grace Hopper does");
  await ada.page.keyboard.press("Enter");
  await expect(sidebarRoom(grace.page, "general")).toHaveCount(1);
  await expect(
    new RoomView(grace.page).log.getByRole("button", { name: "@Grace Hopper" }),
  ).toBeVisible();

  await ada.page.getByRole("button", { name: /^Details/ }).click();
  await ada.page.getByRole("region", { name: "Members" }).getByText("Grace Hopper").click();
  await profile.getByRole("button", { name: "Mention" }).click();
  await expect(adas.composer).toHaveValue("@Grace Hopper ");
  await expect(adas.composer).toBeFocused();

  await adas.act("Who has the keys?", "Reply in thread");
  const thread = ada.page.getByRole("complementary", { name: "Thread" });
  await thread.getByRole("button", { name: "Grace Hopper" }).click();
  await profile.getByRole("button", { name: "Mention" }).click();
  await expect(thread.getByRole("textbox", { name: "Reply" })).toHaveValue("@Grace Hopper ");
});

test("the e-mail address changes with the password, and not without", async ({ person }) => {
  const { page, api } = await person("Ada Lovelace");
  await page.goto("/settings/account");
  const form = page.getByRole("region", { name: "E-mail" });
  await form.getByLabel("E-mail", { exact: true }).fill("countess@example.com");
  await form.getByLabel("Password for this change").fill("not the password");
  await form.getByRole("button", { name: "Change e-mail" }).click();
  await expect(form.getByText("The current password is another one.")).toBeVisible();
  await form.getByLabel("Password for this change").fill(password);
  await form.getByRole("button", { name: "Change e-mail" }).click();
  await expect(form.getByText("E-mail changed")).toBeVisible();
  await expectAccessible(page);
  expect((await api.events.snapshot.query()).me.email).toBe("countess@example.com");
});

test("do not disturb for an hour outlives a restart of the server", async ({ person, server }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  await grace.api.rooms.openDirect.mutate({ userIds: [ada.user.id] });
  const line = sidebarRoom(grace.page, "Ada Lovelace");
  await expect(line.getByRole("img", { name: "Online" })).toBeVisible();
  await openOwnMenu(ada);
  await ada.page.getByRole("menuitem", { name: "Do not disturb for" }).click();
  await ada.page.getByRole("menuitem", { name: "1 hour" }).click();
  await expect(line.getByRole("img", { name: "Do not disturb" })).toBeVisible();
  await expect(ada.page.getByRole("button", { name: /Do not disturb until/ })).toBeVisible();

  await server.kill();
  await server.start();
  await grace.page.reload();
  await expect(line.getByRole("img", { name: "Do not disturb" })).toBeVisible();
});

test("how one wants to have a room holds on all one's devices", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const { id: roomId } = await ada.api.rooms.create.mutate({
    kind: "public",
    name: "Kitchen",
    userIds: [grace.user.id],
  });
  const otherDevice = await grace.context.newPage();
  await otherDevice.goto("/");
  const say = (body: string) => ada.api.messages.send.mutate({ roomId, clientId: v7(), body });
  const line = sidebarRoom(otherDevice, "Kitchen");
  const choose = async (name: string) => {
    await sidebarRoom(grace.page, "Kitchen").click({ button: "right" });
    await grace.page.getByRole("menuitem", { name }).click();
  };

  await choose("Add to favourites");
  const favourites = otherDevice.getByRole("region", { name: "Favourites" });
  await expect(favourites.getByRole("link", { name: "Kitchen" })).toBeVisible();
  await favourites.getByRole("button", { name: "Favourites" }).click();
  await expect(line).toHaveCount(0);
  await say("Is anyone hungry?");
  await expect(line).toContainText("1 unread");
  await otherDevice.reload();
  await expect(line).toContainText("1 unread");

  await choose("Mute");
  await expect(line).toHaveCount(0);
  await expect(sidebarRoom(grace.page, "Kitchen")).not.toContainText("unread");
  await choose("Hide until there is news");
  await expect(sidebarRoom(grace.page, "Kitchen")).toHaveCount(0);
  await grace.api.rooms.setPreferences.mutate({ roomId, muted: false, notify: "mentions" });
  await say(`<@${grace.user.id}> you are`);
  await expect(sidebarRoom(grace.page, "Kitchen")).toContainText("1 mention");
  await sidebarRoom(grace.page, "Kitchen").click();
  await expect(new RoomView(grace.page).message("Is anyone hungry?")).toBeVisible();
  await grace.page.getByRole("button", { name: "Room options" }).click();
  await expect(grace.page.getByRole("menuitem", { name: "Remove from favourites" })).toBeVisible();
  await expectAccessible(grace.page);
});

test("how close things stand is the device's own choice, and stays", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say("Much ado");
  await graces.say("About nothing");
  await expect(graces.message("Much ado")).toBeVisible();
  const height = async (view: RoomView) => (await view.message("Much ado").boundingBox())?.height;
  const comfortable = await height(graces);
  const settings = await grace.context.newPage();
  await settings.goto("/settings/appearance");
  await settings.getByRole("radio", { name: "Compact" }).check({ force: true });
  await expect.poll(() => height(graces)).toBeLessThan(comfortable ?? 0);
  await grace.page.reload();
  await expect(graces.message("Much ado")).toBeVisible();
  await expect.poll(() => height(graces)).toBeLessThan(comfortable ?? 0);
  await expect(adas.message("About nothing")).toBeVisible();
  expect(await height(adas)).toBe(comfortable);
});
