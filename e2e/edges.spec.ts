import { v7 } from "uuid";

import { moveByItself } from "./movingList.ts";
import { password } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

test("a room that is renamed, archived and deleted while someone writes in it keeps the text, then says that it is gone", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const room = await ada.api.rooms.create.mutate({
    kind: "public",
    name: "Shed",
    userIds: [grace.user.id],
  });
  const graces = new RoomView(grace.page);
  await grace.page.goto(`/rooms/${room.id}`);
  await graces.composer.pressSequentially("Half a sentence");
  await ada.api.rooms.update.mutate({ roomId: room.id, name: "Barn" });
  await expect(graces.composer).toHaveAccessibleName("Message #Barn");
  await expect(graces.composer).toHaveValue("Half a sentence");
  await expect(graces.composer).toBeFocused();
  await ada.api.rooms.archive.mutate({ roomId: room.id, archived: true });
  await expect(grace.page.getByText(/archived/i).first()).toBeVisible();
  await expect(graces.composer).toHaveCount(0);
  await ada.api.rooms.archive.mutate({ roomId: room.id, archived: false });
  await expect(graces.composer).toHaveValue("Half a sentence");

  await ada.page.goto(`/rooms/${room.id}/details/settings`);
  await ada.page.getByRole("button", { name: "Delete" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Delete Barn?" });
  await dialog.getByRole("button", { name: "Delete room" }).click();
  await expect(sidebarRoom(ada.page, "Barn")).toHaveCount(0);
  await expect(ada.page.getByRole("heading", { name: "general", level: 1 })).toBeVisible();
  await expect(sidebarRoom(grace.page, "Barn")).toHaveCount(0);
  await expect(grace.page.getByText("This room is not here")).toBeVisible();
  await grace.page.getByRole("link", { name: "Back to the rooms" }).click();
  await expect(graces.composer).toHaveAccessibleName("Message #general");
});

test("an address leads there through the sign-in, and a wrong one back to the rooms", async ({
  person,
  browser,
  server,
}) => {
  const ada = await person("Ada Lovelace");
  const [room] = (await ada.api.events.snapshot.query()).rooms;
  if (room === undefined) throw new Error("there is no first room");
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const view = new RoomView(page);
  const path = `/rooms/${room.id}/details/files?search=kettle`;
  await page.goto(path);
  await page.getByLabel("E-mail or username").fill(ada.user.username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(view.composer).toBeVisible();
  await expect(page).toHaveURL(path);

  for (const wrong of ["/nowhere", `/rooms/${room.id}/nothing`]) {
    await page.goto(wrong);
    await expect(page.getByText("There is nothing here")).toBeVisible();
    await page.getByRole("link", { name: "Back to the rooms" }).click();
    await expect(view.composer).toBeVisible();
  }
  await page.goto("/rooms/%E0%A4%A");
  await expect(page.getByText("This room is not here")).toBeVisible();
  for (const missing of [v7(), "nothing"]) {
    await page.goto(`/rooms/${room.id}/m/${missing}`);
    await expect(page.getByText("That message is gone, or in a room")).toBeVisible();
    await expect(view.composer).toBeVisible();
  }
  const kitchen = await ada.api.rooms.create.mutate({ kind: "public", name: "Kitchen" });
  const send = (body: string, threadRootId: string | null) =>
    ada.api.messages.send.mutate({ roomId: kitchen.id, clientId: v7(), body, threadRootId });
  const root = await send("The kettle is on", null);
  const reply = await send("It whistles", root.id);
  await page.goto(`/rooms/${room.id}/m/${root.id}`);
  await expect(page).toHaveURL(`/rooms/${kitchen.id}/m/${root.id}`);
  await expect(view.message("The kettle is on")).toBeInViewport();
  for (const thread of [
    `${room.id}/t/${root.id}`,
    `${room.id}/m/${reply.id}`,
    `${kitchen.id}/t/${reply.id}`,
  ]) {
    await page.goto(`/rooms/${thread}`);
    await expect(page).toHaveURL(`/rooms/${kitchen.id}/t/${root.id}`);
    await expect(page.getByRole("textbox", { name: "Reply" })).toBeVisible();
  }
  for (const missing of [v7(), "nothing"]) {
    await page.goto(`/rooms/${room.id}/t/${missing}`);
    const thread = page.getByRole("complementary", { name: "Thread" });
    await expect(thread.getByRole("alert")).toHaveText("There is no such message here.");
  }
  await context.close();
});

test("whoever signs out in one tab is out in all, and their next draft is theirs alone", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const second = await ada.context.newPage();
  await second.goto("/");
  await new RoomView(second).composer.pressSequentially("Half a sentence");
  await ada.page.getByRole("button", { name: /^You: / }).click();
  await ada.page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(ada.page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(second.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(second.getByText("Half a sentence")).toHaveCount(0);
});

test("whatever is written stays within its column, in its own direction, and means no more than it says", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await expect(graces.composer).toBeVisible();
  await adas.say("`@Grace Hopper` and `@room` in code");
  const code = graces.log.getByRole("article").filter({ hasText: "in code" });
  await expect(code.locator("code")).toHaveText(["@Grace Hopper", "@room"]);
  await adas.say("🫖 🎉");
  const size = (text: string) =>
    graces
      .message(text)
      .getByRole("paragraph")
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  await expect(graces.message("🫖 🎉")).toBeVisible();
  await adas.say("🫖 is on");
  await expect(graces.message("🫖 is on")).toBeVisible();
  expect(await size("🫖 🎉")).toBeGreaterThan(1.5 * (await size("🫖 is on")));
  await adas.say("שלום עולם");
  const hebrew = graces.message("שלום עולם").getByRole("paragraph");
  await expect(hebrew).toBeVisible();
  expect(await hebrew.evaluate(fromTheRight)).toBe(true);
  await adas.say("> שלום\n\n- אחד\n- two");
  const mixed = graces.message("אחד");
  await expect(mixed.locator("blockquote")).toHaveCSS("direction", "rtl");
  await expect(mixed.getByRole("list").first()).toHaveCSS("direction", "rtl");
  expect(await mixed.getByText("אחד").evaluate(fromTheRight)).toBe(true);
  // Beside its bullet.
  expect(await mixed.getByText("two").evaluate(fromTheRight)).toBe(true);
  await adas.say("<script>document.title = 'mine'</script>");
  await expect(graces.message("<script>document.title = 'mine'</script>")).toBeVisible();
  const word = "W".repeat(600);
  await adas.say(word);
  await adas.say(`\`\`\`\n${word}\n\`\`\``);
  await adas.say(`| a | b |\n|---|---|\n| ${word} | ${word} |`);
  await adas.say("x ".repeat(5000) + "end");
  await expect(graces.log.getByText(/x x end$/)).toBeVisible();
  for (const width of [1280, 375]) {
    await grace.page.setViewportSize({ width, height: 800 });
    const wider = await grace.page.evaluate(
      () =>
        [document.documentElement, ...document.querySelectorAll("[role=log], article")].filter(
          (element) => element.scrollWidth > element.clientWidth,
        ).length,
    );
    expect(wider).toBe(0);
  }

  const tooLong = "y".repeat(12_001);
  await adas.say(tooLong);
  await expect(adas.composer).toHaveValue(tooLong);
  await expect(ada.page.getByText(/too long|shorter|over|12.000/i).first()).toBeVisible();
});

test("@here and @room call those whom they are for", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const room = await ada.api.rooms.create.mutate({
    kind: "public",
    name: "Kitchen",
    userIds: [grace.user.id],
  });
  await ada.page.goto(`/rooms/${room.id}`);
  const adas = new RoomView(ada.page);
  await expect(adas.composer).toHaveAccessibleName("Message #Kitchen");
  await adas.composer.pressSequentially("@ro");
  await expect(ada.page.getByRole("option", { name: /@room/ })).toBeVisible();
  await ada.page.keyboard.press("Tab");
  await ada.page.keyboard.type("tea is ready");
  await ada.page.keyboard.press("Enter");
  const line = sidebarRoom(grace.page, "Kitchen");
  await expect(line).toContainText("1 mention");
  await adas.say("@here it gets cold");
  await expect(line).toContainText("2 mentions");
  await adas.say("`@room` is not for you");
  await expect(line).toContainText("2 mentions");
});

/** Whether its words stand at its right edge. */
function fromTheRight(element: Element): boolean {
  const words = document.createRange();
  words.selectNodeContents(element);
  const gap = element.getBoundingClientRect().right - words.getBoundingClientRect().right;
  return Math.abs(gap) < 1;
}

test("a press while the list moves by itself is a click on what it began on", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const view = new RoomView(ada.page);
  await view.say("A long story\n".repeat(60));
  await view.say("The end @Ada Lovelace");
  const mention = view.log.getByRole("button", { name: "@Ada Lovelace" });
  await expect(mention).toBeInViewport();
  const box = await mention.boundingBox();
  if (box === null) throw new Error("the mention has no place");
  await ada.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const stop = await moveByItself(view.log);
  await ada.page.mouse.down();
  await ada.page.mouse.up();
  await expect(ada.page.getByRole("dialog", { name: "Profile of Ada Lovelace" })).toBeVisible();
  await stop();
});
