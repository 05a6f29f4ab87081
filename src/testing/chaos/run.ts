import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { freePort } from "../freePort.ts";
import type { Account } from "./check.ts";
import { differences } from "./check.ts";
import type { House } from "./deeds.ts";
import { perform } from "./deeds.ts";
import { canFillDisk } from "./fullDisk.ts";
import type { LineCounts } from "./line.ts";
import { Line } from "./line.ts";
import { failLine } from "./lineFaults.ts";
import { Person } from "./person.ts";
import type { ServerFaultKind, Step } from "./plan.ts";
import { isDeed, isLineFault, isServerFault, planOf } from "./plan.ts";
import { TriedServer } from "./server.ts";
import { makeTeam } from "./team.ts";
import { readTruth } from "./truth.ts";
import { within } from "../within.ts";

export interface ChaosOptions {
  seed: number;
  minutes: number;
  people: number;
  /** Told what is going on, a line at a time. */
  report?: (line: string) => void;
}

export interface Outcome {
  /** A sentence for everything that is not as it has to be; none is the verdict hoped for. */
  differences: string[];
  /** What was done and injected, and how often. */
  counts: Record<string, number>;
  messages: number;
  events: number;
  /** The last lines of the server's log. */
  log: string[];
}

/** Once everything is whole again, how long it may take until everything is quiet. */
const quietMs = 180_000;

/** Does everything at once that the plan says, heals it all, and compares what everyone sees with the truth. */
export async function runChaos(options: ChaosOptions): Promise<Outcome> {
  const { seed, minutes, people: size, report = () => {} } = options;
  const dataDir = await mkdtemp(join(tmpdir(), "snug-chaos-"));
  await using resources = new AsyncDisposableStack();
  resources.defer(() => rm(dataDir, { recursive: true, force: true }));

  const team = await makeTeam(dataDir, { people: size, seed });
  const port = await freePort();
  const server = resources.use(new TriedServer(dataDir, port));
  await server.start();
  const lines: LineCounts = {
    "lines cut": 0,
    "frames cut in the middle": 0,
    "answers lost after the server had them": 0,
  };
  const people: Person[] = [];
  for (const member of team.members) {
    people.push(resources.use(new Person(member, await Line.open(port, lines))));
  }
  const [owner] = people;
  if (owner === undefined) throw new Error("A workspace has an owner.");
  const house: House = { people, owner, lobbyId: team.lobbyId, roomIds: team.roomIds };
  await within(quietMs, "Connecting everyone", Promise.all(people.map((each) => each.connect())));
  report(`${people.length} people are connected.`);

  const tally = new Tally();
  const story = new Story(house, server, tally);
  await story.tell(planOf({ seed, minutes }), report);
  const stuck = await story.end();
  report("Everything is whole again, and quiet.");

  const truth = await readTruth(dataDir, {
    roomIds: [team.lobbyId, ...team.roomIds],
    userIds: team.members.map(({ userId }) => userId),
  });
  return {
    differences: [
      ...server.failures,
      ...people.flatMap(({ userId, failures }) => failures.map((line) => `${userId}: ${line}`)),
      ...stuck,
      ...differences(truth, people.map(accountOf)),
    ],
    counts: { ...tally.counts, ...lines },
    messages: truth.events.filter(({ type }) => type === "message.created").length,
    events: truth.events.length,
    log: server.log,
  };
}

class Tally {
  readonly counts: Record<string, number> = {};

  add(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }
}

/** A plan as it happens. */
class Story {
  readonly #house: House;
  readonly #server: TriedServer;
  readonly #tally: Tally;
  readonly #underWay = new Set<Promise<void>>();
  /** The server fails in one way at a time. */
  #serverFaults: Promise<void> = Promise.resolve();

  constructor(house: House, server: TriedServer, tally: Tally) {
    this.#house = house;
    this.#server = server;
    this.#tally = tally;
  }

  async tell(plan: readonly Step[], report: (line: string) => void): Promise<void> {
    const startedAt = performance.now();
    let reportedAt = startedAt;
    const disk = await canFillDisk();
    if (!disk) report("There is no prlimit here: the disk is never full.");
    for (const step of plan) {
      await delay(Math.max(0, startedAt + step.atMs - performance.now()));
      if (step.kind !== "fill the disk" || disk) this.#begin(step);
      if (performance.now() - reportedAt < 15_000) continue;
      reportedAt = performance.now();
      report(`${Math.round((reportedAt - startedAt) / 1000)} s: ${this.#describe()}`);
    }
  }

  /** Heals everything and waits for quiet; tells who never came to rest. */
  async end(): Promise<string[]> {
    const { people, owner, lobbyId } = this.#house;
    await this.#serverFaults;
    for (const { line } of people) line.heal();
    for (const person of people) person.wake();
    try {
      await within(quietMs, "Finishing what was under way", Promise.all(this.#underWay));
      await within(quietMs, "Sending", Promise.all(people.map((person) => person.allSent())));
      // Everyone hears of it, and nothing comes after it.
      owner.say({ roomId: lobbyId, body: "The end." });
      await within(quietMs, "Saying the last word", owner.allSent());
      const last = owner.acknowledged.get(owner.said.at(-1)?.clientId ?? "")?.seq ?? 0;
      const heard = people.map((person) => person.heardUpTo(last));
      await within(quietMs, "Hearing the last word", Promise.all(heard));
      return [];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [reason, ...people.map((person) => `${person.userId} is ${person.describe()}`)];
    }
  }

  #begin(step: Step): void {
    if (isServerFault(step)) {
      this.#serverFaults = this.#serverFaults.then(() => this.#failServer(step));
      return;
    }
    const happening = this.#happen(step).finally(() => this.#underWay.delete(happening));
    this.#underWay.add(happening);
  }

  async #happen(step: Step): Promise<void> {
    if (isDeed(step)) {
      if (await perform(this.#house, step)) this.#tally.add(step.kind);
    } else if (isLineFault(step)) {
      const { people } = this.#house;
      // The owner's line holds: whom they add and remove is part of the plan.
      const person = people[1 + (step.who % (people.length - 1))];
      if (person === undefined) return;
      this.#tally.add(step.kind);
      await failLine(person, step);
    }
  }

  async #failServer({ kind, forMs, what }: Step<ServerFaultKind>): Promise<void> {
    this.#tally.add(kind);
    switch (kind) {
      case "kill the server":
        return this.#server.kill();
      case "drain the server":
        return this.#server.drain();
      case "fill the disk":
        await this.#server.fillDisk();
        await delay(forMs);
        return this.#server.freeDisk();
      case "jump the clock":
        return this.#server.setClock((what % (2 * mostWrongMs)) - mostWrongMs);
    }
  }

  #describe(): string {
    const { people } = this.#house;
    const online = people.filter(({ isOnline }) => isOnline).length;
    const unsent = people.reduce((sum, person) => sum + person.unsent().length, 0);
    return `${online} online, ${unsent} messages on their way`;
  }
}

/** Sessions last 90 days from their last use: no two wrong clocks may be further apart. */
const mostWrongMs = 20 * 86_400_000;

function accountOf(person: Person): Account {
  const idsOf = (entries: readonly { clientId: string }[]) =>
    new Set(entries.map(({ clientId }) => clientId));
  return {
    userId: person.userId,
    said: person.said,
    acknowledged: person.acknowledged,
    refused: idsOf(person.refused()),
    unsent: idsOf(person.unsent()),
    snapshot: person.snapshot,
    seen: person.view.seen(),
    foreign: person.foreign,
  };
}
