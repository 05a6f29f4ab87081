import type { Locator } from "@playwright/test";

import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

async function expectWhole(locator: Locator): Promise<void> {
  await expect(locator).toBeVisible();
  await expect(locator).toBeInViewport({ ratio: 1 });
}

test("what opens over the list of rooms is there on a phone", async ({ person }) => {
  const { page } = await person("Ada Lovelace", phone);
  await page.goto("/");
  for (const [opener, dialog] of [
    ["Create a room", "Create a room"],
    ["New message", "New message"],
    [/^Jump to/, "Jump to"],
  ] as const) {
    await page.getByRole("button", { name: opener }).click();
    await expectWhole(page.getByRole("dialog", { name: dialog }));
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await page.getByRole("button", { name: /^You: / }).click();
  await page.getByRole("menuitem", { name: /status/ }).click();
  await expectWhole(page.getByRole("dialog", { name: "Your status" }));
});

test("nothing is said of keys where there are none", async ({ person }) => {
  const { page } = await person("Ada Lovelace", phone);
  await page.goto("/");
  await page.getByRole("button", { name: "The Snug" }).tap();
  await expect(page.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /shortcuts/ })).toHaveCount(0);
});

test("what is drawn in code stays whole, and moves sideways under a finger", async ({ person }) => {
  const { page } = await person("Ada Lovelace", phone);
  await page.goto("/");
  await page.getByRole("link", { name: "general" }).tap();
  const room = new RoomView(page);
  const edge = "─".repeat(60);
  await room.composer.fill(`\`\`\`\n┌${edge}┐\n└${edge}┘\n\`\`\``);
  await page.getByRole("button", { name: "Send" }).tap();
  const code = room.log.locator("pre");
  await expect(code.getByText("┌")).toBeVisible();
  const [lines, hidden] = await code.evaluate((pre) => {
    const style = getComputedStyle(pre);
    const padding = Number.parseFloat(style.paddingTop) * 2;
    const height = (pre.clientHeight - padding) / Number.parseFloat(style.lineHeight);
    return [Math.round(height), pre.scrollWidth - pre.clientWidth];
  });
  expect(lines).toBe(2);
  expect(hidden).toBeGreaterThan(0);
  await expectWhole(room.log.getByRole("button", { name: "Copy code" }));
});

test("cards and suggestions are whole on a phone", async ({ person }) => {
  const ada = await person("Ada Lovelace", phone);
  const grace = await person("Grace Hopper");
  await new RoomView(grace.page).say("Hello");
  const { page } = ada;
  const room = new RoomView(page);
  await page.goto("/");
  await page.getByRole("link", { name: "general" }).click();
  await room.log.getByRole("button", { name: "Grace Hopper" }).click();
  const card = page.getByRole("dialog", { name: "Profile of Grace Hopper" });
  await expectWhole(card);
  for (const action of ["Message", "Mention"]) {
    await expectWhole(card.getByRole("button", { name: action }));
  }
  await page.keyboard.press("Escape");
  await room.composer.pressSequentially("/sh");
  const suggestions = page.getByRole("listbox", { name: "Suggestions" });
  await expectWhole(suggestions);
  expect((await suggestions.boundingBox())?.width).toBeGreaterThan(340);
});

test("a held message offers what can be done with it and says when it was sent", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace", phone);
  const grace = await person("Grace Hopper");
  await new RoomView(grace.page).say("Hello");
  const { page } = ada;
  await page.goto("/");
  await page.getByRole("link", { name: "general" }).click();
  const message = new RoomView(page).message("Hello");
  const sheet = page.getByRole("dialog", { name: "Message actions" });
  await message.dispatchEvent("pointerdown", { pointerType: "touch" });
  await expectWhole(sheet);
  await message.dispatchEvent("pointerup", { pointerType: "touch" });
  await expect(sheet.getByRole("button", { name: "Quote" })).toBeVisible();
  await expect(sheet).toContainText(/\d{4} at \d{1,2}:\d\d:\d\d/);
  await page.touchscreen.tap(187, 20);
  await expect(sheet).toHaveCount(0);
});
