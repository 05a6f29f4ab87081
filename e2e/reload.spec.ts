import type { Locator, Page } from "@playwright/test";

import type { Person } from "./person.ts";
import { problemsOn } from "./problems.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

/** Something that one can look at: the way there, and what tells that one is. */
interface Sight {
  open: () => Promise<void>;
  shows: Locator;
}

function sightsOf(page: Page) {
  const panel = (name: string) => page.getByRole("complementary", { name });
  const tab = (name: string) => panel("Details").getByRole("tab", { name });
  const kettle = "Is the kettle on?";
  const inRoom = {
    thread: {
      open: () => new RoomView(page).act(kettle, "Reply in thread"),
      shows: panel("Thread").getByText("It whistles"),
    },
    members: {
      open: () => page.getByRole("button", { name: /^Details/ }).click(),
      shows: page.getByRole("region", { name: "Members" }).getByText("Grace Hopper"),
    },
    files: { open: () => tab("Files").click(), shows: page.getByRole("region", { name: "Files" }) },
    pins: { open: () => tab("Pins").click(), shows: panel("Details").getByText(kettle) },
    settings: { open: () => tab("Settings").click(), shows: page.getByLabel("Tell me about") },
    search: {
      open: async () => {
        await page.getByRole("button", { name: "Search messages" }).click();
        const field = page.getByRole("combobox", { name: "Search messages" });
        await field.fill("kettle");
        await field.press("Enter");
      },
      shows: page.getByRole("list", { name: "Results" }).getByText("kettle").first(),
    },
  } satisfies Record<string, Sight>;
  const settings = (part: string) => async () => {
    if (!page.url().includes("/settings")) {
      await page.getByRole("button", { name: "The Snug" }).click();
      await page.getByRole("menuitem", { name: "Settings" }).click();
    }
    const parts = page.getByRole("navigation", { name: "Settings" });
    await parts.getByRole("link", { name: part }).click();
  };
  const beside = {
    saved: {
      open: () => sidebarRoom(page, "Saved").click(),
      shows: page.getByRole("list", { name: "Saved messages" }).getByText(kettle),
    },
    threads: {
      open: () => sidebarRoom(page, "Threads").click(),
      shows: page.getByRole("list", { name: "Threads" }).getByText(kettle),
    },
    account: { open: settings("Account"), shows: page.getByText("This device", { exact: true }) },
    notifications: {
      open: settings("Notifications"),
      shows: page.getByRole("switch", { name: "A soft note" }),
    },
    appearance: {
      open: settings("Appearance"),
      shows: page.getByRole("radiogroup", { name: "Theme" }),
    },
    profile: { open: settings("Profile"), shows: page.getByLabel("Your name") },
  } satisfies Record<string, Sight>;
  return { inRoom, beside };
}

/** Someone in a room with a thread, a pin, something saved, and two drafts. */
async function settleIn(person: (name: string) => Promise<Person>) {
  const { page } = await person("Ada Lovelace");
  const problems = problemsOn(page);
  const view = new RoomView(page);
  const reply = page.getByRole("textbox", { name: "Reply" });
  const grace = await person("Grace Hopper");
  await new RoomView(grace.page).say("Is the kettle on?");
  await expect(view.message("Is the kettle on?")).toBeVisible();
  await view.choose("Is the kettle on?", "Pin");
  await view.choose("Is the kettle on?", "Save");
  await view.act("Is the kettle on?", "Reply in thread");
  await reply.fill("It whistles");
  await reply.press("Enter");
  await expect(page.getByRole("log", { name: "Replies" }).getByText("It whistles")).toBeVisible();
  await reply.pressSequentially("Half an answer");
  await page.keyboard.press("Escape");
  await view.composer.pressSequentially("Half a sentence");
  return { page, problems, view, reply };
}

test("a reload leads to what one was looking at, and keeps what one was writing", async ({
  person,
}) => {
  const { page, problems, view, reply } = await settleIn(person);
  const room = page.url();

  const { inRoom, beside } = sightsOf(page);
  for (const { open, shows } of Object.values(inRoom)) {
    await open();
    await expectSameAfterReload(page, shows);
    await expect(view.composer).toHaveValue("Half a sentence");
  }
  await inRoom.thread.open();
  await page.reload();
  await expect(reply).toHaveValue("Half an answer");
  await page.goto(room);
  for (const { open, shows } of Object.values(beside)) {
    await open();
    await expectSameAfterReload(page, shows);
  }
  expect(problems).toEqual([]);
});

test("the ways back and forward lead through what one has looked at, one step each", async ({
  person,
}) => {
  const { page, problems, view, reply } = await settleIn(person);
  await page.goto(page.url());
  await expect(view.composer).toHaveValue("Half a sentence");
  const { inRoom, beside } = sightsOf(page);
  const seen: { address: string; shows: Locator }[] = [
    { address: page.url(), shows: view.message("Is the kettle on?") },
  ];
  for (const { open, shows } of [inRoom.thread, inRoom.members, beside.saved, beside.threads]) {
    await open();
    await expect(shows).toBeVisible();
    seen.push({ address: page.url(), shows });
  }
  const last = seen.length - 1;
  for (let at = last - 1; at >= 0; at -= 1) {
    await page.goBack();
    await expectSight(seen[at]);
    if (at === 1) await expect(reply).toHaveValue("Half an answer");
  }
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await expect(view.composer).toHaveValue("Half a sentence");
  for (let at = 1; at <= last; at += 1) {
    await page.goForward();
    await expectSight(seen[at]);
  }
  expect(problems).toEqual([]);

  async function expectSight(sight: (typeof seen)[number] | undefined): Promise<void> {
    if (sight === undefined) throw new Error("nothing was seen there");
    await expect(page).toHaveURL(sight.address);
    await expect(sight.shows).toBeVisible();
  }
});

test("on a phone a reload stays where one is, and the way back leads to the rooms", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace", {
    viewport: { width: 375, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = ada;
  const view = new RoomView(page);
  await page.goto("/");
  const rooms = page.getByRole("main").getByRole("link", { name: "general" });
  await rooms.click();
  await view.composer.pressSequentially("Half a sentence");
  const room = page.url();
  await page.getByRole("button", { name: /^Details/ }).click();
  await expectSameAfterReload(page, page.getByRole("region", { name: "Members" }));
  await page.goBack();
  await expect(page).toHaveURL(room);
  await expect(view.composer).toHaveValue("Half a sentence");
  await expectSameAfterReload(page, view.composer);
  await page.getByRole("link", { name: "Back to all rooms" }).click();
  await expect(rooms).toBeVisible();
  await page.goForward();
  await expect(view.composer).toHaveValue("Half a sentence");
});

async function expectSameAfterReload(page: Page, shows: Locator): Promise<void> {
  await expect(shows).toBeVisible();
  const address = page.url();
  const title = await page.title();
  await page.reload();
  await expect(shows).toBeVisible();
  await expect(page).toHaveURL(address);
  await expect(page).toHaveTitle(title);
}
