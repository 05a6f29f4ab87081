import type { Page } from "@playwright/test";

import { median } from "../report/statistics.ts";
import type { Direction } from "./gestures.ts";
import { gestures } from "./gestures.ts";
import type { Ground } from "./ground.ts";
import { watchGround } from "./ground.ts";
import { plainList } from "./plainList.ts";
import type { Presented } from "./presented.ts";
import { presentedWhile } from "./presented.ts";
import type { ScrollRoom } from "./room.ts";

interface Options {
  room: ScrollRoom;
  /** The same room of another build, in turns with it. */
  other: ScrollRoom | null;
  /** One of the gestures; `null`: all. */
  only: string | null;
  seconds: number;
  rounds: number;
}

type Figures = Presented & Ground;

/**
 * Chromium's own gestures, in turns: each round opens every room anew, and a page of plain paragraphs beside
 * them, whose figures are those of the machine.
 */
export async function scrollByGestures({
  room,
  other,
  only,
  seconds,
  rounds,
}: Options): Promise<void> {
  const taken = new Map<string, Figures[]>();
  const opened = [
    ...(other === null ? [] : [{ name: "other", open: () => other.open() }]),
    { name: "room", open: () => room.open() },
    { name: "plain", open: () => plainList(room) },
  ];
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, open } of opened) {
      const page = await open();
      for (const [key, figures] of await roundOf(page, { only, seconds })) {
        const kept = taken.get(`${key} ${name}`) ?? [];
        taken.set(`${key} ${name}`, [...kept, figures]);
      }
      await page.context().close();
    }
  }
  for (const key of [...taken.keys()].toSorted()) print(key, taken.get(key) ?? []);
}

async function roundOf(
  page: Page,
  { only, seconds }: Pick<Options, "only" | "seconds">,
): Promise<[string, Figures][]> {
  const session = await page.context().newCDPSession(page);
  // A bar needs a list that is long already.
  await gestures.wheel({ page, session, direction: "up", seconds: 2 });
  const ground = await watchGround(page);
  const figures: [string, Figures][] = [];
  for (const [name, gesture] of Object.entries(gestures)) {
    if (only !== null && only !== name) continue;
    for (const direction of ["up", "down"] satisfies Direction[]) {
      const presented = await presentedWhile(page, () =>
        gesture({ page, session, direction, seconds }),
      );
      figures.push([`${name} ${direction}`, { ...presented, ...(await ground()) }]);
    }
  }
  return figures;
}

/** Of shares each round, of the rest the median. */
function print(key: string, rounds: Figures[]): void {
  const percent = (of: (figures: Figures) => number) =>
    rounds.map((figures) => (of(figures) * 100).toFixed(1)).join(", ");
  const middle = (of: (figures: Figures) => number) => Math.round(median(rounds.map(of)));
  console.log(
    [
      key.padEnd(20),
      `frames ${middle((of) => of.frames)}`,
      `dropped ${percent((of) => of.dropped)} %`,
      `without the page's part ${percent((of) => of.withoutMain)} %`,
      `unpainted ${percent((of) => of.unpainted)} %`,
      `blank ${percent((of) => of.blank)} %, at most ${middle((of) => of.blankMs)} ms and ${middle((of) => of.blankPx)} px`,
      `page late ${percent((of) => of.late)} %`,
      `p95 ${middle((of) => of.p95Ms)} ms`,
      `messages ${middle((of) => of.messages)}`,
    ].join("; "),
  );
}
