import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

import { describe, expect, it } from "vitest";

import type { Snapshot } from "../../shared/events.ts";
import type { Message } from "../../shared/messages.ts";
import { limits } from "../../shared/limits.ts";
import type { OpenWorkspace } from "../main.ts";
import { openWorkspace } from "../main.ts";
import type { FilledDemo } from "./fillDemo.ts";
import { fillDemo } from "./fillDemo.ts";

const now = new Date("2026-03-05T14:30:00Z");

interface Demo extends OpenWorkspace {
  demo: FilledDemo;
  snapshot: Snapshot;
}

async function filled(): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), "snug-demo-"));
  const workspace = await openWorkspace({ env: { DATA_DIR: dataDir } });
  const demo = await fillDemo(workspace, now);
  const me = await workspace.store.credentials(demo.username);
  return {
    ...workspace,
    demo,
    snapshot: await workspace.store.snapshot(me?.user.id ?? ""),
    async [Symbol.asyncDispose]() {
      await workspace[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function timelines({ store, snapshot }: Demo): Promise<Map<string, Message[]>> {
  const found = new Map<string, Message[]>();
  for (const { id } of snapshot.rooms) found.set(id, (await store.history(id, null, 200)).messages);
  return found;
}

describe("the demo", { timeout: 30_000 }, () => {
  it("says that it is one: as a workspace, and first of all in every room", async () => {
    await using demo = await filled();
    expect(demo.snapshot.workspace).toMatchObject({ demo: true, name: "Tansy (demo)" });
    for (const [first] of (await timelines(demo)).values()) {
      expect(first?.body).toMatch(/\bdemo\b/);
      const author = demo.snapshot.users.find(({ id }) => id === first?.authorId);
      expect(author).toMatchObject({ username: "demo-notes", role: "bot" });
    }
  });

  it("is a small team with rooms of every kind", async () => {
    await using demo = await filled();
    const { rooms, users } = demo.snapshot;
    const people = users.filter(({ role }) => role !== "bot");
    expect(people.length).toBeGreaterThanOrEqual(8);
    expect(new Set(users.map(({ role }) => role)).size).toBe(5);
    expect(new Set(rooms.map(({ kind }) => kind)).size).toBe(3);
    expect(rooms.some(({ directUserIds }) => directUserIds.length > 2)).toBe(true);
    expect(rooms.filter(({ archivedAt }) => archivedAt !== null)).toHaveLength(1);
    expect(users.some(({ customStatus }) => customStatus !== null)).toBe(true);
  });

  it("has a history of three weeks, in order, that ends now", async () => {
    await using demo = await filled();
    const rooms = await timelines(demo);
    for (const messages of rooms.values()) {
      const times = messages.map(({ createdAt }) => createdAt);
      expect(times).toEqual(times.toSorted());
      expect(messages.every(({ body }) => body.length <= limits.messageBody)).toBe(true);
    }
    const all = [...rooms.values()].flat();
    const times = all.map(({ createdAt }) => createdAt).toSorted();
    expect(Date.parse(times.at(-1) ?? "")).toBeLessThan(now.getTime());
    expect(now.getTime() - Date.parse(times[0] ?? "")).toBeGreaterThan(20 * 86_400_000);
    expect(demo.demo.messages).toBeGreaterThanOrEqual(250);
    expect(all.some(({ thread }) => (thread?.replyCount ?? 0) > 2)).toBe(true);
    expect(all.filter(({ reactions }) => reactions.length > 0).length).toBeGreaterThan(50);
    for (const sign of ["```ts", "- ", "1. ", "](https:", "<@", "<#", "| "]) {
      expect(all.some(({ body }) => body.includes(sign))).toBe(true);
    }
    for (const script of [/\p{sc=Han}/u, /\p{sc=Arabic}/u, /^\p{RGI_Emoji}$/v]) {
      expect(all.some(({ body }) => script.test(body))).toBe(true);
    }
  });

  it("names people and rooms by ids that are there", async () => {
    await using demo = await filled();
    const { users, rooms } = demo.snapshot;
    const ids = new Set([...users, ...rooms].map(({ id }) => id));
    const bodies = [...(await timelines(demo)).values()].flat().map(({ body }) => body);
    for (const [, id = ""] of bodies.join("\n").matchAll(/<[@#]([^>]+)>/g)) {
      expect(ids).toContain(id);
    }
  });

  it("has something new for whoever looks around, and something for them alone", async () => {
    await using demo = await filled();
    const memberships = demo.snapshot.rooms.map(({ membership }) => membership);
    expect(memberships.filter(({ unreadCount }) => unreadCount > 0)).toHaveLength(5);
    expect(memberships.filter(({ unreadCount }) => unreadCount === 0)).toHaveLength(8);
    expect(memberships.some(({ mentionCount }) => mentionCount > 0)).toBe(true);
    expect(memberships.flatMap(({ unreadThreadIds }) => unreadThreadIds)).toHaveLength(1);
    expect(memberships.filter(({ favourite }) => favourite)).toHaveLength(2);
    expect(memberships.filter(({ muted }) => muted)).toHaveLength(1);
    expect(memberships.flatMap(({ drafts }) => drafts)).toHaveLength(1);
    expect(memberships.flatMap(({ savedIds }) => savedIds)).toHaveLength(2);
  });

  it("shows what can be done with a message", async () => {
    await using demo = await filled();
    const all = [...(await timelines(demo)).values()].flat();
    expect(all.filter(({ pinned }) => pinned !== null)).toHaveLength(3);
    const ids = new Set(all.map(({ id }) => id));
    expect(all.filter(({ quotedId }) => quotedId !== null && ids.has(quotedId))).toHaveLength(2);
    const edited = all.filter(({ editedAt }) => editedAt !== null);
    const versions = edited.map(({ id }) => demo.store.messageVersions(id, 9));
    expect((await Promise.all(versions)).some((each) => each.length > 1)).toBe(true);
  });

  it("has files whose bytes are what they are said to be", async () => {
    await using demo = await filled();
    const all = [...(await timelines(demo)).values()].flat();
    const files = all.flatMap(({ attachments }) => attachments);
    expect(new Set(files.map(({ type }) => type.split("/")[0])).size).toBe(4);
    for (const { id, size, type, width } of files) {
      const file = await demo.store.fileFor(demo.snapshot.me.id, id);
      const content = await demo.blobs.read(file?.sha256 ?? "");
      const bytes = content && (await buffer(content));
      expect(bytes).toHaveLength(size);
      expect(await demo.inspector.inspect(file?.sha256 ?? "")).toMatchObject({ type, width });
    }
  });

  it("has emoji of its own, people who say how they are, and a webhook that was there", async () => {
    await using demo = await filled();
    const { emoji, users } = demo.snapshot;
    const names = emoji.map(({ name }) => `:${name}:`);
    const all = [...(await timelines(demo)).values()].flat();
    const used = all.flatMap(({ reactions }) => reactions.map((reaction) => reaction.emoji));
    expect(used.some((name) => names.includes(name))).toBe(true);
    expect(users.some(({ customStatus }) => customStatus?.expiresAt)).toBe(true);
    expect((await demo.store.chosenPresence()).map(({ mode }) => mode)).toEqual(["dnd"]);
    const hook = users.find(({ displayName }) => displayName === "Frost forecast");
    expect(all.some(({ authorId }) => authorId === hook?.id)).toBe(true);
  });

  it("has people who were last seen when they last spoke, some with a picture of their own", async () => {
    await using demo = await filled();
    const all = [...(await timelines(demo)).values()].flat();
    const accounts = await demo.store.accounts();
    const others = accounts.filter(({ id, role }) => role !== "bot" && id !== demo.snapshot.me.id);
    for (const { id, lastSeenAt } of others) {
      const said = all.filter(({ authorId }) => authorId === id).map(({ createdAt }) => createdAt);
      const last = said.toSorted().at(-1);
      expect(lastSeenAt && last && lastSeenAt >= last).toBe(true);
      expect(Date.parse(lastSeenAt ?? "")).toBeLessThan(now.getTime());
    }
    const drawn = others.filter(({ avatarUrl }) => avatarUrl !== null);
    expect(drawn.length).toBeGreaterThan(2);
    expect(drawn.length).toBeLessThan(others.length);
  });

  it("is the same for the same time", async () => {
    await using one = await filled();
    await using other = await filled();
    expect(await plain(one)).toEqual(await plain(other));
    expect(one.demo.password).not.toBe(other.demo.password);
  });

  it("leaves a workspace alone that is there already", async () => {
    await using demo = await filled();
    const before = await demo.store.logState();
    await expect(fillDemo(demo, now)).rejects.toMatchObject({ code: "ALREADY_SET_UP" });
    expect(await demo.store.logState()).toEqual(before);
  });
});

/** What is said when, without the ids that every workspace has of its own. */
async function plain(demo: Demo): Promise<string[]> {
  const all = [...(await timelines(demo)).values()].flat();
  return all.map(({ createdAt, body, seq }) => `${seq} ${createdAt} ${body.replace(/<.*?>/g, "")}`);
}
