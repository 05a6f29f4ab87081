import type { Page } from "@playwright/test";

import type { ScrollRoom } from "./room.ts";

const paragraphs = 600;

/** A list without a program: what is late in it is the machine's. */
export async function plainList(room: ScrollRoom): Promise<Page> {
  const context = await room.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const rows = Array.from(
    { length: paragraphs },
    (_, index) =>
      `<p>${index} ${"words as long as those of a message ".repeat((index % 4) + 1)}</p>`,
  );
  await page.setContent(`<!doctype html>
    <style>
      body { margin: 0; font: 15px/22px sans-serif; }
      [role="log"] { block-size: 766px; overflow-y: auto; scrollbar-width: thin; background: white; }
      p { margin: 0; padding: 12px 60px; }
    </style>
    <div role="log"><div>${rows.map((row) => `<article tabindex="-1">${row}</article>`).join("")}</div></div>`);
  await page.getByRole("log").evaluate((log) => log.scrollTo(0, log.scrollHeight));
  return page;
}
