import type { BrowserContext, Page } from "@playwright/test";
import { v7 } from "uuid";
import { z } from "zod";

import { expectAccessible } from "./axe.ts";
import type { Person } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { holdBack } from "./slowCode.ts";
import { expect, test } from "./test.ts";

/** In place of the system's: a headless browser has none. What was told stands on the page's root. */
async function recordNotifications(
  context: BrowserContext,
  permission: NotificationPermission,
): Promise<void> {
  await context.addInitScript((initial: NotificationPermission) => {
    const told: string[] = [];
    class Recorded extends EventTarget {
      static permission = initial;
      static requestPermission(): Promise<NotificationPermission> {
        Recorded.permission = "granted";
        return Promise.resolve("granted");
      }
      constructor(title: string, { body }: NotificationOptions = {}) {
        super();
        told.push(`${title}: ${body}`);
        document.documentElement.dataset["told"] = JSON.stringify(told);
        document.addEventListener("notification-click", () =>
          this.dispatchEvent(new Event("click")),
        );
      }
      close(): void {
        this.dispatchEvent(new Event("close"));
      }
    }
    Object.assign(globalThis, { Notification: Recorded });
  }, permission);
}

async function told(...pages: Page[]): Promise<string[]> {
  const all = await Promise.all(
    pages.map((page) => page.locator("html").getAttribute("data-told")),
  );
  return all.flatMap((json) => z.array(z.string()).parse(JSON.parse(json ?? "[]")));
}

function say({ api }: Person, roomId: string, body: string) {
  return api.messages.send.mutate({ roomId, clientId: v7(), body });
}

async function firstRoom({ api }: Person): Promise<string> {
  return (await api.events.snapshot.query()).rooms[0]?.id ?? "";
}

/** Beside the rooms, and connected. */
async function openSettings(page: Page): Promise<void> {
  await page.goto("/settings/notifications");
  await expect(page.getByRole("switch", { name: "Show what was written" })).toBeVisible();
  await expect(sidebarRoom(page, "general")).toBeVisible();
}

test("a message is told of once, however many tabs there are, and a click opens it", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  await recordNotifications(grace.context, "granted");
  const roomId = await firstRoom(ada);
  const second = await grace.context.newPage();
  await openSettings(grace.page);
  await openSettings(second);

  await say(ada, roomId, `<@${grace.user.id}> the **kettle** is on`);
  await expect
    .poll(() => told(grace.page, second))
    .toEqual(["Ada Lovelace in #general: @Grace Hopper the kettle is on"]);
  const shows = { name: "Show what was written" };
  await grace.page.getByRole("switch", shows).click();
  await expect(second.getByRole("switch", shows)).not.toBeChecked();
  await say(ada, roomId, "And the milk is out");
  await expect.poll(() => told(grace.page, second)).toHaveLength(2);
  expect(await told(grace.page, second)).toContain("Ada Lovelace in #general: New message");
  await expect(grace.page).toHaveTitle(/^\(2\)/);
  await expect(grace.page.locator('link[rel="icon"]')).toHaveAttribute("href", /unread/);

  // A tab that told of one goes; another takes its place.
  const [teller, other] =
    (await told(grace.page)).length > 0 ? [grace.page, second] : [second, grace.page];
  const before = await told(other);
  await teller.close();
  await say(ada, roomId, "Milk is here");
  await expect.poll(() => told(other)).toHaveLength(before.length + 1);
  await other.evaluate(() => document.dispatchEvent(new Event("notification-click")));
  await expect(new RoomView(other).message("Milk is here")).toBeInViewport();
  await expect(other).toHaveTitle(/^#general/);
  await expect(other.locator('link[rel="icon"]')).toHaveAttribute("href", "/favicon.svg");
});

test("what comes while a page still loads what tells of it is told of when that is there", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  await recordNotifications(grace.context, "granted");
  const goOn = await holdBack(grace.page, "notifier");
  await openSettings(grace.page);
  await say(ada, await firstRoom(ada), "The kettle is on");
  await expect(sidebarRoom(grace.page, "general")).toContainText("1 unread");
  expect(await told(grace.page)).toEqual([]);
  goOn();
  await expect.poll(() => told(grace.page)).toEqual(["Ada Lovelace in #general: The kettle is on"]);
});

test("what one looks at, has muted, or does not want to be disturbed by is not told of", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  await recordNotifications(grace.context, "granted");
  const roomId = await firstRoom(ada);
  const direct = await ada.api.rooms.openDirect.mutate({ userIds: [grace.user.id] });
  const reading = await grace.context.newPage();
  await openSettings(grace.page);
  await reading.goto(`/rooms/${roomId}`);
  await expect(new RoomView(reading).composer).toBeVisible();
  await say(ada, roomId, "You are looking at this");
  await expect(new RoomView(reading).message("You are looking at this")).toBeVisible();
  const unread = async () =>
    (await grace.api.events.snapshot.query()).rooms.find(({ id }) => id === roomId)?.membership
      .unreadCount;
  await expect.poll(unread).toBe(0);
  await reading.close();

  await grace.api.rooms.setPreferences.mutate({ roomId, muted: true });
  await say(ada, roomId, `<@${grace.user.id}> this is muted`);
  await grace.api.rooms.setPreferences.mutate({ roomId, muted: false, notify: "mentions" });
  await say(ada, roomId, "This names nobody");
  await grace.api.presence.setMode.mutate({ mode: "dnd", forSeconds: 3600 });
  await expect(grace.page.getByRole("button", { name: /Do not disturb until/ })).toBeVisible();
  await say(ada, direct.id, "This disturbs");
  await expect(sidebarRoom(grace.page, "Ada Lovelace")).toContainText("1 unread");
  await expect(grace.page).not.toHaveTitle(/^\(/);
  await grace.api.presence.setMode.mutate({ mode: "auto" });
  await expect(grace.page).toHaveTitle(/^\(/);
  await say(ada, direct.id, "This does not");
  await expect.poll(() => told(grace.page)).toEqual(["Ada Lovelace: This does not"]);
});

test("the permission is asked for when there was something to tell, and not before", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  await recordNotifications(grace.context, "default");
  const roomId = await firstRoom(ada);
  await openSettings(grace.page);
  const offer = grace.page.getByRole("region", { name: "Notifications" }).filter({
    has: grace.page.getByRole("button", { name: "Turn on" }),
  });
  await expect(offer).toHaveCount(0);
  await say(ada, roomId, "Anyone there?");
  await expect(offer).toBeVisible();
  await expectAccessible(grace.page);
  await offer.getByRole("button", { name: "Turn on" }).click();
  await expect(offer).toHaveCount(0);
  await say(ada, roomId, "And now?");
  await expect.poll(() => told(grace.page)).toEqual(["Ada Lovelace in #general: And now?"]);
});
