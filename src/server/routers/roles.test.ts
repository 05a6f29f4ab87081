import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ErrorCode } from "../../shared/errors.ts";
import { outcomeOf } from "../../testing/failure.ts";
import type { Person } from "../../testing/people.ts";
import { setUp, signUp } from "../../testing/people.ts";
import type { TestServer } from "../../testing/server.ts";
import { startTestServer } from "../../testing/server.ts";
import type { Visitor } from "../../testing/visitor.ts";
import { visit } from "../../testing/visitor.ts";

/**
 * Who asks: by what they are in the workspace, and by whether they are in the rooms. `creator` is a member
 * who made both rooms; `member` and `guest` are in both, `outsider` and `stranger` (a guest) in neither,
 * and the owner and the admin of the workspace are in the public one only.
 */
const askers = [
  "owner",
  "admin",
  "creator",
  "member",
  "guest",
  "outsider",
  "stranger",
  "nobody",
] as const;
type Asker = (typeof askers)[number];
type Outcome = ErrorCode | "ok";

/** Made anew for every question. */
interface House {
  open: string;
  den: string;
  /** Written by `member`, in each of the rooms. */
  inOpen: string;
  inDen: string;
  people: Record<Exclude<Asker, "nobody">, Person>;
  /** Somebody who is in neither room, for things to be done to. */
  other: Person;
}

let server: TestServer;
let people: House["people"];
let other: Person;
let nobody: Visitor;
let houses = 0;

beforeAll(async () => {
  server = await startTestServer();
  const owner = await setUp(server);
  const join = (name: string, role?: "admin" | "guest") =>
    signUp(server, owner, role ? { name, role } : { name });
  people = {
    owner,
    admin: await join("ada", "admin"),
    creator: await join("carl"),
    member: await join("mia"),
    guest: await join("gus", "guest"),
    outsider: await join("otto"),
    stranger: await join("stan", "guest"),
  };
  other = await join("olga");
  nobody = visit(server.url);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

async function build(): Promise<House> {
  const { owner, admin, creator, member, guest } = people;
  const ids = (...who: Person[]) => who.map(({ user }) => user.id);
  const number = ++houses;
  const [open, den] = await Promise.all([
    creator.api.rooms.create.mutate({
      kind: "public",
      name: `open ${number}`,
      userIds: ids(owner, admin, member, guest),
    }),
    creator.api.rooms.create.mutate({
      kind: "private",
      name: `den ${number}`,
      userIds: ids(member, guest),
    }),
  ]);
  const [inOpen, inDen] = await Promise.all(
    [open.id, den.id].map((roomId) =>
      member.api.messages.send.mutate({ roomId, clientId: uuidv7(), body: "Hello" }),
    ),
  );
  return {
    open: open.id,
    den: den.id,
    inOpen: inOpen?.id ?? "",
    inDen: inDen?.id ?? "",
    people,
    other,
  };
}

const everyone: Outcome[] = ["ok", "ok", "ok", "ok", "ok", "ok", "ok"];
const adminsOnly: Outcome[] = ["ok", "ok", ...Array<Outcome>(5).fill("FORBIDDEN")];
const gone = "NOT_FOUND";
const no = "FORBIDDEN";
/** Of the private room: those who are in it. */
const inTheDen: Outcome[] = [gone, gone, "ok", "ok", "ok", gone, gone];

/** What each asker gets, in the order of `askers`; nobody is always asked to sign in. */
const questions: [
  name: string,
  ask: (asker: Visitor, house: House) => Promise<unknown>,
  outcomes: Outcome[],
][] = [
  ["session.list", ({ api }) => api.session.list.query(), everyone],
  ["workspace.get", ({ api }) => api.workspace.get.query(), everyone],
  ["workspace.update", ({ api }) => api.workspace.update.mutate({ name: "House" }), adminsOnly],
  ["users.get", ({ api }, { other }) => api.users.get.query({ userId: other.user.id }), everyone],
  ["users.updateProfile", ({ api }) => api.users.updateProfile.mutate({ bio: "Hi" }), everyone],
  ["events.snapshot", ({ api }) => api.events.snapshot.query(), everyone],
  ["presence.setMode", ({ api }) => api.presence.setMode.mutate({ mode: "auto" }), everyone],

  ["admin.accounts", ({ api }) => api.admin.accounts.query(), adminsOnly],
  [
    "admin.setRole, of a member",
    ({ api }, { other }) => api.admin.setRole.mutate({ userId: other.user.id, role: "member" }),
    adminsOnly,
  ],
  [
    "admin.setRole, to admin",
    async ({ api }, { other, people: { owner } }) => {
      await api.admin.setRole.mutate({ userId: other.user.id, role: "admin" });
      await owner.api.admin.setRole.mutate({ userId: other.user.id, role: "member" });
    },
    ["ok", no, no, no, no, no, no],
  ],
  [
    "admin.setRole, of an admin",
    ({ api }, { people: { admin } }) =>
      api.admin.setRole.mutate({ userId: admin.user.id, role: "admin" }),
    ["ok", no, no, no, no, no, no],
  ],
  [
    "admin.setStatus, of a member",
    ({ api }, { other }) => api.admin.setStatus.mutate({ userId: other.user.id, status: "active" }),
    adminsOnly,
  ],
  [
    "admin.setStatus, of the owner",
    ({ api }, { people: { owner } }) =>
      api.admin.setStatus.mutate({ userId: owner.user.id, status: "banned" }),
    ["LAST_OWNER", no, no, no, no, no, no],
  ],
  [
    "admin.createOneTimeLink, for a member",
    ({ api }, { other }) => api.admin.createOneTimeLink.mutate({ userId: other.user.id }),
    adminsOnly,
  ],
  [
    "admin.createOneTimeLink, for the owner",
    ({ api }, { people: { owner } }) =>
      api.admin.createOneTimeLink.mutate({ userId: owner.user.id }),
    ["ok", no, no, no, no, no, no],
  ],
  ["invites.list", ({ api }) => api.invites.list.query(), adminsOnly],
  [
    "invites.create",
    ({ api }, { open }) => api.invites.create.mutate({ roomIds: [open] }),
    adminsOnly,
  ],
  [
    "invites.create, to a private room",
    ({ api }, { den }) => api.invites.create.mutate({ roomIds: [den] }),
    [gone, gone, no, no, no, no, no],
  ],
  [
    "invites.revoke",
    async ({ api }, { people: { owner } }) => {
      const { id } = await owner.api.invites.create.mutate({});
      return api.invites.revoke.mutate({ inviteId: id });
    },
    adminsOnly,
  ],

  [
    "rooms.get, public",
    ({ api }, { open }) => api.rooms.get.query({ roomId: open }),
    ["ok", "ok", "ok", "ok", "ok", "ok", gone],
  ],
  ["rooms.get, private", ({ api }, { den }) => api.rooms.get.query({ roomId: den }), inTheDen],
  ["rooms.browse", ({ api }) => api.rooms.browse.query({}), everyone],
  ["rooms.members", ({ api }, { den }) => api.rooms.members.query({ roomId: den }), inTheDen],
  [
    "rooms.create",
    ({ api }) => api.rooms.create.mutate({ kind: "public", name: `new ${uuidv7()}` }),
    ["ok", "ok", "ok", "ok", no, "ok", no],
  ],
  [
    "rooms.openDirect, with someone in one's rooms",
    ({ api }, { people: { creator } }) =>
      api.rooms.openDirect.mutate({ userIds: [creator.user.id] }),
    ["ok", "ok", "ok", "ok", "ok", "ok", no],
  ],
  [
    "rooms.openDirect, with anyone",
    ({ api }, { other }) => api.rooms.openDirect.mutate({ userIds: [other.user.id] }),
    ["ok", "ok", "ok", "ok", no, "ok", no],
  ],
  [
    "rooms.update, the name",
    ({ api }, { open }) => api.rooms.update.mutate({ roomId: open, name: uuidv7() }),
    ["ok", "ok", "ok", no, no, no, gone],
  ],
  [
    "rooms.update, the topic",
    ({ api }, { open }) => api.rooms.update.mutate({ roomId: open, topic: "New" }),
    ["ok", "ok", "ok", "ok", "ok", gone, gone],
  ],
  [
    "rooms.update, private",
    ({ api }, { den }) => api.rooms.update.mutate({ roomId: den, topic: "New" }),
    inTheDen,
  ],
  [
    "rooms.join, public",
    ({ api }, { open }) => api.rooms.join.mutate({ roomId: open }),
    ["ok", "ok", "ok", "ok", "ok", "ok", gone],
  ],
  ["rooms.join, private", ({ api }, { den }) => api.rooms.join.mutate({ roomId: den }), inTheDen],
  ["rooms.leave", ({ api }, { den }) => api.rooms.leave.mutate({ roomId: den }), inTheDen],
  [
    "rooms.invite",
    ({ api }, { den, other }) => api.rooms.invite.mutate({ roomId: den, userIds: [other.user.id] }),
    inTheDen,
  ],
  [
    "rooms.remove, public",
    ({ api }, { open, people: { guest } }) =>
      api.rooms.remove.mutate({ roomId: open, userId: guest.user.id }),
    ["ok", "ok", "ok", no, no, no, gone],
  ],
  [
    "rooms.remove, private",
    ({ api }, { den, people: { guest } }) =>
      api.rooms.remove.mutate({ roomId: den, userId: guest.user.id }),
    [gone, gone, "ok", no, no, gone, gone],
  ],
  [
    "rooms.setMemberRole",
    ({ api }, { open, people: { member } }) =>
      api.rooms.setMemberRole.mutate({ roomId: open, userId: member.user.id, role: "admin" }),
    ["ok", "ok", "ok", no, no, no, gone],
  ],
  [
    "rooms.setNotify",
    ({ api }, { den }) => api.rooms.setNotify.mutate({ roomId: den, notify: "nothing" }),
    inTheDen,
  ],
  [
    "rooms.archive, public",
    ({ api }, { open }) => api.rooms.archive.mutate({ roomId: open, archived: true }),
    ["ok", "ok", "ok", no, no, no, gone],
  ],
  [
    "rooms.archive, private",
    ({ api }, { den }) => api.rooms.archive.mutate({ roomId: den, archived: true }),
    [gone, gone, "ok", no, no, gone, gone],
  ],
  [
    "rooms.delete",
    ({ api }, { open }) => api.rooms.delete.mutate({ roomId: open }),
    ["ok", "ok", "ok", no, no, no, gone],
  ],
  [
    "rooms.markRead",
    ({ api }, { den }) => api.rooms.markRead.mutate({ roomId: den, seq: 1 }),
    inTheDen,
  ],
  [
    "rooms.markUnread",
    ({ api }, { den }) => api.rooms.markUnread.mutate({ roomId: den, seq: 1 }),
    inTheDen,
  ],

  [
    "messages.send, public",
    ({ api }, { open }) =>
      api.messages.send.mutate({ roomId: open, clientId: uuidv7(), body: "Hi" }),
    ["ok", "ok", "ok", "ok", "ok", gone, gone],
  ],
  [
    "messages.send, private",
    ({ api }, { den }) => api.messages.send.mutate({ roomId: den, clientId: uuidv7(), body: "Hi" }),
    inTheDen,
  ],
  [
    "messages.edit",
    ({ api }, { inOpen }) => api.messages.edit.mutate({ messageId: inOpen, body: "Bye" }),
    [gone, gone, gone, "ok", gone, gone, gone],
  ],
  [
    "messages.delete, public",
    ({ api }, { inOpen }) => api.messages.delete.mutate({ messageId: inOpen }),
    ["ok", "ok", "ok", "ok", no, no, gone],
  ],
  [
    "messages.delete, private",
    ({ api }, { inDen }) => api.messages.delete.mutate({ messageId: inDen }),
    [gone, gone, "ok", "ok", no, gone, gone],
  ],
  [
    "messages.react",
    ({ api }, { inDen }) => api.messages.react.mutate({ messageId: inDen, emoji: "👍", on: true }),
    inTheDen,
  ],
  [
    "messages.get, public",
    ({ api }, { inOpen }) => api.messages.get.query({ messageId: inOpen }),
    ["ok", "ok", "ok", "ok", "ok", "ok", gone],
  ],
  [
    "messages.get, private",
    ({ api }, { inDen }) => api.messages.get.query({ messageId: inDen }),
    inTheDen,
  ],
  [
    "messages.history, public",
    ({ api }, { open }) => api.messages.history.query({ roomId: open }),
    ["ok", "ok", "ok", "ok", "ok", "ok", gone],
  ],
  [
    "messages.history, private",
    ({ api }, { den }) => api.messages.history.query({ roomId: den }),
    inTheDen,
  ],
  [
    "messages.thread",
    ({ api }, { inDen }) => api.messages.thread.query({ rootId: inDen }),
    inTheDen,
  ],
];

describe("what each role may", () => {
  it.each(questions)("%s", async (_name, ask, expected) => {
    const outcomes: Partial<Record<Asker, Outcome>> = {};
    const built = await Promise.all(askers.map(build));
    for (const [i, asker] of askers.entries()) {
      const visitor = asker === "nobody" ? nobody : people[asker];
      const house = built[i];
      if (house) outcomes[asker] = await outcomeOf(ask(visitor, house));
    }
    expect(outcomes).toEqual(
      Object.fromEntries(askers.map((asker, i) => [asker, expected[i] ?? "UNAUTHENTICATED"])),
    );
  });
});
