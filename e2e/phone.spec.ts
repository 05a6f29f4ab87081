import type { CDPSession, Locator } from "@playwright/test";

import { moveByItself } from "./movingList.ts";
import { pick } from "./pick.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

/** It stays there until it is lifted. */
async function putFingerOn(target: Locator, touch: CDPSession): Promise<void> {
  const box = await target.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 12, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
}

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

test("a finger that rests on whatever is in a message opens its actions, and the next tap counts", async ({
  person,
}) => {
  const { page, context } = await person("Ada Lovelace", phone);
  const touch = await context.newCDPSession(page);
  await page.goto("/");
  await page.getByRole("link", { name: "general" }).tap();
  const room = new RoomView(page);
  const acknowledged = page.waitForResponse(/messages\.send/);
  await room.composer.fill("Words\n\n<https://example.com/>\n\n```\ncode\n```");
  await page.getByRole("button", { name: "Send" }).tap();
  await acknowledged;
  const sheet = page.getByRole("dialog", { name: "Message actions" });

  async function hold(target: Locator, end: "touchEnd" | "touchCancel"): Promise<void> {
    await expectWhole(target);
    await putFingerOn(target, touch);
    await expectWhole(sheet);
    await touch.send("Input.dispatchTouchEvent", { type: end, touchPoints: [] });
    await expectWhole(sheet);
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
  }

  await hold(room.log.getByText("Words"), "touchEnd");
  await hold(room.log.getByRole("link", { name: "example.com" }), "touchEnd");
  await hold(room.log.locator("pre"), "touchEnd");
  // As when the system's own menu takes over: no click follows that would have to be kept from the sheet.
  await hold(room.log.getByText("Words"), "touchCancel");
  await page.getByRole("link", { name: "Back to all rooms" }).tap();
  await expect(page.getByRole("link", { name: "Saved" })).toBeVisible();
});

test("a finger that rests on a picture opens the message's actions, not the picture nor the browser's menu", async ({
  person,
}) => {
  const { page, context } = await person("Ada Lovelace", phone);
  const touch = await context.newCDPSession(page);
  await page.goto("/");
  await page.getByRole("link", { name: "general" }).tap();
  const room = new RoomView(page);
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 200 } });
  await pick(room, [{ name: "hut.png", mimeType: "image/png", buffer }]);
  await page.getByRole("button", { name: "Send" }).tap();
  const picture = room.log.getByRole("link", { name: "hut.png" });
  await expectWhole(picture);
  const sheet = page.getByRole("dialog", { name: "Message actions" });
  const viewer = page.getByRole("dialog", { name: "hut.png" });

  await putFingerOn(picture, touch);
  await expectWhole(sheet);
  expect(await picture.evaluate(asksForMenu)).toBe(false);
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expectWhole(sheet);
  await expect(viewer).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  expect(await picture.evaluate(asksForMenu)).toBe(true);
  await picture.tap();
  await expect(viewer).toBeVisible();
});

/** Whether the system's menu opens, for which it asks by an event: not every Chromium does so for a finger. */
function asksForMenu(element: Element): boolean {
  return element.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
}

test("a finger means what it was put on while the list moves by itself", async ({ person }) => {
  const { page, context } = await person("Ada Lovelace", phone);
  const touch = await context.newCDPSession(page);
  await page.goto("/");
  await page.getByRole("link", { name: "general" }).tap();
  const room = new RoomView(page);
  for (const words of ["A long story\n".repeat(60), "The end @Ada Lovelace"]) {
    await room.composer.fill(words);
    await page.getByRole("button", { name: "Send" }).tap();
  }
  const mention = room.log.getByRole("button", { name: "@Ada Lovelace" });
  await expectWhole(mention);
  const stop = await moveByItself(room.log);
  const sheet = page.getByRole("dialog", { name: "Message actions" });
  await putFingerOn(mention, touch);
  await expectWhole(sheet);
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await putFingerOn(mention, touch);
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(page.getByRole("dialog", { name: "Profile of Ada Lovelace" })).toBeVisible();
  await stop();
});
