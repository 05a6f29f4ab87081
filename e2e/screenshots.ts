// `npm run screenshots`: takes the pictures in docs/screenshots/ from the real app.
// `npm run screenshots -- sign-in` takes only those whose name begins so.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import type { Browser, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import { z } from "zod";

import { browserArguments, findBrowser } from "./browser.ts";
import { apiOf } from "./person.ts";
import { SnugServer } from "./server.ts";
import type { Shot } from "./shots.ts";
import { shots } from "./shots.ts";

const folder = join(import.meta.dirname, "../docs/screenshots");
const heights = { 1440: 900, 1024: 768, 768: 1024, 375: 812 } as const;
/** A Thursday afternoon, for the demo and for the browser, so that pictures differ by design only. */
const now = "2026-03-05T14:30:00Z";

const ownerSchema = z.object({ username: z.string(), password: z.string() });

interface Picture {
  shot: Shot;
  theme: Shot["themes"][number];
  width: Shot["widths"][number];
}

async function take(browser: Browser, { shot, theme, width }: Picture): Promise<void> {
  // On data of its own: what one picture reads would be read in the next.
  await using server = await SnugServer.prepare({}, shot.as === "first" ? empty : demo);
  await server.start();
  await using context = await browser.newContext({
    baseURL: server.url,
    colorScheme: theme,
    viewport: { width, height: heights[width] },
    hasTouch: width < 640,
    // A fade caught half-way would make every run another picture.
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
  });
  if (shot.as === "owner") {
    const { username: login, password } = owner;
    await apiOf(context.request, server.url).session.signIn.mutate({ login, password });
  }
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  await shot.show(page);
  await settle(page);
  const name = `${shot.name}-${width}-${theme}.png`;
  await page.screenshot({ path: join(folder, name), animations: "disabled", caret: "hide" });
  console.log(`docs/screenshots/${name}`);
}

/** Waits for what loads late: fonts, pictures, parts of the app. */
async function settle(page: Page): Promise<void> {
  // Where the mouse last clicked, something would look hovered.
  await page.mouse.move(0, 0);
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

await mkdir(folder, { recursive: true });
await using browser = await chromium.launch({
  executablePath: findBrowser(),
  args: browserArguments,
});
await using empty = await SnugServer.prepare();
await using demo = await SnugServer.prepare();
const owner = ownerSchema.parse(JSON.parse(await demo.run("demo", "--json", "--now", now)));

for (const shot of shots.filter(({ name }) => name.startsWith(process.argv[2] ?? ""))) {
  for (const theme of shot.themes) {
    for (const width of shot.widths) await take(browser, { shot, theme, width });
  }
}
