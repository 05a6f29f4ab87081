import { RoomView } from "./room.ts";
import { holdBack } from "./slowCode.ts";
import { expect, test } from "./test.ts";

test("what one types right after Ctrl-K is what one looks for, however slowly it loads", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const { composer } = new RoomView(page);
  await composer.fill("Half a thought");
  const goOn = await holdBack(page, "Switcher");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("dark th");
  goOn();
  const field = page.getByRole("combobox", { name: /^Jump to/ });
  await expect(field).toHaveValue("dark th");
  await page.keyboard.type("eme");
  await expect(field).toHaveValue("dark theme");
  await expect(composer).toHaveValue("Half a thought");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(composer).toBeFocused();
});

test("Enter goes to what was typed after Ctrl-K before there was anything to go to", async ({
  person,
}) => {
  const { page, api } = await person("Ada Lovelace");
  const { composer } = new RoomView(page);
  await api.rooms.create.mutate({ kind: "public", name: "kitchen" });
  await expect(page.getByRole("link", { name: "kitchen" })).toBeVisible();
  const goOn = await holdBack(page, "Switcher");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("kit");
  await page.keyboard.press("Enter");
  goOn();
  await expect(page.getByRole("textbox", { name: "Message #kitchen" })).toBeFocused();
  await expect(page.getByRole("combobox", { name: /^Jump to/ })).toHaveCount(0);
  await expect(composer).toHaveValue("");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /^Jump to/ })).toHaveValue("");
});

test("what one types right after asking for an emoji to write is the one that one looks for", async ({
  person,
}) => {
  const { page } = await person("Ada Lovelace");
  const { composer } = new RoomView(page);
  const goOn = await holdBack(page, "EmojiPopover");
  const { keyboard } = page;
  const ask = page.getByRole("button", { name: "Emoji", exact: true });
  const field = page.getByRole("dialog", { name: "Emoji" }).getByLabel("Search emoji");
  await ask.click();
  await keyboard.type("cof");
  await keyboard.press("Escape");
  await expect(ask).toBeFocused();
  await ask.click();
  await keyboard.type("tea");
  goOn();
  await expect(field).toHaveValue("tea");
  await keyboard.type("pot");
  await expect(field).toHaveValue("teapot");
  await keyboard.press("Enter");
  await expect(composer).toHaveValue("🫖");
  await ask.click();
  await expect(field).toHaveValue("");
});

test("Enter writes the emoji that was typed before there was any to write", async ({ person }) => {
  const { page } = await person("Ada Lovelace");
  const { composer } = new RoomView(page);
  const goOn = await holdBack(page, "EmojiPopover");
  await page.getByRole("button", { name: "Emoji", exact: true }).click();
  await page.keyboard.type("teapot");
  await page.keyboard.press("Enter");
  goOn();
  await expect(composer).toHaveValue("🫖");
  await expect(composer).toBeFocused();
});

test("what one types right after asking for all emoji is the one that one looks for", async ({
  person,
}) => {
  const { page } = await person("Ada Lovelace");
  const view = new RoomView(page);
  await view.say("Tea?");
  const goOn = await holdBack(page, "EmojiPicker");
  await view.act("Tea?", "Add a reaction");
  const chooser = page.getByRole("dialog", { name: "Add a reaction" });
  await chooser.getByRole("button", { name: "All emoji" }).click();
  await page.keyboard.type("tea");
  goOn();
  const field = chooser.getByLabel("Search emoji");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("tea");
  await page.keyboard.type("pot");
  await expect(chooser.getByRole("gridcell", { name: "Teapot", selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(view.message("Tea?").getByRole("button", { name: "🫖, 1" })).toBeVisible();
  await expect(view.composer).toHaveValue("");
});

test("Enter takes the emoji that was typed before there was any to take", async ({ person }) => {
  const { page } = await person("Ada Lovelace");
  const view = new RoomView(page);
  await view.say("Tea?");
  const goOn = await holdBack(page, "EmojiPicker");
  await view.act("Tea?", "Add a reaction");
  await page.getByRole("button", { name: "All emoji" }).click();
  await page.keyboard.type("teapot");
  await page.keyboard.press("Enter");
  goOn();
  await expect(view.message("Tea?").getByRole("button", { name: "🫖, 1" })).toBeVisible();
  await expect(view.composer).toHaveValue("");
});

test("Enter takes what the list of emoji shows first", async ({ person }) => {
  const { page } = await person("Ada Lovelace");
  const view = new RoomView(page);
  const dialog = page.getByRole("dialog", { name: "Emoji" });
  const first = dialog.getByRole("gridcell", { selected: true }).first();
  let written = "";
  // The last is found among those that were used before.
  for (const [text, emoji] of [
    ["smile", "😼"],
    ["heart", "🥰"],
    ["te", "🥲"],
    ["cat", "😼"],
  ] as const) {
    await page.getByRole("button", { name: "Emoji", exact: true }).click();
    await dialog.getByLabel("Search emoji").fill(text);
    await expect(first).toHaveText(emoji);
    await page.keyboard.press("Enter");
    written += emoji;
    await expect(view.composer).toHaveValue(written);
  }
});

test("Enter saves what one changed, and Esc leaves it, before the editor is there", async ({
  person,
}) => {
  const { page } = await person("Ada Lovelace");
  const view = new RoomView(page);
  const acknowledged = page.waitForResponse(/messages\.send/);
  await view.say("The kettle is on");
  await acknowledged;
  const goOn = await holdBack(page, "MessageEditor");
  const { keyboard } = page;
  await view.message("The kettle is on").focus();
  await keyboard.press("e");
  await expect(page.getByLabel("Editing")).toBeFocused();
  await keyboard.type(" and off");
  await keyboard.press("Escape");
  await expect(view.composer).toBeFocused();
  await keyboard.press("ArrowUp");
  await keyboard.type(", I think");
  await keyboard.press("Enter");
  await keyboard.type("Who is there?");
  goOn();
  await expect(view.message("The kettle is on, I think")).toContainText("(edited)");
  await expect(page.getByRole("textbox", { name: "Edit message" })).toHaveCount(0);
  await expect(view.composer).toHaveValue("Who is there?");
  await expect(view.composer).toBeFocused();
});
