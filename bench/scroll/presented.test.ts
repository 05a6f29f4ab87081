import { describe, expect, it } from "vitest";

import { presentedOf } from "./presented.ts";

function report(frame_sequence: number, state: string, rest = {}) {
  return {
    affects_smoothness: false,
    frame_sequence,
    has_compositor_animation: false,
    has_missing_content: false,
    scroll_state: "SCROLL_COMPOSITOR_THREAD",
    state,
    ...rest,
  };
}

describe("what reached the screen", () => {
  it("counts a frame once, however many reports it has", () => {
    const presented = presentedOf([
      report(1, "STATE_PRESENTED_ALL"),
      report(2, "STATE_PRESENTED_PARTIAL"),
      report(2, "STATE_PRESENTED_ALL", { has_missing_content: true }),
    ]);
    expect(presented).toEqual({ frames: 2, dropped: 0, withoutMain: 0.5, unpainted: 0.5 });
  });

  it("takes a frame for dropped only where one could see it", () => {
    const seen = { affects_smoothness: true };
    const reports = [report(1, "STATE_DROPPED", seen), report(2, "STATE_DROPPED")];
    expect(presentedOf(reports).dropped).toBe(0.5);
  });

  it("leaves out frames in which nothing moved, or nothing had changed", () => {
    const reports = [
      report(1, "STATE_DROPPED", { scroll_state: "SCROLL_NONE", affects_smoothness: true }),
      report(2, "STATE_NO_UPDATE_DESIRED"),
    ];
    expect(presentedOf(reports)).toMatchObject({ frames: 0, dropped: 0 });
  });
});
