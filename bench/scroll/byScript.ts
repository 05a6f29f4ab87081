import type { CDPSession, Page } from "@playwright/test";

import { percentile } from "../report/statistics.ts";
import { lateMs } from "./ground.ts";
import type { ScrollRoom } from "./room.ts";

/** Per frame, in CSS pixels: a wheel that is turned fast, a flick, and the bar dragged through the history. */
const speeds = [100, 250, 600];

/** Moves the list frame by frame, and prints how long frames took and how large the page grew. */
export async function scrollByScript(room: ScrollRoom, seconds: number): Promise<void> {
  const page = await room.open();
  const devTools = await page.context().newCDPSession(page);
  const still = await framesWhile(page, { delta: 0, seconds });
  console.log(JSON.stringify({ direction: "still", ...still }));
  for (const speed of speeds) {
    for (const direction of ["up", "down"]) {
      const delta = direction === "up" ? -speed : speed;
      const frames = await framesWhile(page, { delta, seconds });
      const size = await sizeOf(page, devTools);
      console.log(JSON.stringify({ direction, pxPerFrame: speed, ...frames, ...size }));
    }
  }
}

/** Scrolls by so many pixels in each frame, and takes the time from frame to frame. */
async function framesWhile(shown: Page, { delta, seconds }: { delta: number; seconds: number }) {
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
