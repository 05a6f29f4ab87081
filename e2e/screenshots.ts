// `npm run screenshots`: takes the pictures in docs/screenshots/ from the real app.
// `npm run screenshots -- sign-in` takes only those whose name begins so.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Browser, Page } from "@playwright/test";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { z } from "zod";

import type { SnugClient } from "../src/client/index.ts";
import { createSnugClient } from "../src/client/index.ts";
import { browserArguments, findBrowser } from "./browser.ts";
import type { Demo } from "./demo.ts";
import { keepUnread, startDemo } from "./demo.ts";
import { SnugServer } from "./server.ts";
import type { Shot, Width } from "./shots.ts";
import { shots } from "./shots.ts";

const folder = process.env["SHOTS_DIR"] ?? join(import.meta.dirname, "../docs/screenshots");
const heights = { 1920: 1080, 1440: 900, 768: 1024, 375: 812 } as const;
/** A Thursday afternoon, for the demo, its servers and the browser, so that pictures differ by design only. */
const now = "2026-03-05T14:30:00Z";
const clock = {
  SNUG_NOW: now,
  NODE_OPTIONS: `--import=${join(import.meta.dirname, "stoppedClock.ts")}`,
};
const atOnce = 2;

const tokenSchema = z.object({ secret: z.string() });

interface Picture {
  shot: Shot;
  theme: "light" | "dark";
  width: Width;
}

interface Stage {
  browser: Browser;
  empty: SnugServer;
  demo: Demo;
}

await mkdir(folder, { recursive: true });
await using browser = await chromium.launch({
  executablePath: findBrowser(),
  args: browserArguments,
});
await using empty = await SnugServer.prepare(clock);
await empty.start();
await using demo = await startDemo(browser, { env: clock, now });
await using _others = await whoIsThere(demo.server, ["mira", "yuki", "tomasz", "jonas"]);
const stage: Stage = { browser, empty, demo };

const failures: string[] = [];
const pictures = picturesOf(process.argv.slice(2));
async function takeAll(): Promise<void> {
  for (let picture = pictures.shift(); picture; picture = pictures.shift()) {
    await take(stage, picture).catch((error: unknown) => failures.push(String(error)));
  }
}
await Promise.all(Array.from({ length: atOnce }, takeAll));
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;

/** Those whose file's name begins with one of these; without any, all. */
function picturesOf(starts: string[]): Picture[] {
  const all = shots.flatMap((shot) =>
    (["light", "dark"] as const).flatMap((theme) =>
      shot.widths.map((width) => ({ shot, theme, width })),
    ),
  );
  if (starts.length === 0) return all;
  return all.filter((picture) => starts.some((start) => fileName(picture).startsWith(start)));
}

function fileName({ shot, theme, width }: Picture): string {
  return `${shot.name}-${width}-${theme}.png`;
}

async function take(stage: Stage, picture: Picture): Promise<void> {
  const { shot, theme, width } = picture;
  const name = fileName(picture);
  await using context = await stage.browser.newContext({
    baseURL: shot.as === "first" ? stage.empty.url : stage.demo.server.url,
    ...(shot.as === "owner" ? { storageState: stage.demo.session } : {}),
    colorScheme: theme,
    viewport: { width, height: heights[width] },
    hasTouch: width < 640,
    // Scroll bars that take no space, as on a phone.
    isMobile: width < 640,
    // A fade caught half-way would make every run another picture.
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
  });
  context.setDefaultTimeout(20_000);
  await keepUnread(context);
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  try {
    await shot.show(page, stage.demo.places);
    await settle(page);
  } catch (error) {
    throw new Error(`${name}: ${String(error)}`, { cause: error });
  }
  const taken = await page.screenshot({ animations: "disabled", caret: "hide" });
  // A fourth of the size, and nothing to be seen of it.
  await writeFile(join(folder, name), await sharp(taken).png({ palette: true }).toBuffer());
  console.log(name);
}

/** Waits for what loads late: fonts, pictures, parts of the app. */
async function settle(page: Page): Promise<void> {
  // Where the mouse last clicked, something would look hovered.
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  });
  await page.waitForTimeout(300);
}

/** Has people of the demo be online. */
async function whoIsThere(server: SnugServer, usernames: string[]): Promise<AsyncDisposable> {
  const clients: SnugClient[] = [];
  for (const username of usernames) {
    const token = await server.run("token", "create", username, "--json");
    const { secret } = tokenSchema.parse(JSON.parse(token));
    const client = createSnugClient({ url: server.url, token: secret });
    await client.connect();
    clients.push(client);
  }
  return {
    async [Symbol.asyncDispose]() {
      for (const client of clients) await client[Symbol.asyncDispose]();
    },
  };
}
