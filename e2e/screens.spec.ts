import type { Page } from "@playwright/test";
import { v7 } from "uuid";

import { expectAccessible } from "./axe.ts";
import type { Person } from "./person.ts";
import { accountOf, password } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`every screen of the workspace is accessible, ${colorScheme}`, async ({
    person,
    server,
  }) => {
    test.setTimeout(240_000);
    const ada = await person("Ada Lovelace", { colorScheme });
    const grace = await person("Grace Hopper");
    const room = await fillRoom(ada, grace.user.id);
    const screens: [address: string, shows: (page: Page) => Promise<void>][] = [
      [`/rooms/${room.id}`, (page) => expect(page.getByRole("log")).toBeVisible()],
      [
        `/rooms/${room.id}/t/${room.rootId}`,
        (page) => expect(page.getByLabel("Reply")).toBeVisible(),
      ],
      [
        `/rooms/${room.id}/details`,
        (page) => expect(page.getByText("Details").first()).toBeVisible(),
      ],
      ["/browse", (page) => expect(page.getByRole("main")).toContainText("Pantry")],
      ["/settings/profile", (page) => expect(page.getByLabel("Username")).toBeVisible()],
      [
        "/settings/account",
        (page) => expect(page.getByText("This device", { exact: true })).toBeVisible(),
      ],
      [
        "/settings/notifications",
        (page) => expect(page.getByRole("switch", { name: "A soft note" })).toBeVisible(),
      ],
      ["/settings/appearance", (page) => expect(page.getByText("Theme").first()).toBeVisible()],
      ["/admin/people", (page) => expect(page.getByRole("main")).toContainText("Grace Hopper")],
      [
        "/admin/invites",
        (page) => expect(page.getByRole("button", { name: "Create invite link" })).toBeVisible(),
      ],
      ["/admin/bots", (page) => expect(page.getByLabel("Username")).toBeVisible()],
      ["/admin/webhooks", (page) => expect(page.getByLabel("Address")).toBeVisible()],
      ["/admin/workspace", (page) => expect(page.getByLabel(/Name/).first()).toBeVisible()],
      ["/nowhere", (page) => expect(page.getByText("There is nothing here")).toBeVisible()],
    ];
    for (const [address, shows] of screens) {
      await ada.page.goto(address);
      await shows(ada.page);
      await expectAccessible(ada.page);
    }
    await ada.page.goto(`/rooms/${room.id}`);
    for (const name of ["Create a room", "New message", /^Jump to/]) {
      await ada.page.getByRole("button", { name }).first().click();
      await expect(ada.page.getByRole("dialog")).toBeVisible();
      await expectAccessible(ada.page);
      await ada.page.keyboard.press("Escape");
      await expect(ada.page.getByRole("dialog")).toHaveCount(0);
    }
    expect(server.output).not.toContain('"level":50');
  });
}

test("on a phone the rooms come first, and the back gesture leads back to them", async ({
  person,
}) => {
  const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };
  const ada = await person("Ada Lovelace", phone);
  const { page } = ada;
  await page.goto("/");
  await sidebarRoom(page, "general").tap();
  const view = new RoomView(page);
  await expect(view.composer).toBeVisible();
  await expect(sidebarRoom(page, "general")).toBeHidden();
  await view.composer.fill("One line\nand another");
  await page.getByRole("button", { name: "Send" }).tap();
  await expect(view.log.getByText("and another")).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await page.goBack();
  await expect(sidebarRoom(page, "general")).toBeVisible();
  await expect(view.composer).toBeHidden();
});

test("everything in a room can be done from the keyboard", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const view = new RoomView(page);
  await expect(view.composer).toBeFocused();
  await page.keyboard.type("First by keyboard");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second by keyboard");
  await page.keyboard.press("Enter");
  await expect(view.message("Second by keyboard")).toBeVisible();

  await page.keyboard.press("Shift+Tab");
  await expect(view.message("Second by keyboard")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(view.message("First by keyboard")).toBeFocused();
  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Edit message" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(", changed");
  await page.keyboard.press("Enter");
  await expect(view.message("First by keyboard, changed")).toContainText("(edited)");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("gener");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/rooms\//);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the pages before the door are accessible in the dark", async ({
  browser,
  person,
  server,
}) => {
  await person("Ada Lovelace");
  const context = await browser.newContext({ baseURL: server.url, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel(/E-mail or username/).fill(accountOf("Ada Lovelace").username);
  await page.getByLabel("Password", { exact: true }).fill(`${password}?`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/invite/nonsense");
  await expect(page.getByRole("main")).toBeVisible();
  await expectAccessible(page);
  await context.close();
});

/** A room with one of each thing that a message can show. */
async function fillRoom(ada: Person, graceId: string) {
  const { id } = await ada.api.rooms.create.mutate({
    kind: "public",
    name: "Pantry",
    topic: "What is in, what is out",
    userIds: [graceId],
  });
  const bodies = [
    `<@${graceId}> look at **this** and [that](https://example.com)`,
    "> quoted\n\n- one\n- two\n\n1. three\n\n- [x] done",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```ts\nconst kettle = on();\n```\nand `inline` too, <!room>",
    "🫖",
  ];
  const [first] = await Promise.all(
    bodies.map((body) => ada.api.messages.send.mutate({ roomId: id, clientId: v7(), body })),
  );
  const rootId = first?.id ?? "";
  await ada.api.messages.react.mutate({ messageId: rootId, emoji: "👍", on: true });
  await ada.api.messages.send.mutate({
    roomId: id,
    clientId: v7(),
    body: "In the thread",
    threadRootId: rootId,
  });
  return { id, rootId };
}
