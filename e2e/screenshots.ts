// `npm run screenshots`: takes the pictures in docs/screenshots/ from the real app.
// `npm run screenshots -- sign-in` takes only those whose name begins so.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import type { Browser } from "@playwright/test";
import { chromium } from "@playwright/test";

import { browserArguments, findBrowser } from "./browser.ts";
import { SnugServer } from "./server.ts";
import type { Shot } from "./shots.ts";
import { shots } from "./shots.ts";

const folder = join(import.meta.dirname, "../docs/screenshots");
const heights = { 1440: 900, 1024: 768, 768: 1024, 375: 812 } as const;

async function take(browser: Browser, server: SnugServer, shot: Shot): Promise<void> {
  for (const theme of shot.themes) {
    for (const width of shot.widths) {
      const context = await browser.newContext({
        baseURL: server.url,
        colorScheme: theme,
        viewport: { width, height: heights[width] },
        hasTouch: width < 640,
        // A caret or a fade caught half-way would make every run another picture.
        reducedMotion: "reduce",
        locale: "en-GB",
        timezoneId: "Europe/Berlin",
      });
      const page = await context.newPage();
      await shot.show(page, server);
      const path = join(folder, `${shot.name}-${theme}-${width}.png`);
      await page.screenshot({ path, animations: "disabled", caret: "hide" });
      console.log(path);
      await context.close();
    }
  }
}

const wanted = shots.filter(({ name }) => name.startsWith(process.argv[2] ?? ""));
await mkdir(folder, { recursive: true });
await using browser = await chromium.launch({
  executablePath: findBrowser(),
  args: browserArguments,
});
for (const workspace of ["fresh", "demo"] as const) {
  const here = wanted.filter((shot) => shot.workspace === workspace);
  if (here.length === 0) continue;
  await using server = await SnugServer.prepare();
  if (workspace === "demo") await server.run("demo");
  await server.start();
  for (const shot of here) await take(browser, server, shot);
}
