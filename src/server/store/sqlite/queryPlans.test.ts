import Connection from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { parseSearch } from "../../../shared/searchQuery.ts";
import type { MessageSearch } from "../port.ts";
import type { Team } from "../contract/team.ts";
import { newUser, openTeam, soon } from "../contract/team.ts";
import type { TemporaryStore } from "./temporaryStore.ts";
import { temporaryStore } from "./temporaryStore.ts";

/**
 * What has to stay flat as the file grows. Each action is run for real, and every statement that it ran
 * is explained: none may walk through a table that grows, or sort what it could have read in order.
 */
const actions: Record<string, (team: Filled) => Promise<unknown>> = {
  "a page of history": ({ store, lobby }) => store.history(lobby, null, 50),
  "a page before": ({ store, lobby }) => store.history(lobby, { before: 9 }, 50),
  "a page after": ({ store, lobby }) => store.history(lobby, { after: 9 }, 50),
  "a page around": ({ store, lobby }) => store.history(lobby, { around: 9 }, 50),
  "a page of a thread": ({ store, rootId }) => store.thread(rootId, null, 50),
  "a date": ({ store, lobby }) => store.firstMessageSince(lobby, "2026-01-01"),
  "the pins of a room": ({ store, lobby }) => store.pins(lobby),
  "saved messages": ({ store, bob }) => store.savedMessages(bob.id, null, 50),
  "versions of a message": ({ store, rootId }) => store.messageVersions(rootId, 50),
  "an emoji's picture": ({ store }) => store.emojiImage("e1"),
  "someone's picture": ({ store }) => store.avatar("a1"),
  "setting a picture": ({ store, bob }) => store.setAvatar(bob.id, { sha256: "5ha", size: 67 }),
  "one message": ({ store, bob, rootId }) => store.message(bob.id, rootId),
  "a joined room with its counts": ({ store, bob, lobby }) => store.joinedRoom(bob.id, lobby),
  "a membership": ({ store, bob, lobby }) => store.memberRole(bob.id, lobby),
  "a room": ({ store, bob, lobby }) => store.room(bob.id, lobby, "visible"),
  "a search": ({ store, bob }) => store.search(bob.id, searchFor('root -"other words"')),
  "a search by what is not words": ({ store, bob }) =>
    store.search(bob.id, searchFor("from:ann in:lobby -has:file has:reaction on:today")),
  "the members of a room": ({ store, lobby }) => store.members(lobby),
  "the log's state": ({ store }) => store.logState(),
  "the log": ({ store }) => store.eventsAfter(3, 100),
  "someone's log": ({ store, bob }) => store.eventsFor(bob.id, 3, 100),
  "a session": ({ store }) => store.sessionByTokenHash("t1"),
  "a token": ({ store }) => store.tokenByHash("h1"),
  "one's tokens": ({ store, bob }) => store.tokensOf(bob.id),
  "using a token": ({ store }) => store.touchToken("k1"),
  "a webhook": ({ store }) => store.incomingWebhookBySecret("h1"),
  "using a webhook": ({ store }) => store.touchIncomingWebhook("w1"),
  "what is due to webhooks": ({ store }) => store.dueDeliveries("2020", 50),
  "the deliveries of a webhook": ({ store }) => store.deliveriesOf("w1", 50),
  "one's sessions": ({ store, bob }) => store.sessionsOf(bob.id),
  credentials: ({ store }) => store.credentials("bob"),
  "an invite": ({ store }) => store.inviteByToken("i1"),
  "a one-time link": ({ store }) => store.oneTimeLinkUser("l1"),
  "a file": ({ store, bob }) => store.fileFor(bob.id, "f1"),
  "the files of a room": ({ store, lobby }) => store.roomFiles(lobby, 9, 30),
  "files in use": ({ store }) => store.usedBlobs(["5ha"]),
  "forgetting uploads": ({ store }) => store.expireUploads("2020"),
  "commands of a room": ({ store, lobby }) => store.commandsIn(lobby),
  sending: ({ say, bob }) => say(bob, "Hello <!room>"),
  replying: ({ say, bob, rootId }) => say(bob, "Hello", { threadRootId: rootId }),
  "followed threads": ({ store, bob }) => store.followedThreads(bob.id, 99, 20),
  "unread threads": ({ store, ann }) => store.unreadThreads(ann.id, 20),
  "following a thread": ({ store, cat, rootId }) => store.followThread(cat.id, rootId, true),
  "reading a thread": ({ store, ann, rootId }) => store.markThreadRead(ann.id, rootId, 99),
  "saving a draft": ({ store, bob, lobby, rootId }) =>
    store.saveDraft(bob.id, { roomId: lobby, rootId, text: "Dear all" }),
  editing: ({ store, ann, rootId }) => store.editMessage(ann.id, rootId, "<!room>"),
  reacting: ({ store, bob, rootId }) => store.setReaction(bob.id, rootId, "👍", true),
  pinning: ({ store, bob, rootId }) => store.setPin(bob.id, rootId, true),
  saving: ({ store, bob, rootId }) => store.setSaved(bob.id, rootId, true),
  "saving no longer": ({ store, bob, rootId }) => store.setSaved(bob.id, rootId, false),
  "marking read": ({ store, bob, lobby }) => store.markRead(bob.id, lobby, 9, true),
  "deleting a reply": ({ store, bob, replyId }) => store.deleteMessage(bob.id, replyId),
  "deleting a message": ({ store, ann, rootId }) => store.deleteMessage(ann.id, rootId),
  "opening a direct room": ({ store, ann, bob }) => store.openDirect(ann.id, [bob.id]),
  "opening it again": ({ store, ann, bob }) => store.openDirect(ann.id, [bob.id]),
  joining: ({ store, gus, lobby }) => store.addMembers(lobby, [gus.id]),
  leaving: ({ store, gus, lobby }) => store.removeMember(lobby, gus.id, "left"),
  "ending statuses": ({ store }) => store.endStatuses("2030"),
  "signing up": ({ store }) => store.createUser(newUser("dan"), null),
  "signing in": ({ store, bob }) =>
    store.createSession({ userId: bob.id, tokenHash: "t1", userAgent: "", expiresAt: soon() }),
  "forgetting old events": ({ store }) => store.pruneLog(2),
  "deleting a room": ({ store, lobby }) => store.deleteRoom(lobby),
};

function searchFor(text: string): MessageSearch {
  return { query: parseSearch(text), since: "2020", until: null, before: 99, limit: 20 };
}

interface Filled extends Team {
  rootId: string;
  replyId: string;
}

describe("query plans", () => {
  const plans = new Map<string, string[]>();

  beforeAll(async () => {
    const ran: string[] = [];
    await using temporary = temporaryStore({ trace: (sql) => ran.push(sql) });
    const team = await openTeam(async () => temporary);
    const root = await team.say(team.ann, "root");
    const reply = await team.say(team.bob, "reply", { threadRootId: root.id });
    const filled = { ...team, rootId: root.id, replyId: reply.id };
    for (const [name, action] of Object.entries(actions)) {
      ran.length = 0;
      await action(filled);
      plans.set(name, explain(temporary, ran.splice(0)));
    }
  });

  it.each(Object.keys(actions))("%s uses indices all the way", (name) => {
    const plan = plans.get(name) ?? [];
    expect(plan.length).toBeGreaterThan(0);
    expect(plan.filter((line) => walksThrough(line))).toEqual([]);
  });

  it.each([
    ["a page of history", "messages_timeline"],
    ["a page before", "messages_timeline"],
    ["a page after", "messages_timeline"],
    ["a page around", "messages_timeline"],
    ["a page of a thread", "messages_thread"],
    ["a date", "messages_time"],
    ["the pins of a room", "messages_pinned"],
    ["saved messages", "saved_messages_user"],
    ["versions of a message", "message_versions_message"],
    ["a joined room with its counts", "messages_deleted"],
    ["a joined room with its counts", "saved_in_room"],
    ["a joined room with its counts", "COVERING INDEX sqlite_autoindex_mentions_1"],
    ["marking read", "messages_timeline"],
    ["someone's log", "COVERING INDEX events_room"],
    ["someone's log", "COVERING INDEX events_user"],
    ["someone's log", "INDEX events_all"],
    ["a token", "tokens_token_hash_unique (token_hash=?)"],
    ["a session", "sessions_token_hash_unique (token_hash=?)"],
    ["opening it again", "INDEX rooms_direct_key_unique (direct_key=?)"],
  ])("%s reads %s and nothing beside it", (name, index) => {
    const plan = plans.get(name) ?? [];
    expect(plan.some((line) => line.includes(index))).toBe(true);
    // Every message of a room, replies and deleted ones too, is in this one: for deleting the room.
    expect(plan.filter((line) => line.includes("messages_room"))).toEqual([]);
  });

  it("would notice a walk through a table", async () => {
    await using temporary = temporaryStore();
    const slow = [
      "SELECT * FROM messages WHERE body = 'x'",
      "SELECT * FROM messages m WHERE m.author_id = 'x' ORDER BY m.seq LIMIT 9",
    ];
    const plan = explain(temporary, slow);
    expect(plan.filter((line) => walksThrough(line))).toHaveLength(2);
  });
});

/** One line per step of each statement's plan, behind the statement. */
function explain({ file }: TemporaryStore, statements: readonly string[]): string[] {
  const connection = new Connection(file, { readonly: true });
  const plans = [...new Set(statements)]
    .filter((sql) => /^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)/i.test(sql))
    .flatMap((sql) =>
      connection
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => `${detail} | ${sql.replaceAll(/\s+/g, " ")}`),
    );
  connection.close();
  return plans;
}

/**
 * `log` and `workspace` have one row; `json_each` has those that were asked for; subqueries with names in
 * parentheses, a page. Pages come out of an index in their order: sorting one would first read the rest.
 */
function walksThrough(line: string): boolean {
  if (/^USE TEMP B-TREE FOR ORDER BY .* ORDER BY (?:m\.)?seq(?: DESC)? LIMIT/.test(line)) {
    return !line.includes("WITH visible");
  }
  // The index itself: by words (M) in the order of its rows, up to one of them (<), or one of them (=).
  if (/^SCAN \w+ VIRTUAL TABLE INDEX \d+:(?:=|M\d+<) \|/.test(line)) return false;
  return /^SCAN (?!log\b|workspace\b|json_each\b|\(subquery|CONSTANT ROW)/.test(line);
}
