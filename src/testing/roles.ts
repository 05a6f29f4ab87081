import { v7 as uuidv7 } from "uuid";

import type { ErrorCode } from "../shared/errors.ts";
import { outcomeOf } from "./failure.ts";
import type { Person } from "./people.ts";
import { setUp, signUp } from "./people.ts";
import { startTestServer } from "./server.ts";
import type { Visitor } from "./visitor.ts";
import { visit } from "./visitor.ts";

/**
 * Who asks: by what they are in the workspace, and by whether they are in the rooms. `creator` is a member
 * who made both rooms; `member` and `guest` are in both, `outsider` and `stranger` (a guest) in neither,
 * and the owner and the admin of the workspace are in the public one only.
 */
export const askers = [
  "owner",
  "admin",
  "creator",
  "member",
  "guest",
  "outsider",
  "stranger",
  "nobody",
] as const;
export type Asker = (typeof askers)[number];
export type Outcome = ErrorCode | "ok";

/** What each asker gets, in the order of `askers`; nobody is always asked to sign in. */
export type Question = [
  name: string,
  ask: (asker: Visitor, rooms: AskedRooms) => Promise<unknown>,
  outcomes: Outcome[],
];

export const everyone: Outcome[] = ["ok", "ok", "ok", "ok", "ok", "ok", "ok"];
export const adminsOnly: Outcome[] = ["ok", "ok", ...Array<Outcome>(5).fill("FORBIDDEN")];

/** Made anew for every question. */
export interface AskedRooms {
  open: string;
  den: string;
  /** Written by `member`, in each of the rooms. */
  inOpen: string;
  inDen: string;
  people: Record<Exclude<Asker, "nobody">, Person>;
  /** Somebody who is in neither room, for things to be done to. */
  other: Person;
}

/** A server with one of each on it. */
export async function gatherAskers() {
  const server = await startTestServer();
  const owner = await setUp(server);
  const join = (name: string, role?: "admin" | "guest") =>
    signUp(server, owner, role ? { name, role } : { name });
  const people = {
    owner,
    admin: await join("ada", "admin"),
    creator: await join("carl"),
    member: await join("mia"),
    guest: await join("gus", "guest"),
    outsider: await join("otto"),
    stranger: await join("stan", "guest"),
  };
  const other = await join("olga");
  const visitors: Record<Asker, Visitor> = { ...people, nobody: visit(server.url) };
  return {
    /** Has each of them ask. */
    async outcomesOf(ask: Question[1]): Promise<Outcome[]> {
      const rooms = await Promise.all(askers.map(() => makeRooms(people, other)));
      const outcomes: Outcome[] = [];
      for (const [i, asked] of rooms.entries()) {
        outcomes.push(await outcomeOf(ask(visitors[askers[i] ?? "nobody"], asked)));
      }
      return outcomes;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function makeRooms(people: AskedRooms["people"], other: Person): Promise<AskedRooms> {
  const { owner, admin, creator, member, guest } = people;
  const ids = (...who: Person[]) => who.map(({ user }) => user.id);
  const create = (kind: "public" | "private", userIds: string[]) =>
    creator.api.rooms.create.mutate({ kind, name: uuidv7(), userIds });
  const send = (roomId: string) =>
    member.api.messages.send.mutate({ roomId, clientId: uuidv7(), body: "Hello" });
  const [open, den] = await Promise.all([
    create("public", ids(owner, admin, member, guest)),
    create("private", ids(member, guest)),
  ]);
  const [inOpen, inDen] = await Promise.all([send(open.id), send(den.id)]);
  return { open: open.id, den: den.id, inOpen: inOpen.id, inDen: inDen.id, people, other };
}
