// `npm run bench:scroll`: scrolls through a room with 100,000 messages in a real Chromium, up from the newest
// and down again, and prints how long frames took and how large the page grew.
import type { CDPSession, Page } from "@playwright/test";
import { chromium } from "@playwright/test";

import { browserArguments, findBrowser } from "../e2e/browser.ts";
import { startSnugServer } from "./chats/snug.ts";
import { cookieOf, teamOf } from "./data/team.ts";
import { percentile } from "./report/statistics.ts";

const messages = 100_000;
const seconds = Number(process.argv[2] ?? 8);
/** Per frame, in CSS pixels: a wheel that is turned fast, a flick, and the bar dragged through the history. */
const speeds = [100, 250, 600];
/** A frame at 60 Hz takes 16.7 ms; one that took more than this was late. */
const lateMs = 20;

const team = await teamOf({ people: 20, messages });
await using server = await startSnugServer(team.folder);
await using browser = await chromium.launch({
  executablePath: findBrowser(),
  args: browserArguments,
});
const page = await open();
const devTools = await page.context().newCDPSession(page);
console.log(JSON.stringify({ direction: "still", ...(await framesWhile(page, 0)) }));
for (const speed of speeds) {
  for (const direction of ["up", "down"] as const) {
    const frames = await framesWhile(page, direction === "up" ? -speed : speed);
    const size = await sizeOf(page, devTools);
    console.log(JSON.stringify({ direction, pxPerFrame: speed, ...frames, ...size }));
  }
}
await server.end();

async function open(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = cookieOf(0).split("=");
  const url = `http://127.0.0.1:${server.port}`;
  await context.addCookies([{ name, value, url }]);
  const opened = await context.newPage();
  await opened.goto(`${url}/rooms/${team.roomId}`);
  await opened.getByRole("log").getByRole("article").last().waitFor();
  return opened;
}

/** Scrolls by so many pixels in each frame, and takes the time from frame to frame. */
async function framesWhile(shown: Page, delta: number) {
  const { deltas, scrolled } = await shown.evaluate(
    async ({ delta, ms }) => {
      const log = document.querySelector('[role="log"]');
      const scroller = [log, ...(log?.querySelectorAll("*") ?? []), log?.parentElement].find(
        (element) => element && element.scrollHeight > element.clientHeight + 100,
      );
      const deltas: number[] = [];
      let scrolled = 0;
      const end = performance.now() + ms;
      let before = await new Promise<number>(requestAnimationFrame);
      while (before < end) {
        const top = scroller?.scrollTop ?? 0;
        scroller?.scrollBy(0, delta);
        scrolled += Math.abs((scroller?.scrollTop ?? 0) - top);
        const now = await new Promise<number>(requestAnimationFrame);
        deltas.push(now - before);
        before = now;
      }
      return { deltas, scrolled };
    },
    { delta, ms: seconds * 1000 },
  );
  return {
    frames: deltas.length,
    medianMs: Number(percentile(deltas, 50).toFixed(1)),
    p95Ms: Number(percentile(deltas, 95).toFixed(1)),
    late: Number((deltas.filter((each) => each > lateMs).length / deltas.length).toFixed(3)),
    scrolledPx: Math.round(scrolled),
  };
}

async function sizeOf(shown: Page, session: CDPSession) {
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const elements = await shown.evaluate(() => document.querySelectorAll("*").length);
  const rows = await shown.getByRole("log").getByRole("article").count();
  return { elements, rows, heapMb: Math.round(usedSize / 1e6) };
}
