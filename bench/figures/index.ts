import { commitGroup } from "./commitGroup.ts";
import { connectionMemory } from "./connectionMemory.ts";
import { fanoutBurst, fanoutCpu } from "./fanoutCpu.ts";
import { fanoutP99 } from "./fanoutP99.ts";
import { fanoutRate } from "./fanoutRate.ts";
import type { Figure } from "./figure.ts";
import { historyGrowth } from "./historyGrowth.ts";
import { blackoutKill, blackoutRestart } from "./resumeBlackout.ts";
import { searchGrowth } from "./searchGrowth.ts";
import { sendDurable, sendDurableUnheard } from "./sendDurable.ts";
import { idleMemory, startCold } from "./start.ts";

/** In the order of the page. */
export const figures: readonly Figure[] = [
  fanoutCpu,
  fanoutBurst,
  fanoutRate,
  fanoutP99,
  sendDurable,
  sendDurableUnheard,
  commitGroup,
  connectionMemory,
  historyGrowth,
  searchGrowth,
  blackoutRestart,
  blackoutKill,
  startCold,
  idleMemory,
];

/** What belongs here and cannot be measured yet. */
export const unmeasured: readonly { name: string; reason: string }[] = [];
