import type { Page } from "@playwright/test";

import { expectFocusBack, expectFocusWithin, tabTo } from "./keys.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

function named(page: Page) {
  return {
    button: (name: string | RegExp) => page.getByRole("button", { name, exact: true }),
    dialog: (name: string | RegExp) => page.getByRole("dialog", { name }),
    menu: page.getByRole("menu"),
  };
}

test("what opens over a message gives the focus back to where it was", async ({ person }) => {
  const { page } = await person("Ada Lovelace");
  const view = new RoomView(page);
  const { button, dialog, menu } = named(page);
  await page.getByLabel("Files to attach").setInputFiles({
    name: "dot.png",
    mimeType: "image/png",
    buffer: dot,
  });
  await expect(button("Remove dot.png")).toBeVisible();
  const acknowledged = page.waitForResponse(/messages\.send/);
  await view.say("A dot");
  await acknowledged;
  await view.act("A dot", "Edit");
  const editor = page.getByRole("textbox", { name: "Edit message" });
  await expect(editor).toHaveValue("A dot");
  await editor.fill("A dot, and round");
  await editor.press("Enter");
  const said = view.message("A dot, and round");
  const mark = said.getByRole("button", { name: "(edited)" });
  await expect(mark).toBeVisible();

  await expectFocusBack({ from: view.composer, key: "Control+k", opens: dialog("Jump to") });
  await expectFocusBack({ from: button("Emoji"), opens: dialog("Emoji") });
  await expectFocusBack({ from: said, key: "?", opens: dialog("Keyboard shortcuts") });
  await expectFocusBack({ from: said, key: "r", opens: dialog("Add a reaction") });
  await expectFocusBack({ from: said, key: "Delete", opens: dialog("Delete this message?") });
  await expectFocusBack({
    from: said.getByRole("link", { name: "dot.png" }),
    opens: dialog("dot.png"),
  });
  await expectFocusBack({ from: mark, opens: dialog("Versions of this message") });
  await expectFocusBack({
    from: view.log.getByRole("button", { name: "Ada Lovelace" }).first(),
    opens: dialog("Profile of Ada Lovelace"),
  });
  await expectFocusBack({
    from: view.log.getByRole("button", { name: /jump to a date$/ }),
    opens: dialog("Jump to a date"),
  });

  await said.focus();
  const more = said.getByRole("button", { name: "More" });
  await tabTo(more);
  await expectFocusBack({ from: more, opens: menu });

  await said.focus();
  await page.keyboard.press("r");
  await tabTo(button("All emoji"));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Search emoji")).toBeFocused();
  await page.keyboard.type("teapot");
  // At once, though the list follows what is typed a little later.
  await page.keyboard.press("Enter");
  await expect(said.getByRole("button", { name: "🫖, 1" })).toBeVisible();
  await expect(said).toBeFocused();
});

test("what opens around a room gives the focus back to where it was", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  await person("Grace Hopper");
  const { page } = ada;
  const { button, dialog, menu } = named(page);
  await expectFocusBack({ from: button("The Snug"), opens: menu });
  await expectFocusBack({ from: button("Create a room"), opens: dialog("Create a room") });
  await expectFocusBack({ from: button("New message"), opens: dialog("New message") });
  await expectFocusBack({ from: button("Room options"), opens: menu });
  await expectFocusBack({ from: sidebarRoom(page, "general"), key: "Shift+F10", opens: menu });

  const oneself = button(/^You: /);
  await oneself.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: /status/ })).toBeFocused();
  await page.keyboard.press("Enter");
  const status = dialog("Your status");
  await expectFocusWithin(status);
  await expectFocusBack({ from: button("Choose an emoji"), opens: dialog("Emoji") });
  await page.keyboard.press("Escape");
  await expect(status).toHaveCount(0);
  await expect(oneself).toBeFocused();

  await button(/^Details/).click();
  const members = page.getByRole("region", { name: "Members" });
  const grace = members.getByRole("button").filter({ hasText: "Grace Hopper" });
  await expectFocusBack({ from: grace, opens: dialog("Profile of Grace Hopper") });
  await expectFocusBack({
    from: page.getByRole("tabpanel").getByRole("button", { name: "Add people" }),
    opens: dialog(/^Add people/),
  });
  const actions = button("Actions for Grace Hopper");
  await expectFocusBack({ from: actions, opens: menu });
  await actions.focus();
  await page.keyboard.press("Enter");
  await expectFocusWithin(menu);
  await page.keyboard.type("remove");
  await expect(page.getByRole("menuitem", { name: "Remove" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expectFocusWithin(dialog(/^Remove Grace Hopper/));
  await page.keyboard.press("Escape");
  await expect(actions).toBeFocused();
  await page.getByRole("tab", { name: "Settings" }).click();
  for (const [name, opens] of [
    ["Rename", /^Rename/],
    ["Webhooks", /^Webhooks/],
  ] as const) {
    await expectFocusBack({ from: button(name), opens: dialog(opens) });
  }

  await page.goto("/settings/account");
  await expectFocusBack({
    from: button("Add a device"),
    opens: dialog("Sign in on another device"),
  });
  await page.goto("/admin/people");
  const about = button("More about Grace Hopper");
  for (const [name, opens] of [
    ["Make a password link", /link/],
    ["Deactivate", /^Deactivate/],
  ] as const) {
    await about.focus();
    await page.keyboard.press("Enter");
    await expectFocusWithin(menu);
    await page.keyboard.type(name);
    await expect(page.getByRole("menuitem", { name })).toBeFocused();
    await page.keyboard.press("Enter");
    await expectFocusWithin(dialog(opens));
    await page.keyboard.press("Escape");
    await expect(about).toBeFocused();
  }
});

test("whoever goes on to write while a card is open writes", async ({ person }) => {
  const { page } = await person("Ada Lovelace");
  const view = new RoomView(page);
  await view.say("Hello");
  const card = page.getByRole("dialog", { name: "Profile of Ada Lovelace" });
  await view.log.getByRole("button", { name: "Ada Lovelace" }).first().click();
  await expectFocusWithin(card);
  await view.composer.click();
  await expect(card).toHaveCount(0);
  await page.keyboard.type("and on");
  await expect(view.composer).toHaveValue("and on");
});

/** One pixel. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
