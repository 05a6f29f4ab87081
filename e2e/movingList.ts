import type { Locator } from "@playwright/test";

import { expect } from "./test.ts";

/** Moves a list to and fro, as it moves while rows are measured or come in, until what it returns is called. */
export async function moveByItself(log: Locator): Promise<() => Promise<unknown>> {
  const stop = await log.evaluateHandle((list) => {
    let moving = true;
    function move(by: number) {
      list.scrollBy(0, by);
      if (moving) requestAnimationFrame(() => move(-by));
    }
    move(-1);
    return () => (moving = false);
  });
  // The virtualiser has noticed.
  await expect(log.locator("> :last-child")).toHaveAttribute("style", /pointer-events: none/);
  return () => stop.evaluate((end) => end());
}
