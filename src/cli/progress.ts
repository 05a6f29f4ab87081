import type { Writable } from "node:stream";

export interface Progress extends Disposable {
  /** `done` of `total` of what `label` names; steps may be skipped. */
  show(label: string, done: number, total: number): void;
}

const barWidth = 30;

/** A bar that moves where someone watches, else a line each time another quarter is done. */
export function showProgress(stream: Writable & { isTTY?: boolean } = process.stderr): Progress {
  let last = "";
  function write(text: string, before: string, after: string): void {
    if (text !== last) stream.write(before + text + after);
    last = text;
  }
  return {
    show(label, done, total) {
      const part = total === 0 ? 1 : done / total;
      if (stream.isTTY) {
        const full = Math.floor(part * barWidth);
        const bar = "█".repeat(full) + "░".repeat(barWidth - full);
        write(`${label} ${bar} ${Math.floor(part * 100)}%`, "\r\x1B[K", "");
      } else {
        write(`${label}: ${Math.floor(part * 4) * 25}%`, "", "\n");
      }
    },
    [Symbol.dispose]() {
      if (stream.isTTY && last !== "") stream.write("\r\x1B[K");
    },
  };
}
