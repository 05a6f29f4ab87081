import type { CDPSession, Page } from "@playwright/test";

export type Direction = "up" | "down";

/** What moves a list by Chromium's own means, its compositor, for about so many seconds. */
export const gestures = { wheel, flick, bar, keys };

/** The arrow at each end of a thin scroll bar, and how short its thumb gets. */
const barButtonPx = 12;
const barThumbPx = 17;

interface Gesture {
  page: Page;
  session: CDPSession;
  direction: Direction;
  seconds: number;
}

/** A wheel turned fast: 100 pixels a frame. */
async function wheel({ page, session, direction, seconds }: Gesture): Promise<void> {
  const speed = 6000;
  const { x, y } = await middleOf(page);
  await session.send("Input.synthesizeScrollGesture", {
    x,
    y,
    speed,
    gestureSourceType: "mouse",
    yDistance: (direction === "up" ? 1 : -1) * speed * seconds,
  });
}

/**
 * A finger that flicks the list on while it still moves. By single touches: a synthesized gesture of this
 * kind touches, and moves nothing.
 */
async function flick({ page, session, direction, seconds }: Gesture): Promise<void> {
  const { x, y } = await middleOf(page);
  const sign = direction === "up" ? 1 : -1;
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const at = (step: number) => [{ x, y: y + sign * (step - 4) * 60 }];
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
    for (let step = 1; step <= 8; step += 1) {
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step) });
    }
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await pause(500);
  }
}

/**
 * The thumb of the scroll bar, dragged from where it is to the end of what is loaded. Not by Playwright's
 * mouse, which asks the page with every move whether it drags something.
 */
async function bar({ page, session, direction, seconds }: Gesture): Promise<void> {
  await pause(500);
  const { box, top, height } = await listOf(page);
  const track = box.height - 2 * barButtonPx;
  const thumb = Math.max(barThumbPx, (track * box.height) / height);
  const part = top / Math.max(1, height - box.height);
  const from = box.y + barButtonPx + thumb / 2 + (track - thumb) * part;
  const to = direction === "up" ? box.y : box.y + box.height;
  const mouse = (type: "mousePressed" | "mouseMoved" | "mouseReleased", y: number) =>
    session.send("Input.dispatchMouseEvent", {
      type,
      x: box.x + box.width - 5,
      y,
      button: "left",
      buttons: 1,
      clickCount: type === "mouseMoved" ? 0 : 1,
    });
  await mouse("mousePressed", from);
  const start = performance.now();
  for (let done = 0; done < 1;) {
    done = Math.min(1, (performance.now() - start) / (seconds * 1000));
    await mouse("mouseMoved", from + (to - from) * done);
    await pause(12);
  }
  await mouse("mouseReleased", to);
}

/** Page Up or Page Down held, at the rate of a keyboard's repetition. */
async function keys({ page, direction, seconds }: Gesture): Promise<void> {
  // The keys go to what has the focus.
  await page
    .getByRole("log")
    .evaluate((log) => log.querySelector("article")?.focus({ preventScroll: true }));
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    await page.keyboard.down(direction === "up" ? "PageUp" : "PageDown");
    await pause(33);
  }
  await page.keyboard.up(direction === "up" ? "PageUp" : "PageDown");
}

async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const { box } = await listOf(page);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function listOf(page: Page) {
  return page.getByRole("log").evaluate((log) => {
    const { x, y, width, height } = log.getBoundingClientRect();
    return { box: { x, y, width, height }, top: log.scrollTop, height: log.scrollHeight };
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
