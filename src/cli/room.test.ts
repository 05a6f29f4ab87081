import { describe, expect, it } from "vitest";

import { limits } from "../shared/limits.ts";
import { snug } from "../testing/commandLine.ts";
import { openHouse } from "../testing/house.ts";
import { signUp } from "../testing/people.ts";
import type { TestWorkspace } from "../testing/workspace.ts";
import { testWorkspace } from "../testing/workspace.ts";

async function roomIn({ store }: TestWorkspace, name: string) {
  return (await store.allRooms()).find((room) => room.name === name);
}

describe("snug room", { timeout: 30_000 }, () => {
  it("lists every room, a direct one by its people", async () => {
    await using workspace = await testWorkspace();
    await snug(["user", "create", "ben"], workspace.env);
    const ben = (await workspace.store.accounts()).find(({ username }) => username === "ben");
    const direct = await workspace.store.openDirect(workspace.ownerId, [ben?.id ?? ""]);
    const { stdout, status } = await snug(["room", "list"], workspace.env);
    expect(status).toBe(0);
    const [, lobby, pair] = stdout.split("\n").map((line) => line.split(/ {2,}/));
    expect(lobby).toEqual(["lobby", "public", "2", workspace.firstRoomId]);
    expect(pair?.[0]?.split(", ").toSorted()).toEqual(["ben", "olivia"]);
    expect(pair?.slice(1)).toEqual(["direct", "2", direct.id]);
    const json = await snug(["room", "list", "--json"], workspace.env);
    expect(JSON.parse(json.stdout)).toEqual(await workspace.store.allRooms());
  });

  it("makes a room, of an owner's or of someone's", async () => {
    await using workspace = await testWorkspace();
    await snug(["user", "create", "ben"], workspace.env);
    const made = await snug(["room", "create", "Tea"], workspace.env);
    expect(made).toMatchObject({ status: 0, stdout: "Tea is there now, and olivia its admin.\n" });
    const wishes = ["--private", "--topic", "What to do", "--admin", "ben", "--json"];
    const { stdout } = await snug(["room", "create", "Plans", ...wishes], workspace.env);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "private",
      name: "Plans",
      topic: "What to do",
      membership: { role: "admin" },
    });
    const { stdout: there } = await snug(["room", "members", "plans"], workspace.env);
    expect(there.split("\n").map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual([
      ["USERNAME", "NAME", "ROLE"],
      ["ben", "ben", "admin"],
      [""],
    ]);
  });

  it("adds people and removes them while it is served, in private rooms too", async () => {
    await using house = await openHouse();
    const { server, olivia, mia } = house;
    await using zoe = await signUp(server, olivia, { name: "zoe" });
    const env = { DATA_DIR: server.dataDir };
    const { id } = await mia.api.rooms.create.mutate({ kind: "private", name: "Plans" });
    await using client = house.clientOf(zoe);
    await client.connect();
    const heard: Promise<string> = new Promise((resolve) => {
      client.on("room.added", ({ room }) => resolve(room.name));
    });
    const added = await snug(["room", "add", "plans", "olivia", "zoe@example.org"], env);
    expect(added).toMatchObject({ status: 0, stderr: "" });
    expect(await heard).toBe("Plans");
    const { stdout } = await snug(["room", "remove", id, "olivia", "mia", "--json"], env);
    expect(JSON.parse(stdout)).toMatchObject([
      { username: "zoe", displayName: "zoe", userId: zoe.user.id, role: "admin" },
    ]);
    await expect(mia.api.rooms.get.query({ roomId: id })).rejects.toThrow("no such room");
  });

  it("renames a room and says what it is about, while people look at it", async () => {
    await using house = await openHouse();
    const { server, mia } = house;
    const env = { DATA_DIR: server.dataDir };
    const { id } = await mia.api.rooms.create.mutate({ kind: "private", name: "Plans" });
    await using client = house.clientOf(mia);
    await client.connect();
    const heard: { name: string; topic: string }[] = [];
    client.on("room.updated", ({ room: { name, topic } }) => heard.push({ name, topic }));
    const renamed = await snug(["room", "rename", "#plans", "Old plans"], env);
    expect(renamed).toMatchObject({ status: 0, stdout: "Plans is called Old plans now.\n" });
    const told = await snug(["room", "topic", "old plans", " What we did "], env);
    expect(told).toMatchObject({ status: 0, stdout: "Old plans is about: What we did\n" });
    const { stdout } = await snug(["room", "topic", id, "", "--json"], env);
    expect(JSON.parse(stdout)).toEqual(await mia.api.rooms.get.query({ roomId: id }));
    const long = await snug(["room", "topic", id, "x".repeat(limits.roomTopic + 1)], env);
    expect(long).toMatchObject({ status: 1, stdout: "" });
    expect(long.stderr).toContain("That is no topic for a room: ");
    await expect
      .poll(() => heard)
      .toEqual([
        { name: "Old plans", topic: "" },
        { name: "Old plans", topic: "What we did" },
        { name: "Old plans", topic: "" },
      ]);
  });

  it("archives a room, takes it back out, and deletes it when it is told twice", async () => {
    await using workspace = await testWorkspace();
    const { env } = workspace;
    await snug(["room", "create", "Old"], env);
    const archived = await snug(["room", "archive", "#old"], env);
    expect(archived).toMatchObject({ status: 0, stdout: expect.stringContaining("archived") });
    expect((await roomIn(workspace, "Old"))?.archivedAt).not.toBeNull();
    const added = await snug(["room", "add", "old", "olivia"], env);
    expect(added).toMatchObject({ status: 1, stderr: "This room is archived.\n" });
    await snug(["room", "unarchive", "old"], env);
    expect((await roomIn(workspace, "Old"))?.archivedAt).toBeNull();
    const asked = await snug(["room", "delete", "old"], env);
    expect(asked).toMatchObject({ status: 1, stdout: "" });
    expect(asked.stderr).toMatch(/^All that was said in Old would be gone for good\. Say --yes/);
    expect(await roomIn(workspace, "Old")).toBeDefined();
    expect(await snug(["room", "delete", "old", "--yes"], env)).toMatchObject({ status: 0 });
    expect(await roomIn(workspace, "Old")).toBeUndefined();
  });

  it.each([
    [["room"], 2, "Say what to do: list, create,"],
    [["room", "paint", "lobby"], 2, "Say what to do"],
    [["room", "rename", "lobby"], 2, "That is not how"],
    [["room", "topic", "lobby"], 2, "That is not how"],
    [["room", "topic", "lobby", "All", "of it"], 2, "That is not how"],
    [["room", "rename", "nowhere", "Here"], 1, 'There is no room "nowhere".'],
    [["room", "rename", "lobby", " "], 1, "That is no name for a room"],
    [["room", "create"], 2, "That is not how"],
    [["room", "create", "a", "b"], 2, "That is not how"],
    [["room", "add", "lobby"], 2, "That is not how"],
    [["room", "list", "--private"], 2, "That is not how"],
    [["room", "archive", "lobby", "--yes"], 2, "That is not how"],
    [["room", "create", " "], 1, "That is no name for a room"],
    [["room", "create", "Lobby"], 1, "A room of that name exists."],
    [["room", "create", "tea", "--admin", "zoe"], 1, 'There is nobody named "zoe".'],
    [["room", "members", "nowhere"], 1, 'There is no room "nowhere".'],
    [["room", "add", "lobby", "olivia", "zoe"], 1, 'There is nobody named "zoe".'],
    [["room", "archive", "lobby"], 1, "Everyone new lands in this room"],
    [["room", "delete", "lobby", "--yes"], 1, "Everyone new lands in this room"],
  ])("answers %j in a sentence", async (args, status, sentence) => {
    await using workspace = await testWorkspace();
    const before = await workspace.store.allRooms();
    const result = await snug(args, workspace.env);
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr.split("\n")[0]).toContain(sentence);
    expect(await workspace.store.allRooms()).toEqual(before);
  });

  it("leaves direct rooms to their people", async () => {
    await using workspace = await testWorkspace();
    const { env } = workspace;
    await snug(["user", "create", "ben"], env);
    const ben = (await workspace.store.accounts()).find(({ username }) => username === "ben");
    const { id } = await workspace.store.openDirect(workspace.ownerId, [ben?.id ?? ""]);
    for (const words of [
      ["rename", id, "Us"],
      ["topic", id, "Us"],
      ["archive", id],
      ["delete", id, "--yes"],
      ["remove", id, "ben"],
    ]) {
      const result = await snug(["room", ...words], env);
      expect(result).toMatchObject({ status: 1, stdout: "" });
      expect(result.stderr).toContain("direct room");
    }
    expect(await workspace.store.allRooms()).toHaveLength(2);
  });
});
