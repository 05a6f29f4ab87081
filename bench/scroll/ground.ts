import type { Page } from "@playwright/test";
import { z } from "zod";

import { percentile } from "../report/statistics.ts";

/** What the page itself saw of being scrolled. */
export interface Ground {
  /** Shares of the time in which the list moved: some of what was in sight had no rows. */
  blank: number;
  /** The longest of such times. */
  blankMs: number;
  /** The most that was blank at once, in pixels. */
  blankPx: number;
  /** The share of the page's own frames that took more than 20 ms. */
  late: number;
  p95Ms: number;
  /** How far one came. */
  messages: number;
}

/** A frame at 60 Hz takes 16.7 ms; one that took more than this was late. */
export const lateMs = 20;
/** Longer than this between two events, and the list stood still between them. */
const restMs = 250;

const sampleSchema = z.object({
  at: z.number(),
  blank: z.number(),
  message: z.number().nullable(),
});
type Sample = z.infer<typeof sampleSchema>;

/**
 * The compositor moves the list ahead of the page. When the page hears how far, before it draws anything
 * for it, its rows are still those that were on the screen until then: what they leave open was seen.
 * So times are too long rather than too short, by up to the frame in which the rows ran out.
 */
export async function watchGround(page: Page): Promise<() => Promise<Ground>> {
  await page.evaluate(() => {
    const samples: { at: number; blank: number; message: number | null }[] = [];
    Object.assign(window, { takeScrollSamples: () => samples.splice(0) });
    function sample({ target }: Event) {
      if (!(target instanceof HTMLElement) || target.role !== "log") return;
      const at = performance.now();
      const sight = target.getBoundingClientRect();
      const rows = [...(target.lastElementChild?.children ?? [])]
        .filter((row) => row instanceof HTMLElement && row.style.visibility !== "hidden")
        .map((row) => ({ row, box: row.getBoundingClientRect() }))
        .filter(({ box }) => box.bottom > sight.top && box.top < sight.bottom)
        .toSorted((one, other) => one.box.top - other.box.top);
      let [blank, end] = [0, sight.top];
      for (const { box } of rows) {
        blank += Math.max(0, box.top - end);
        end = Math.max(end, box.bottom);
      }
      blank += Math.max(0, sight.bottom - end);
      const body = rows[0]?.row.querySelector("p")?.textContent ?? "";
      samples.push({ at, blank, message: Number.parseInt(body, 10) || null });
    }
    window.addEventListener("scroll", sample, { capture: true, passive: true });
  });
  return async () => {
    const taken: unknown = await page.evaluate("takeScrollSamples()");
    return groundOf(z.array(sampleSchema).parse(taken));
  };
}

export function groundOf(samples: readonly Sample[]): Ground {
  const steps = samples.slice(1).flatMap((sample, index) => {
    const ms = sample.at - (samples[index]?.at ?? sample.at);
    return ms > restMs ? [] : [{ ms, blank: sample.blank }];
  });
  let [moved, blank, run, blankMs] = [0, 0, 0, 0];
  for (const step of steps) {
    moved += step.ms;
    // A row's edge may stand at a fraction of a pixel.
    run = step.blank > 1 ? run + step.ms : 0;
    if (step.blank > 1) blank += step.ms;
    blankMs = Math.max(blankMs, run);
  }
  const times = steps.map(({ ms }) => ms);
  const numbers = samples.flatMap(({ message }) => (message === null ? [] : [message]));
  return {
    blank: blank / Math.max(1, moved),
    blankMs: Math.round(blankMs),
    blankPx: Math.round(Math.max(0, ...steps.map((step) => step.blank))),
    late: times.filter((ms) => ms > lateMs).length / Math.max(1, times.length),
    p95Ms: times.length === 0 ? 0 : Number(percentile(times, 95).toFixed(1)),
    messages: Math.abs((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)),
  };
}
