import type { Locator, Page } from "@playwright/test";
import { v7 } from "uuid";

import { tabTo } from "./keys.ts";
import type { Person } from "./person.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("the keys go on where a pin, a saved message or a thread was taken off its list", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  for (const text of ["Tea", "Cups", "Plates"]) {
    const { id: messageId } = await say(ada, text);
    await say(ada, `More ${text}`, messageId);
    await ada.api.messages.pin.mutate({ messageId, on: true });
    await ada.api.messages.save.mutate({ messageId, on: true });
  }
  await page.getByRole("link", { name: "Pinned messages" }).click();
  const pins = page.getByRole("list", { name: "Pinned messages" });
  await expectHandedOn(pins, { button: "Unpin", empty: page.getByText("Nothing is pinned yet") });
  await page.goto("/saved");
  const saved = page.getByRole("list", { name: "Saved messages" });
  await expectHandedOn(saved, { button: "Remove", empty: page.getByText("Nothing saved yet") });
  await page.goto("/threads");
  const threads = page.getByRole("list", { name: "Threads" });
  await expectHandedOn(threads, { button: "Unfollow", empty: page.getByText("No threads yet") });
});

test("the keys go on at the next message when one is deleted, in a room and in a thread", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const view = new RoomView(page);
  for (const text of ["One", "Two", "Three"]) await say(ada, text);
  await expect(view.message("Three")).toBeVisible();
  await removeByKeys(view.message("Two"));
  await expect(view.message("Three")).toBeFocused();
  await removeByKeys(view.message("Three"));
  await expect(view.message("One")).toBeFocused();

  const root = await say(ada, "Tea at four");
  for (const text of ["Milk", "Lemon"]) await say(ada, text, root.id);
  await view.act("Tea at four", "Reply in thread");
  const replies = page.getByRole("log", { name: "Replies" }).getByRole("article");
  await removeByKeys(replies.filter({ hasText: "Milk" }));
  await expect(replies.filter({ hasText: "Lemon" })).toBeFocused();
  await removeByKeys(replies.filter({ hasText: "Lemon" }));
  await expect(replies.filter({ hasText: "Tea at four" })).toBeFocused();
});

test("the keys go on when a reaction, a file or a webhook goes", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const view = new RoomView(page);
  const { id: messageId } = await say(ada, "Tea");
  await ada.api.messages.react.mutate({ messageId, emoji: "👍", on: true });
  await view.message("Tea").getByRole("button", { name: /^👍/ }).press("Enter");
  await expect(view.message("Tea")).toBeFocused();

  for (const name of ["one.txt", "two.txt"]) {
    const buffer = Buffer.from(name);
    await page
      .getByLabel("Files to attach")
      .setInputFiles({ name, mimeType: "text/plain", buffer });
  }
  const files = page.getByRole("list", { name: "Files to send" }).getByRole("listitem");
  await files.getByRole("button", { name: "Remove one.txt" }).press("Enter");
  await expect(files).toBeFocused();
  await files.getByRole("button", { name: "Remove two.txt" }).press("Enter");
  await expect(view.composer).toBeFocused();

  await ada.api.outgoingWebhooks.create.mutate({
    url: "https://ci.example.com/hook",
    events: ["message.created"],
  });
  await page.goto("/admin/webhooks");
  await page.getByRole("button", { name: "Delete" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).press("Enter");
  await expect(page.getByText("No other system is told anything yet")).toBeVisible();
  await expectFocusAt(page.getByText("No other system is told anything yet"));
});

/** Takes one after the other off a list of three by its button, by the keyboard alone. */
async function expectHandedOn(
  list: Locator,
  { button, empty }: { button: string; empty: Locator },
) {
  const rows = list.getByRole("listitem");
  await expect(rows).toHaveCount(3);
  const last = await rows.nth(2).textContent();
  await rows.nth(1).getByRole("button", { name: button }).press("Enter");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toBeFocused();
  expect(await rows.nth(1).textContent()).toBe(last);
  await removeFocused(list.page(), button);
  await expect(rows).toHaveCount(1);
  await expect(rows).toBeFocused();
  await removeFocused(list.page(), button);
  await expectFocusAt(empty);
}

/** Within the row that has the focus. */
async function removeFocused(page: Page, name: string) {
  await tabTo(page.locator("li:focus, li:focus-within").getByRole("button", { name }));
  await page.keyboard.press("Enter");
}

async function removeByKeys(message: Locator) {
  await message.focus();
  await message.press("Delete");
  const { keyboard } = message.page();
  const sure = message.page().getByRole("dialog").getByRole("button", { name: "Delete" });
  await tabTo(sure);
  await keyboard.press("Enter");
  await expect(message).toHaveCount(0);
}

/** What has the focus holds it. */
async function expectFocusAt(part: Locator) {
  await expect(part.page().locator(":focus").filter({ has: part })).toHaveCount(1);
}

/** Says something in the first room. */
async function say({ api }: Person, body: string, threadRootId: string | null = null) {
  const [room] = (await api.events.snapshot.query()).rooms;
  return api.messages.send.mutate({ roomId: room?.id ?? "", clientId: v7(), body, threadRootId });
}
