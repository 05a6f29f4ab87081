import fc from "fast-check";

import { SnugError } from "../shared/errors.ts";
import type { Choice, RandomTeam } from "./randomTeam.ts";
import { pick } from "./randomTeam.ts";

/** One thing that someone does. */
export interface Deed extends Choice {
  kind: keyof typeof deeds;
}

/** What is refused changes nothing; anything else that fails is a bug. */
export async function act(team: RandomTeam, deed: Deed): Promise<void> {
  try {
    await deeds[deed.kind](team, deed);
  } catch (error) {
    if (!(error instanceof SnugError)) throw error;
  }
}

type Act = (team: RandomTeam, choice: Choice) => Promise<unknown>;

const deeds = {
  send: (team, choice) => team.send(choice, null, team.room(choice.where)),
  reply: (team, choice) => {
    const root = team.message(choice.where);
    return team.send(choice, root.id, root.roomId);
  },
  edit: (team, { where, what }) => {
    const message = team.message(where);
    return team.store.editMessage(message.authorId, message.id, team.body(what));
  },
  delete: (team, { who, where }) =>
    team.store.deleteMessage(team.user(who), team.message(where).id),
  react: (team, { who, where, what, flag }) =>
    team.store.setReaction(team.user(who), team.message(where).id, pick(emoji, what), flag),
  takeBackReaction: async (team, { who, where }) => {
    const message = await team.store.message(team.user(who), team.message(where).id);
    const reaction = pick(message?.reactions ?? [], where);
    const userId = pick(reaction.userIds, who);
    return team.store.setReaction(userId, message?.id ?? "", reaction.emoji, false);
  },
  pin: (team, { who, where, flag }) =>
    team.store.setPin(team.user(who), team.message(where).id, flag),
  save: (team, { who, where, flag }) =>
    team.store.setSaved(team.user(who), team.message(where).id, flag),
  addEmoji: (team, { who, what }) =>
    team.store.addEmoji({
      name: `emoji${what % 5}`,
      type: "image/png",
      size: 67,
      sha256: `${what}`,
      createdBy: team.user(who),
    }),
  removeEmoji: (team, { what }) => team.store.removeEmoji(`emoji${what % 5}`),
  markRead: (team, { who, where, what, flag }) => {
    const { roomId, seq } = team.message(where);
    return team.store.markRead(team.user(who), roomId, Math.max(0, seq + (what % 5) - 3), flag);
  },
  followThread: (team, { who, where, flag }) =>
    team.store.followThread(team.user(who), team.message(where).id, flag),
  markThreadRead: async (team, { who, where, what }) => {
    const userId = team.user(who);
    const { root, lastReply } = pick(await team.store.unreadThreads(userId, 9), where);
    return team.store.markThreadRead(userId, root.id, Math.max(0, lastReply.seq - (what % 4)));
  },
  saveDraft: (team, { who, where, what, flag }) => {
    const { id, roomId } = team.message(where);
    const text = pick(["", "Dear all", "Dear all,"], what);
    return team.store.saveDraft(team.user(who), { roomId, rootId: flag ? id : null, text });
  },
  /** The owner's bot, where it is or where it now comes to; sometimes it answers. */
  command: async (team, { who, where, what, flag }) => {
    const roomId = team.room(where);
    const [existing] = await team.store.bots();
    const botId =
      existing?.user.id ??
      (
        await team.store.createBot({
          username: team.unique("bot"),
          displayName: "Bot",
          ownerId: team.user(0),
        })
      ).id;
    await team.store.setBotCommands(botId, [{ name: "deploy", takes: "", summary: "Deploys" }]);
    await team.store.addMembers(roomId, [botId]);
    const invocation = await team.store.invokeCommand(team.user(who), {
      roomId,
      clientId: team.unique("client"),
      name: "deploy",
      text: `${what}`,
      threadRootId: null,
    });
    if (flag) {
      await team.store.answerCommand(botId, { invocationId: invocation.id, body: "Under way" });
    }
  },
  createRoom: (team, choice) => team.createRoom(choice),
  openDirect: async (team, { who, what, flag }) => {
    const others = [team.user(what), ...(flag ? [team.user(what + 1)] : [])];
    const { id } = await team.store.openDirect(team.user(who), others);
    if (!team.roomIds.includes(id)) team.roomIds.push(id);
  },
  updateRoom: (team, { where, what, flag }) =>
    team.store.updateRoom(
      team.room(where),
      flag ? { topic: `Topic ${what % 3}` } : { name: `Name ${what % 5}` },
    ),
  archiveRoom: (team, { where, flag }) => team.store.archiveRoom(team.room(where), flag),
  deleteRoom: (team, { where, what }) =>
    what % 3 === 0 ? team.store.deleteRoom(team.room(where)) : Promise.resolve(),
  addMembers: (team, { who, where, what }) =>
    team.store.addMembers(team.room(where), [team.user(who), team.user(what)]),
  removeMember: (team, { who, where, flag }) =>
    team.store.removeMember(team.room(where), team.user(who), flag ? "left" : "removed"),
  setMemberRole: (team, { who, where, flag }) =>
    team.store.setMemberRole(team.room(where), team.user(who), flag ? "admin" : "member"),
  setPreferences: (team, { who, where, what, flag }) =>
    team.store.setPreferences(
      team.user(who),
      team.room(where),
      pick(
        [
          { notify: pick(["everything", "mentions", "nothing"] as const, what) },
          { muted: flag },
          { hidden: flag, favourite: !flag },
        ],
        what,
      ),
    ),
  createUser: async (team, { who, where, flag }) => {
    if (team.userIds.length > 8) return;
    const invite = await team.store.createInvite({
      token: team.unique("token"),
      role: flag ? "member" : "guest",
      createdBy: team.user(who),
      expiresAt: null,
      maxUses: null,
      roomIds: [team.room(where)],
    });
    const created = await team.store.createUser(team.newUser(invite.role), invite.token);
    team.userIds.push(created.id);
  },
  updateProfile: (team, { who, what, flag }) =>
    team.store.updateProfile(team.user(who), {
      bio: `Bio ${what % 3}`,
      ...(flag ? { displayName: `Display ${what}`, customStatus: null } : {}),
    }),
  setStatus: (team, { who, what, flag }) =>
    team.store.updateProfile(team.user(who), {
      customStatus: { emoji: "🌴", text: `Status ${what % 3}`, expiresAt: timeOf(what, flag) },
    }),
  setAvatar: (team, { who, what, flag }) =>
    team.store.setAvatar(team.user(who), flag ? { sha256: `${what % 3}`, size: 67 } : null),
  setEmail: (team, { who, what }) =>
    team.store.setEmail(team.user(who), `user${what % 5}@example.org`),
  setPresence: (team, { who, what, flag }) =>
    team.store.setPresence(team.user(who), {
      mode: pick(["dnd", "away", "auto"] as const, what),
      until: timeOf(what, flag),
    }),
  endStatuses: (team, { what }) => team.store.endStatuses(timeOf(what, true) ?? ""),
  setRole: (team, { who, what }) =>
    team.store.setRole(team.user(who), pick(["owner", "admin", "member", "guest"] as const, what)),
  setAccountStatus: (team, { who, flag }) =>
    team.store.setAccountStatus(team.user(who), flag ? "active" : "deactivated"),
  signInAndOut: async (team, { who, what, flag }) => {
    const userId = team.user(who);
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const { id } = await team.store.createSession({
      userId,
      tokenHash: team.unique("token"),
      userAgent: "",
      expiresAt,
    });
    const link = team.unique("link");
    if (flag) return team.store.revokeSession(userId, id);
    if (what % 2 === 0) return team.store.setPassword(userId, "hash", null);
    await team.store.createOneTimeLink(userId, link, expiresAt);
    return team.store.useOneTimeLink(link, "hash");
  },
  updateWorkspace: (team, { what, flag }) =>
    team.store.updateWorkspace({
      name: `Workspace ${what % 3}`,
      openSignUp: flag,
      membersAddEmoji: flag,
      uploadBytes: 1 + (what % 2),
      uploadKinds: what % 2 === 0 ? ["picture"] : [],
    }),
  importHistory: async (team, { who, where, what, flag }) => {
    const key = `import${what % 4}`;
    const { roomId } = await team.store.importRoom({
      key: `${key}:room`,
      kind: flag ? "public" : "direct",
      name: flag ? `Name ${what % 5}` : "",
      topic: "",
      createdBy: null,
      createdAt: "2019-03-01T09:00:00.000Z",
      archived: false,
      userIds: [...new Set([team.user(who), team.user(where)])],
    });
    if (!team.roomIds.includes(roomId)) team.roomIds.push(roomId);
    const imported = {
      roomId,
      authorName: null,
      createdAt: "2019-03-01T09:00:00.000Z",
      editedAt: null,
      reactions: [{ emoji: "👍", userIds: [team.user(where)] }],
      attachmentIds: [],
    };
    await team.store.importMessages([
      {
        ...imported,
        key: `${key}:${what % 6}`,
        threadRootKey: null,
        authorId: team.user(who),
        body: team.body(what),
      },
      {
        ...imported,
        key: `${key}:reply:${what % 9}`,
        threadRootKey: `${key}:${what % 5}`,
        authorId: team.user(where),
        body: team.body(what + 1),
      },
    ]);
    if (what % 2 === 0) await team.store.markImported([roomId]);
  },
  importUser: async (team, { who, what, flag }) => {
    if (team.userIds.length > 8) return;
    const { userId, created } = await team.store.importUser({
      ...team.newUser("member"),
      key: `import:user:${(who + what) % 9}`,
      status: flag ? "active" : "deactivated",
      bio: "",
      timeZone: null,
    });
    if (created) team.userIds.push(userId);
  },
} satisfies Record<string, Act>;

function timeOf(n: number, some: boolean): string | null {
  return some ? `2030-01-01T00:00:0${n % 10}.000Z` : null;
}

const emoji = ["👍", "🎉", ":snug:"];

/** Messages most of all, as in life. */
const kinds: Deed["kind"][] = [
  ...Object.keys(deeds).filter((kind): kind is Deed["kind"] => kind in deeds),
  ...Array.from({ length: 8 }, () => ["send", "reply"] as const).flat(),
  ...Array.from(
    { length: 4 },
    () => ["edit", "delete", "react", "markRead", "markThreadRead"] as const,
  ).flat(),
  ...Array.from({ length: 2 }, () => ["react", "takeBackReaction"] as const).flat(),
  ...Array.from({ length: 2 }, () => ["pin", "save"] as const).flat(),
  ...Array.from({ length: 2 }, () => ["addMembers", "removeMember"] as const).flat(),
];

export const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat(60),
  where: fc.nat(60),
  what: fc.nat(1000),
  flag: fc.boolean(),
});
