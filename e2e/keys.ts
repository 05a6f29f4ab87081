import type { Locator } from "@playwright/test";

import { expect } from "./test.ts";

/** More than there are on any screen. */
const mostStops = 80;

/** Presses Tab until it has the focus: what cannot be reached so fails. */
export async function tabTo(target: Locator, key = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

export async function backTo(target: Locator): Promise<void> {
  await tabTo(target, "Shift+Tab");
}

interface Opening {
  /** From where, and what has the focus again in the end. */
  from: Locator;
  /** Enter, unless it says otherwise. */
  key?: string;
  /** What opens and takes the focus. */
  opens: Locator;
}

/** Opens something by a key, and closes it by Esc. */
export async function expectFocusBack({ from, key = "Enter", opens }: Opening): Promise<void> {
  await from.focus();
  await from.page().keyboard.press(key);
  await expectFocusWithin(opens);
  await from.page().keyboard.press("Escape");
  await expect(opens).toHaveCount(0);
  await expect(from).toBeFocused();
}

export async function expectFocusWithin(part: Locator): Promise<void> {
  await expect(part).toBeVisible();
  await expect
    .poll(() => part.evaluate((element) => element.contains(document.activeElement)))
    .toBe(true);
}
