import type { Page } from "@playwright/test";
import { z } from "zod";

/** What reached the screen while something scrolled, as Chromium's compositor itself reports it. */
export interface Presented {
  /** Those in which something had changed. */
  frames: number;
  /** Shares of them. The screen stayed as it was, and one could see that. */
  dropped: number;
  /** It moved on time, with what the page had drawn before: the page itself was late. */
  withoutMain: number;
  /** A part of the list was not painted yet. */
  unpainted: number;
}

/** The one category in which a frame's fate is told; with all of `cc` tracing itself makes frames late. */
const category = "disabled-by-default-devtools.timeline.frame";

const reportSchema = z.object({
  affects_smoothness: z.boolean().default(false),
  has_compositor_animation: z.boolean().default(false),
  frame_sequence: z.number(),
  has_missing_content: z.boolean().default(false),
  scroll_state: z.string().default("SCROLL_NONE"),
  state: z.string(),
});

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      args: z.object({ frame_reporter: reportSchema.optional() }).default({}),
    }),
  ),
});

type FrameReport = z.infer<typeof reportSchema>;

export async function presentedWhile(page: Page, scroll: () => Promise<void>): Promise<Presented> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("There is no browser to trace.");
  await browser.startTracing(page, { categories: [category] });
  await scroll();
  const trace = await browser.stopTracing();
  const { traceEvents } = traceSchema.parse(JSON.parse(trace.toString()));
  return presentedOf(
    traceEvents.flatMap(({ name, ph, args }) =>
      name === "PipelineReporter" && ph === "b" && args.frame_reporter ? [args.frame_reporter] : [],
    ),
  );
}

/**
 * Where the page is late, a frame has two reports: of the one that was shown without it, and of the one
 * in which what it drew was shown. A frame counts once.
 */
export function presentedOf(reports: readonly FrameReport[]): Presented {
  const frames = new Map<number, FrameReport[]>();
  for (const report of reports) {
    const moves = report.scroll_state !== "SCROLL_NONE" || report.has_compositor_animation;
    if (!moves || report.state === "STATE_NO_UPDATE_DESIRED") continue;
    const frame = frames.get(report.frame_sequence);
    if (frame) frame.push(report);
    else frames.set(report.frame_sequence, [report]);
  }
  const share = (is: (report: FrameReport) => boolean) =>
    [...frames.values()].filter((frame) => frame.some(is)).length / Math.max(1, frames.size);
  return {
    frames: frames.size,
    dropped: share(({ state, affects_smoothness: seen }) => state === "STATE_DROPPED" && seen),
    withoutMain: share(({ state }) => state === "STATE_PRESENTED_PARTIAL"),
    unpainted: share((report) => report.has_missing_content),
  };
}
