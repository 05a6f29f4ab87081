import type { Locator, Page } from "@playwright/test";
import { v7 } from "uuid";

import { threadPath } from "../src/web/paths.ts";
import { hold, watchFor } from "./held.ts";
import type { Person } from "./person.ts";
import { expect, test } from "./test.ts";

test("following a thread and leaving it shows before the server has heard of it", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const grace = await person("Grace Hopper");
  const { root, link } = await threadOf(ada, "Tea at four", "With milk");
  await page.goto(link);
  const replies = page.getByRole("log", { name: "Replies" });
  const list = threadList(page);
  const held = await hold(page, /threads\.follow/);
  await replies.getByRole("button", { name: "Unfollow" }).click();
  await expect(replies.getByRole("button", { name: "Follow", exact: true })).toBeVisible();
  await page.getByRole("link", { name: /^Threads/ }).click();
  await expect(page.getByText("No threads yet")).toBeVisible();

  await page.goBack();
  await replies.getByRole("button", { name: "Follow", exact: true }).click();
  await expect(replies.getByRole("button", { name: "Unfollow" })).toBeVisible();
  await page.getByRole("link", { name: /^Threads/ }).click();
  await expect(list.getByRole("listitem")).toContainText("With milk");
  const flickers = await watchFor(page.getByRole("main"), /No threads yet/);
  const asked = page.waitForResponse(/threads\.follow/);
  held.release();
  await asked;
  await page.waitForResponse(/threads\.follow/);
  await say(grace, "With lemon", root.id);
  await expect(list.getByRole("listitem")).toContainText(/1 new.*With lemon/);
  expect(await flickers.seen()).toEqual([]);
});

test("a thread is left from the list, and is back when the server refuses", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const { link } = await threadOf(ada, "Tea at four", "With milk");
  await page.goto("/threads");
  const card = threadList(page).getByRole("listitem");
  const held = await hold(page, /threads\.follow/, (route) => route.abort());
  await card.getByRole("button", { name: "Unfollow" }).click();
  await expect(page.getByText("No threads yet")).toBeVisible();
  held.release();
  await expect(card).toContainText("With milk");
  await expect(page.getByText("The server cannot be reached")).toBeVisible();

  await page.goto(link);
  const replies = page.getByRole("log", { name: "Replies" });
  await replies.getByRole("button", { name: "Unfollow" }).click();
  await expect(page.getByText("The server cannot be reached")).toBeVisible();
  await expect(replies.getByRole("button", { name: "Unfollow" })).toBeVisible();
});

test("a thread whose last reply was deleted shows the one before it, and never what is gone", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const grace = await person("Grace Hopper");
  const { root } = await threadOf(ada, "Tea at four", "With milk");
  const { id: messageId } = await say(grace, "With lemon", root.id);
  await page.goto("/threads");
  const card = threadList(page).getByRole("listitem");
  await expect(card).toContainText("With lemon");
  const height = await card.evaluate((element) => element.clientHeight);
  const flickers = await watchFor(card, /deleted/);
  const held = await hold(page, /threads\.(list|unread)/);
  await grace.api.messages.delete.mutate({ messageId });
  await expect(card).not.toContainText("With lemon");
  await expect(card.locator("[aria-busy]")).toBeVisible();
  expect(await card.evaluate((element) => element.clientHeight)).toBe(height);
  held.release();
  await expect(card).toContainText("With milk");
  expect(await card.evaluate((element) => element.clientHeight)).toBe(height);
  expect(await flickers.seen()).toEqual([]);
});

function threadList(page: Page): Locator {
  return page.getByRole("list", { name: "Threads" });
}

/** A thread that someone begins and answers, which they follow so. */
async function threadOf(person: Person, text: string, reply: string) {
  const root = await say(person, text);
  await say(person, reply, root.id);
  return { root, link: threadPath(root.roomId, root.id) };
}

/** Says something in the first room. */
async function say({ api }: Person, body: string, threadRootId: string | null = null) {
  const [room] = (await api.events.snapshot.query()).rooms;
  return api.messages.send.mutate({ roomId: room?.id ?? "", clientId: v7(), body, threadRootId });
}
