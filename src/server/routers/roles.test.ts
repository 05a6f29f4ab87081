import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Outcome, Question } from "../../testing/roles.ts";
import { everyone, gatherAskers } from "../../testing/roles.ts";

let asked: Awaited<ReturnType<typeof gatherAskers>>;
beforeAll(async () => {
  asked = await gatherAskers();
});
afterAll(async () => {
  await asked[Symbol.asyncDispose]();
});

const gone = "NOT_FOUND";
const no = "FORBIDDEN";
/** Of the private room: those who are in it. */
const inTheDen: Outcome[] = [gone, gone, "ok", "ok", "ok", gone, gone];

const questions: Question[] = [
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
    "rooms.setPreferences",
    ({ api }, { den }) => api.rooms.setPreferences.mutate({ roomId: den, muted: true }),
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

describe("what each role may do in rooms", () => {
  it.each(questions)("%s", async (_name, ask, expected) => {
    expect(await asked.outcomesOf(ask)).toEqual([...expected, "UNAUTHENTICATED"]);
  });
});
