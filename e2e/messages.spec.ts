import { v7 } from "uuid";

import { expectAccessible } from "./axe.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("whoever reads an edited message can see what it said before", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say("Tea at four");
  await expect(graces.message("Tea at four")).toBeVisible();
  for (const body of ["Tea at five", "Tea at six"]) {
    await adas.composer.press("ArrowUp");
    await ada.page.getByRole("textbox", { name: "Edit message" }).fill(body);
    await ada.page.keyboard.press("Enter");
    await expect(graces.message(body)).toBeVisible();
  }

  await graces.message("Tea at six").getByRole("button", { name: "(edited)" }).click();
  const versions = grace.page.getByRole("dialog", { name: "Versions of this message" });
  await expect(versions.getByRole("listitem")).toHaveText([
    /as it is now.*Tea at six/,
    /Tea at five/,
    /first version.*Tea at four/,
  ]);
  await expectAccessible(grace.page);
  await grace.page.keyboard.press("Escape");
  await expect(versions).toHaveCount(0);
  await expect(
    graces.message("Tea at six").getByRole("button", { name: "(edited)" }),
  ).toBeFocused();
});

test("what one pins, all find: on the message, in the room's list, and until unpinned", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say("The Wi-Fi is called snug");
  await graces.choose("The Wi-Fi is called snug", "Pin to this room");
  await expect(adas.message("The Wi-Fi is called snug")).toContainText("Pinned by Grace Hopper");

  await ada.page.getByRole("link", { name: "Pinned messages" }).click();
  const panel = ada.page.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("listitem")).toContainText("The Wi-Fi is called snug");
  await expectAccessible(ada.page);
  await graces.say("Also: tea is in the blue tin");
  await graces.choose("Also: tea is in the blue tin", "Pin to this room");
  await expect(panel.getByRole("listitem")).toHaveCount(2);

  await panel.getByRole("button", { name: "Unpin" }).last().click();
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  await expect(graces.message("The Wi-Fi is called snug")).not.toContainText("Pinned");
  await panel.getByRole("link", { name: "Jump to message" }).click();
  await expect(ada.page).toHaveURL(/\/m\//);
  await expect(adas.message("Also: tea is in the blue tin")).toBeInViewport();
});

test("what one saves is on all one's devices, and nobody else's", async ({ person, browser }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say("The plumber's number is 555");
  await expect(graces.message("The plumber's number is 555")).toBeVisible();
  const state = await grace.context.storageState();
  const phone = await browser.newContext({
    baseURL: new URL(grace.page.url()).origin,
    storageState: state,
  });
  const second = await phone.newPage();
  await second.goto("/saved");
  await expect(second.getByText("Nothing saved yet")).toBeVisible();
  await expectAccessible(second);

  await graces.choose("The plumber's number is 555", "Save for later");
  await expect(graces.message("The plumber's number is 555")).toContainText("Saved for later");
  const saved = second.getByRole("list", { name: "Saved messages" }).getByRole("listitem");
  await expect(saved).toContainText("general");
  await expectAccessible(second);
  await expect(adas.message("The plumber's number is 555")).not.toContainText("Saved");

  await second.getByRole("link", { name: "Jump to message" }).click();
  await expect(new RoomView(second).message("The plumber's number is 555")).toBeInViewport();
  await second.getByRole("link", { name: "Saved", exact: true }).click();
  await second.getByRole("button", { name: "Remove" }).click();
  await expect(second.getByText("Nothing saved yet")).toBeVisible();
  await expect(graces.message("The plumber's number is 555")).not.toContainText("Saved");
  await phone.close();
});

test("a quote stands in the draft, survives a reload, and shows what it quotes as it is", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say("Who has **the** key?");
  await graces.act("Who has the key?", "Quote");
  const draft = grace.page.getByRole("group", { name: "Quoting" });
  await expect(draft).toContainText("Who has the key?");
  await grace.page.keyboard.press("Escape");
  await expect(draft).toHaveCount(0);

  await graces.act("Who has the key?", "Quote");
  await grace.page.reload();
  await expect(draft).toContainText("Ada Lovelace");
  await graces.say("I do");
  await expect(draft).toHaveCount(0);
  const quote = adas.message("I do").getByRole("link", { name: /Ada Lovelace/ });
  await expect(quote).toContainText("Who has the key?");
  await expectAccessible(ada.page);

  await adas.composer.press("ArrowUp");
  await ada.page.getByRole("textbox", { name: "Edit message" }).fill("Who has both keys?");
  await ada.page.keyboard.press("Enter");
  await expect(graces.message("I do").getByRole("link")).toContainText("Who has both keys?");
  await quote.click();
  await expect(ada.page).toHaveURL(/\/m\//);
  const messageId = new URL(ada.page.url()).pathname.split("/").at(-1) ?? "";
  await ada.api.messages.delete.mutate({ messageId });
  await expect(graces.message("I do")).toContainText("The quoted message was deleted.");
  await expect(adas.message("I do")).toContainText("The quoted message was deleted.");
});

test("a day that one picks opens the room at its first message", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say("The first thing that was said");
  for (let n = 1; n <= 70; n += 1) {
    const { rooms } = await grace.api.events.snapshot.query();
    const message = { roomId: rooms[0]?.id ?? "", clientId: v7(), body: `Line ${n}` };
    await grace.api.messages.send.mutate(message);
  }
  await expect(adas.message("Line 70")).toBeVisible();
  await expect(graces.message("Line 70")).toBeVisible();
  await grace.page.reload();
  await expect(graces.message("Line 70")).toBeInViewport();
  await grace.page.getByTitle(/\d/).and(grace.page.locator("time")).first().click();
  const dialog = grace.page.getByRole("dialog", { name: "Jump to a date" });
  await expect(dialog).toBeVisible();
  await expectAccessible(grace.page);
  await dialog.getByLabel("Day").fill("2999-01-01");
  await dialog.getByLabel("Day").press("Enter");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "The beginning" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(graces.message("The first thing that was said")).toBeInViewport();
});

test("code is highlighted and copied as it was written", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  await grace.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await adas.say(`@Grace Hopper see\n\`\`\`ts\nconst kettle = on();\n\`\`\``);
  const code = graces.log.locator("code", { hasText: "const kettle = on();" });
  await expect(code.locator("span", { hasText: "const" })).toBeVisible();
  await expectAccessible(grace.page);
  await code.hover();
  await grace.page.getByRole("button", { name: "Copy code" }).click();
  const clipboard = () => grace.page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toBe("const kettle = on();");

  await graces.log.getByRole("article").filter({ hasText: "kettle" }).focus();
  await grace.page.keyboard.press("c");
  await expect.poll(clipboard).toBe("@Grace Hopper see\n```ts\nconst kettle = on();\n```");
  await grace.page.keyboard.press("l");
  await expect.poll(clipboard).toMatch(/\/rooms\/[^/]+\/m\/[^/]+$/);
});

test("any emoji is at hand: in the picker, by name, and what one used last first", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  const addresses: string[] = [];
  ada.page.on("request", (request) => addresses.push(new URL(request.url()).origin));
  await adas.say("Shall we?");
  await adas.act("Shall we?", "Add a reaction");
  await ada.page.getByRole("button", { name: "All emoji" }).click();
  await ada.page.getByLabel("Search emoji").fill("teapot");
  await expect(ada.page.getByRole("gridcell", { name: "Teapot", selected: true })).toBeVisible();
  await expectAccessible(ada.page);
  await ada.page.keyboard.press("ArrowDown");
  await ada.page.keyboard.press("Enter");
  await expect(graces.message("Shall we?").getByRole("button", { name: "🫖, 1" })).toBeVisible();

  await ada.page.getByRole("button", { name: "Emoji", exact: true }).click();
  const picker = ada.page.getByRole("dialog", { name: "Emoji" });
  await expect(picker.getByRole("gridcell").first()).toHaveAccessibleName("Teapot");
  await picker.getByLabel("Skin tone").selectOption("dark");
  await picker.getByLabel("Search emoji").fill("thumbs up");
  await picker.getByRole("gridcell", { name: "Thumbs up" }).click();
  await expect(adas.composer).toHaveValue("👍🏿");
  await expect(adas.composer).toBeFocused();

  await adas.composer.pressSequentially(" :smi");
  await expect(ada.page.getByRole("option", { name: ":smile:" })).toBeVisible();
  await adas.composer.pressSequentially("le:");
  await expect(adas.composer).toHaveValue("👍🏿 😄");
  await adas.composer.press("Enter");
  await expect(graces.message("👍🏿 😄")).toBeVisible();
  expect(new Set(addresses)).toEqual(new Set([new URL(ada.page.url()).origin]));
});

test("the workspace's own emoji are added, typed, chosen and reacted with, and go by name after", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const graces = new RoomView(grace.page);
  await ada.page.goto("/emoji");
  await ada.page.getByLabel("Name").fill("snug");
  await ada.page.getByLabel("Picture").setInputFiles({
    name: "snug.png",
    mimeType: "image/png",
    buffer: Buffer.from(dot, "base64"),
  });
  await ada.page.getByRole("button", { name: "Add", exact: true }).click();
  const list = ada.page.getByRole("list", { name: "Emoji" });
  await expect(list.getByRole("listitem")).toContainText("Added by Ada Lovelace");
  await expectAccessible(ada.page);

  await graces.composer.pressSequentially("Our :snu");
  await expect(grace.page.getByRole("option", { name: ":snug:" })).toBeVisible();
  await grace.page.keyboard.press("Tab");
  await grace.page.keyboard.type(" at last");
  await grace.page.keyboard.press("Enter");
  const said = graces.log.getByRole("article").filter({ hasText: "at last" });
  await expect(said.getByRole("img", { name: ":snug:" })).toBeVisible();
  await said.hover();
  await said.getByRole("button", { name: "Add a reaction" }).click();
  await grace.page.getByRole("button", { name: "All emoji" }).click();
  await grace.page.getByLabel("Search emoji").fill("snug");
  await grace.page.getByRole("gridcell", { name: ":snug:" }).click();
  await expect(said.getByRole("button", { name: ":snug:, 1" })).toBeVisible();

  await ada.page.getByRole("button", { name: "Remove :snug:" }).click();
  await expect(list).toHaveCount(0);
  await expect(said.getByRole("paragraph")).toHaveText("Our :snug: at last");
});

/** A picture of one pixel. */
const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
