import { Dice } from "./dice.ts";

/** How often each thing happens on average, in milliseconds, to some one of all the people. */
const deeds = {
  say: 60,
  reply: 250,
  burst: 8000,
  edit: 400,
  delete: 900,
  react: 300,
  "mark read": 250,
  "open a thread": 700,
  "scroll back": 900,
  "remove a member": 1000,
  "add a member": 900,
} as const;

const lineFaults = {
  "cut a line": 700,
  "cut a line mid-frame": 900,
  "take a line offline": 1500,
  "half-open line": 2500,
  "slow reader": 2500,
  "lose answers": 900,
  "reload a client": 1500,
} as const;

const serverFaults = {
  "kill the server": 20_000,
  "drain the server": 24_000,
  "fill the disk": 30_000,
  "jump the clock": 12_000,
} as const;

/** How long what lasts may last, in milliseconds. */
const lengths: Partial<Record<StepKind, readonly [least: number, most: number]>> = {
  "take a line offline": [200, 8000],
  // A client notices after 35 seconds by itself.
  "half-open line": [1000, 45_000],
  "slow reader": [2000, 20_000],
  "fill the disk": [1000, 4000],
};

const everyMs = { ...deeds, ...lineFaults, ...serverFaults };

export type DeedKind = keyof typeof deeds;
export type LineFaultKind = keyof typeof lineFaults;
export type ServerFaultKind = keyof typeof serverFaults;
export type StepKind = keyof typeof everyMs;

/** One thing that happens; the numbers choose among whoever and whatever there is by then. */
export interface Step<Kind extends StepKind = StepKind> {
  kind: Kind;
  atMs: number;
  /** How long it lasts; 0 for what happens in a moment. */
  forMs: number;
  who: number;
  where: number;
  what: number;
}

/** The same for the same seed and length; when each step really comes depends on the machine. */
export function planOf({ seed, minutes }: { seed: number; minutes: number }): Step[] {
  const dice = new Dice(seed);
  const endMs = minutes * 60_000;
  return kinds()
    .flatMap((kind) => {
      const count = Math.max(1, Math.floor(endMs / everyMs[kind]));
      return Array.from({ length: count }, () => stepOf(kind, dice, endMs));
    })
    .toSorted((one, other) => one.atMs - other.atMs);
}

export function isDeed(step: Step): step is Step<DeedKind> {
  return step.kind in deeds;
}

export function isServerFault(step: Step): step is Step<ServerFaultKind> {
  return step.kind in serverFaults;
}

export function isLineFault(step: Step): step is Step<LineFaultKind> {
  return step.kind in lineFaults;
}

function stepOf(kind: StepKind, dice: Dice, endMs: number): Step {
  const [least, most] = lengths[kind] ?? [0, 0];
  const draw = () => dice.below(2 ** 30);
  const atMs = dice.between(0, endMs);
  return { kind, atMs, forMs: dice.between(least, most), who: draw(), where: draw(), what: draw() };
}

function kinds(): StepKind[] {
  return Object.keys(everyMs).filter((key): key is StepKind => key in everyMs);
}
