import type { Locator } from "@playwright/test";

import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

const forced = { forcedColors: "active" } as const;

test("in the system's own colours, what is on looks other than what is off", async ({ person }) => {
  const { page } = await person("Ada Lovelace", forced);

  await page.goto("/admin/webhooks");
  await expectAnotherLook(page.getByRole("checkbox", { name: "a message is sent" }));
  await expectAnotherLook(page.getByRole("link", { name: "Bots" }));

  await page.goto("/settings/notifications");
  await expectAnotherLook(page.getByRole("switch", { name: "Show what was written" }));

  await page.goto("/settings/appearance");
  await expectAnotherLook(page.locator("label", { hasText: "Compact" }));
});

test("in the system's own colours, what is done is told from what is not", async ({ person }) => {
  const { page } = await person("Ada Lovelace", forced);
  const room = new RoomView(page);
  await room.say("- [x] tea\n- [ ] tea");
  const tasks = room.message("tea").getByRole("listitem");
  await expect(tasks).toHaveCount(2);
  expect(await lookOf(tasks.nth(0))).not.toEqual(await lookOf(tasks.nth(1)));
});

test("in the system's own colours, what floats has an edge", async ({ person }) => {
  const { page } = await person("Ada Lovelace", forced);
  await page.getByRole("button", { name: "Create a room" }).first().click();
  await expect(page.getByRole("dialog")).toHaveCSS("border-top-style", "solid");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^You: / }).click();
  await expect(page.getByRole("menu")).toHaveCSS("border-top-style", "solid");
});

test("in the system's own colours, days are parted by lines, and what is over them has an edge", async ({
  person,
}) => {
  const { page } = await person("Ada Lovelace", forced);
  const room = new RoomView(page);
  await room.say("A short list");
  const day = page.getByRole("button", { name: /jump to a date/ });
  for (const pseudo of ["before", "after"] as const) {
    await expect(day.locator("..")).toHaveCSS("border-top-style", "solid", { pseudo });
  }
  await room.say("A long list\n".repeat(120));
  await room.say("Its end");
  await expect(room.message("Its end")).toBeInViewport();
  await room.log.hover();
  await page.mouse.wheel(0, -1500);
  await expect(page.getByRole("button", { name: "Jump to newest" })).toHaveCSS(
    "border-top-style",
    "solid",
  );
  const stickyDay = page.locator("[aria-hidden] > button > time");
  await expect(stickyDay).toHaveCSS("border-top-style", "solid");
});

async function expectAnotherLook(control: Locator): Promise<void> {
  const before = await lookOf(control);
  await control.click();
  await expect.poll(async () => (await lookOf(control)).equals(before)).toBe(false);
}

/** As it is without the focus and the mouse. */
async function lookOf(control: Locator): Promise<Buffer> {
  await control.page().mouse.move(0, 0);
  await control.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return await control.screenshot({ animations: "disabled", caret: "hide" });
}
