import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Question } from "../../testing/roles.ts";
import { adminsOnly, everyone, gatherAskers } from "../../testing/roles.ts";

let asked: Awaited<ReturnType<typeof gatherAskers>>;
beforeAll(async () => {
  asked = await gatherAskers();
});
afterAll(async () => {
  await asked[Symbol.asyncDispose]();
});

const gone = "NOT_FOUND";
const no = "FORBIDDEN";

const questions: Question[] = [
  ["session.list", ({ api }) => api.session.list.query(), everyone],
  ["workspace.get", ({ api }) => api.workspace.get.query(), everyone],
  ["workspace.update", ({ api }) => api.workspace.update.mutate({ name: "House" }), adminsOnly],
  ["users.get", ({ api }, { other }) => api.users.get.query({ userId: other.user.id }), everyone],
  ["users.updateProfile", ({ api }) => api.users.updateProfile.mutate({ bio: "Hi" }), everyone],
  ["users.setStatus", ({ api }) => api.users.setStatus.mutate({ status: null }), everyone],
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
];

describe("what each role may do in the workspace", () => {
  it.each(questions)("%s", async (_name, ask, expected) => {
    expect(await asked.outcomesOf(ask)).toEqual([...expected, "UNAUTHENTICATED"]);
  });
});
