import type { Browser, Page } from "@playwright/test";
import { chromium } from "@playwright/test";

import { browserArguments, findBrowser } from "../../e2e/browser.ts";
import { startSnugServer } from "../chats/snug.ts";
import { temporaryFolder } from "../data/folder.ts";
import { cookieOf, teamOf } from "../data/team.ts";

const messages = 100_000;

/** A server whose only room has 100,000 messages, and a real Chromium to look at it. */
export interface ScrollRoom extends AsyncDisposable {
  browser: Browser;
  /** The room, standing at its newest message. */
  open(): Promise<Page>;
}

/** `built`: a `dist` folder; by default the one of this source. */
export async function openScrollRoom(built?: string): Promise<ScrollRoom> {
  const team = await teamOf({ people: 20, messages });
  const data = await temporaryFolder(team.folder);
  const server = await startSnugServer(data.path, 0, built);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: browserArguments,
    // Playwright takes away what is to be dragged.
    ignoreDefaultArgs: ["--hide-scrollbars"],
  });
  return {
    browser,
    async open() {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const [name = "", value = ""] = cookieOf(0).split("=");
      const url = `http://127.0.0.1:${server.port}`;
      await context.addCookies([{ name, value, url }]);
      const page = await context.newPage();
      await page.goto(`${url}/rooms/${team.roomId}`);
      await page.getByRole("log").getByRole("article").last().waitFor();
      return page;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server.end();
      await data[Symbol.asyncDispose]();
    },
  };
}
