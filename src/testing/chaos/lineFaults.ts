import { setTimeout as delay } from "node:timers/promises";

import type { Person } from "./person.ts";
import type { LineFaultKind, Step } from "./plan.ts";

/** Resolves when it is over. */
export async function failLine(
  person: Person,
  { kind, forMs, what }: Step<LineFaultKind>,
): Promise<void> {
  const { line } = person;
  switch (kind) {
    case "cut a line":
      return line.cut();
    case "cut a line mid-frame":
      return line.cutMidFrame();
    case "lose answers":
      return line.loseAnswers(1 + (what % 3));
    case "take a line offline":
      line.goOffline();
      await delay(forMs);
      break;
    case "half-open line":
      line.freeze();
      await delay(forMs);
      // The network is back and the old connections are not, or are.
      if (what % 2 === 0) line.cut();
      break;
    case "slow reader":
      line.stall();
      await delay(forMs);
      break;
    case "reload a client":
      return person.reload();
  }
  line.heal();
  if (what % 3 === 0) person.wake();
}
