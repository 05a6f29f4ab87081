import { v7 } from "uuid";

import { expectAccessible } from "./axe.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("threads that one has a part in are followed, unread until read, on every device", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  const link = ada.page.getByRole("link", { name: /^Threads/ });
  const second = await ada.context.newPage();
  await second.goto("/threads");
  const card = second.getByRole("list", { name: "Threads" }).getByRole("listitem");
  await expect(second.getByText("Threads that you begin, answer")).toBeVisible();

  await adas.say("Who has seen the watering can?");
  await graces.act("Who has seen the watering can?", "Reply in thread");
  const reply = grace.page.getByRole("textbox", { name: "Reply" });
  await reply.fill("It is in the shed");
  await grace.page.getByRole("checkbox", { name: "Also send to #general" }).check();
  await reply.press("Enter");
  const said = adas.log.getByRole("article").filter({ hasText: "It is in the shed" });
  await expect(said).toContainText("Who has seen the watering can?");
  await expect(
    grace.page.getByRole("checkbox", { name: "Also send to #general" }),
  ).not.toBeChecked();

  await expect(link).toHaveAccessibleName("Threads 1 thread with new replies");
  await expect(card).toContainText("It is in the shed");
  await expect(card.getByText("1 new")).toBeVisible();
  await expectAccessible(second);

  await link.click();
  await ada.page.getByRole("link", { name: "general · 1 reply" }).click();
  const replies = ada.page.getByRole("log", { name: "Replies" });
  await expect(replies.getByText("It is in the shed")).toBeVisible();
  await ada.page.bringToFront();
  await expect(link).toHaveAccessibleName("Threads");
  await expect(card.getByText("1 new")).toHaveCount(0);
  await expectAccessible(ada.page);

  await replies.getByRole("button", { name: "Unfollow" }).click();
  await expect(replies.getByRole("button", { name: "Follow", exact: true })).toBeVisible();
  await expect(second.getByText("Threads that you begin, answer")).toBeVisible();
  await reply.fill("Behind the door");
  await reply.press("Enter");
  await expect(replies.getByText("Behind the door")).toBeVisible();
  await expect(link).toHaveAccessibleName("Threads");
});

test("a thread of a private room is marked as such", async ({ person }) => {
  const { page, api } = await person("Ada Lovelace");
  const room = await api.rooms.create.mutate({ kind: "private", name: "Attic" });
  const said = { roomId: room.id, threadRootId: null };
  const root = await api.messages.send.mutate({ ...said, clientId: v7(), body: "Who is it?" });
  const threadRootId = root.id;
  await api.messages.send.mutate({ ...said, threadRootId, clientId: v7(), body: "Nobody" });
  await page.goto("/threads");
  const link = page.getByRole("link", { name: "Attic · 1 reply" });
  await expect(link.locator(".lucide-lock")).toBeVisible();
});
