import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { keepUnread, startDemo } from "./demo.ts";
import { accountOf, password } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { shots } from "./shots.ts";
import { expect, test } from "./test.ts";

const parts = 4;

for (let part = 0; part < parts; part += 1) {
  const some = shots.filter(({ as }, index) => as !== "first" && index % parts === part);
  const names = some.map(({ name }) => name).join(", ");
  test(`accessible in light and dark, and not too wide: ${names}`, async ({ browser }) => {
    test.setTimeout(240_000);
    await using demo = await startDemo(browser, { now: new Date().toISOString() });
    for (const shot of some) {
      const context = await browser.newContext({
        baseURL: demo.server.url,
        ...(shot.as === "owner" ? { storageState: demo.session } : {}),
        viewport: { width: shot.widths.includes(1440) ? 1440 : 375, height: 900 },
        // A fade caught half-way has colours of its own.
        reducedMotion: "reduce",
      });
      await keepUnread(context);
      const page = await context.newPage();
      await test.step(shot.name, async () => {
        await shot.show(page, demo.places);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page);
        }
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await overflow(page), `${shot.name} scrolls sideways`).toBe(0);
      });
      await context.close();
    }
    expect(demo.server.output).not.toContain('"level":50');
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
  expect(await overflow(page)).toBe(0);
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
  await expect(page.getByRole("button", { name: "Attach files" })).toBeFocused();
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
  await expect(page.getByRole("combobox", { name: /^Jump to/ })).toBeFocused();
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

/** Pixels by which the page, or a part of it that the frame would cut off, is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll("main, nav, aside, dialog[open]")];
    return Math.max(
      document.documentElement.scrollWidth - innerWidth,
      ...parts.map((part) => Math.ceil(part.getBoundingClientRect().width) - innerWidth),
      0,
    );
  });
}
