import { refuse } from "./command.ts";

const seconds: Record<string, number> = { m: 60, h: 3600, d: 86_400 };

/** `30m`, `2h`, `1d`; a number alone is minutes. */
export function secondsIn(words: string): number {
  const [, count, unit = "m"] = /^(\d{1,4})\s*([mhd])?$/i.exec(words) ?? [];
  const factor = seconds[unit.toLowerCase()];
  if (count === undefined || factor === undefined || Number(count) === 0) {
    throw refuse("Say for how long, such as 30m, 2h or 1d.");
  }
  return Number(count) * factor;
}
