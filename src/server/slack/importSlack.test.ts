import { describe, expect, it } from "vitest";

import { limits } from "../../shared/limits.ts";
import { said, smallExport, timestamp, zipFile } from "../../testing/slackExport.ts";
import { bodiesIn, counts, importFiles, messagesIn } from "../../testing/slackImport.ts";
import { testWorkspace } from "../../testing/workspace.ts";
import { importSlack } from "./importSlack.ts";

describe("an import", { timeout: 30_000 }, () => {
  it("brings people, rooms and messages with their times and authors", async () => {
    await using workspace = await testWorkspace();
    const summary = await importFiles(
      workspace,
      smallExport([
        said("U1", "hello <@U2>"),
        said("U2", "*hi*", { ts: timestamp(60), edited: { ts: timestamp(90) } }),
      ]),
    );
    expect(summary).toMatchObject({
      users: { total: 2, bots: 0, created: 2 },
      rooms: { public: 1, private: 0, direct: 0, created: 1 },
      members: 2,
      messages: { total: 2, created: 2 },
      leftOut: [],
      changed: [],
      problems: [],
    });
    const ada = await workspace.store.credentials("ada");
    const ben = await workspace.store.credentials("b@x.test");
    expect(ben).toMatchObject({
      user: { username: "ben", displayName: "Ben" },
      passwordHash: null,
    });
    expect(await messagesIn(workspace, "garden")).toMatchObject([
      {
        authorId: ada?.user.id,
        body: `hello <@${ben?.user.id}>`,
        mentions: { userIds: [ben?.user.id] },
        createdAt: "2024-01-01T00:00:00.000Z",
        editedAt: null,
      },
      { body: "**hi**", editedAt: "2024-01-01T00:01:30.000Z" },
    ]);
  });

  it("leaves nobody with unread messages", async () => {
    await using workspace = await testWorkspace();
    await importFiles(workspace, smallExport([said("U1", "<!channel>")]));
    const ben = await workspace.store.credentials("ben");
    const { rooms } = await workspace.store.snapshot(ben?.user.id ?? "");
    const unread = rooms.map(({ membership }) => membership.unreadCount + membership.mentionCount);
    expect(unread).toEqual([0, 0]);
  });

  it("adds nothing the second time, and only what is new from a longer export", async () => {
    await using workspace = await testWorkspace();
    const first = [said("U1", "one"), said("U2", "two", { ts: timestamp(5) })];
    await importFiles(workspace, smallExport(first));
    const before = await workspace.store.logState();
    const again = await importFiles(workspace, smallExport(first));
    expect(again.messages).toEqual({ total: 2, created: 0 });
    expect(await workspace.store.logState()).toEqual(before);

    const longer = smallExport([...first, said("U3", "three", { ts: timestamp(9) })]);
    longer["users.json"].push({ id: "U3", team_id: "T1", name: "cy", profile: {} });
    longer["channels.json"][0]?.members.push("U3");
    const more = await importFiles(workspace, longer);
    expect(more).toMatchObject({ users: { created: 1 }, messages: { total: 3, created: 1 } });
    expect(await bodiesIn(workspace, "garden")).toEqual(["one", "two", "three"]);
    const cy = await workspace.store.credentials("cy");
    const { rooms } = await workspace.store.snapshot(cy?.user.id ?? "");
    expect(rooms.map(({ name }) => name).toSorted()).toEqual(["garden", "lobby"]);
  });

  it("orders the messages of all rooms by time, across days and files", async () => {
    await using workspace = await testWorkspace();
    const files = smallExport([said("U1", "second", { ts: timestamp(20) })], {
      "garden/2024-01-02.json": [
        said("U1", "late", { ts: timestamp(90_000) }),
        // Slack keeps days in the time zone of whoever exports.
        said("U1", "first", { ts: timestamp(10) }),
      ],
      "attic/2024-01-01.json": [said("U2", "between", { ts: timestamp(15) })],
    });
    files["channels.json"].push(channel("C2", "attic"));
    await importFiles(workspace, files);
    const all = [
      ...(await messagesIn(workspace, "garden")),
      ...(await messagesIn(workspace, "attic")),
    ];
    const inOrder = all.toSorted((a, b) => a.seq - b.seq).map(({ body }) => body);
    expect(inOrder).toEqual(["first", "between", "second", "late"]);
  });

  it("keeps threads together, and says where a thread's first message is missing", async () => {
    await using workspace = await testWorkspace();
    const [root, lost] = [timestamp(1), timestamp(2)];
    const summary = await importFiles(
      workspace,
      smallExport([
        said("U1", "root", { ts: root, thread_ts: root }),
        said("U2", "reply", { ts: timestamp(10), thread_ts: root }),
        said("U2", "loud", { ts: timestamp(11), thread_ts: root, subtype: "thread_broadcast" }),
        said("U2", "orphan", { ts: timestamp(12), thread_ts: lost }),
      ]),
    );
    expect(summary).toMatchObject({ threads: 1, replies: 2 });
    expect(Object.values(counts(summary.changed))).toEqual([1, 1]);
    const [first, ...others] = await messagesIn(workspace, "garden");
    expect(others.map(({ body }) => body)).toEqual(["orphan"]);
    const { messages } = await workspace.store.thread(first?.id ?? "", null, 10);
    expect(messages.map(({ body }) => body)).toEqual(["reply", "loud"]);
  });

  it("keeps a deleted message that has replies, and no other", async () => {
    await using workspace = await testWorkspace();
    const root = timestamp(1);
    const tombstone = { subtype: "tombstone", user: "USLACKBOT", hidden: true };
    const summary = await importFiles(
      workspace,
      smallExport([
        said("U1", "This message was deleted.", { ts: root, thread_ts: root, ...tombstone }),
        said("U2", "reply", { ts: timestamp(2), thread_ts: root }),
        said("U1", "This message was deleted.", { ts: timestamp(3), ...tombstone }),
      ]),
    );
    expect(counts(summary.leftOut)).toEqual({ "deleted messages": 1 });
    expect(await bodiesIn(workspace, "garden")).toEqual(["_This message was deleted._"]);
  });

  it("gives reactions as emoji, those of one emoji together", async () => {
    await using workspace = await testWorkspace();
    const reactions = [
      { name: "+1", users: ["U1"], count: 1 },
      { name: "thumbsup", users: ["U2"], count: 1 },
      { name: "party-gecko", users: ["U2"], count: 1 },
    ];
    const summary = await importFiles(workspace, smallExport([said("U1", "ok", { reactions })]));
    expect(summary.reactions).toBe(3);
    const [message] = await messagesIn(workspace, "garden");
    expect(message?.reactions.map(({ emoji, userIds }) => [emoji, userIds.length])).toEqual([
      ["👍", 2],
      [":party-gecko:", 1],
    ]);
  });

  it("keeps private rooms and direct messages to those who were in them", async () => {
    await using workspace = await testWorkspace();
    const files = smallExport([], {
      "groups.json": [{ ...channel("G1", "secret"), is_archived: true }],
      "secret/2024-01-01.json": [said("U1", "psst")],
      "dms.json": [{ id: "D1", created: 1, members: ["U1", "U2"] }],
      "D1/2024-01-01.json": [said("U1", "just us")],
      "mpims.json": [channel("G2", "mpdm-ada--ben--cy-1")],
      "mpdm-ada--ben--cy-1/2024-01-01.json": [said("U2", "us three")],
    });
    const summary = await importFiles(workspace, files);
    expect(summary.rooms).toMatchObject({ public: 1, private: 1, direct: 2 });
    const ada = await workspace.store.credentials("ada");
    const { rooms } = await workspace.store.snapshot(ada?.user.id ?? "");
    expect(rooms.map(({ kind, name }) => `${kind} ${name}`).toSorted()).toEqual(
      expect.arrayContaining(["direct ", "private secret", "public garden"]),
    );
    const visible = await workspace.store.browseRooms(workspace.ownerId, true);
    expect(visible.map(({ name }) => name)).not.toContain("secret");
  });

  it("cuts what is too long and loses none of it", async () => {
    await using workspace = await testWorkspace();
    const text = Array.from({ length: 3000 }, (_, index) => `line ${index}`).join("\n");
    const summary = await importFiles(workspace, smallExport([said("U1", text)]));
    const bodies = await bodiesIn(workspace, "garden");
    expect(bodies.every((body) => body.length <= limits.messageBody)).toBe(true);
    expect(bodies.join("\n")).toBe(text);
    expect(Object.values(counts(summary.changed))).toEqual([1]);
    expect(summary.messages.total).toBe(bodies.length);
  });

  it("puts files where files are kept, and links those whose bytes are not there", async () => {
    await using workspace = await testWorkspace();
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4z8AARAAH/gH/UMXjVwAAAABJRU5ErkJggg==",
      "base64",
    );
    const files = [
      { id: "F1", name: "dot.png", permalink: "https://x.slack.test/F1" },
      { id: "F2", name: "plan.pdf", title: "The plan", permalink: "https://x.slack.test/F2" },
    ];
    const summary = await importFiles(
      workspace,
      smallExport([said("U1", "look", { files })], { "__uploads/F1/dot.png": png }),
    );
    expect(summary.files).toBe(1);
    expect(Object.values(counts(summary.leftOut))).toEqual([1]);
    const [message] = await messagesIn(workspace, "garden");
    expect(message).toMatchObject({
      body: "look\n\n📎 [The plan](https://x.slack.test/F2)",
      attachments: [{ name: "dot.png", type: "image/png", size: png.length, width: 2, height: 1 }],
    });
    const ada = await workspace.store.credentials("ada");
    const file = await workspace.store.fileFor(
      ada?.user.id ?? "",
      message?.attachments[0]?.id ?? "",
    );
    const stream = await workspace.blobs.read(file?.sha256 ?? "");
    expect(Buffer.concat((await stream?.toArray()) ?? [])).toEqual(png);
  });

  it("counts what it leaves out, and why", async () => {
    await using workspace = await testWorkspace();
    const preview = { from_url: "https://a.test", title: "A", fallback: "A" };
    const summary = await importFiles(
      workspace,
      smallExport(
        [
          said("U1", "<@U1> has joined the channel", { subtype: "channel_join" }),
          said("U1", "set the topic", { subtype: "channel_topic", ts: timestamp(1) }),
          said("U1", "<https://a.test>", { attachments: [preview], ts: timestamp(2) }),
          said("U1", "<https://a.test>", { ts: timestamp(2) }),
          said("U1", "", { ts: timestamp(3) }),
          { type: "message", text: "no time" },
          "no message",
        ],
        { "integration_logs.json": [], "canvases.json": [], "old/2024-01-01.json": [] },
      ),
    );
    expect(counts(summary.leftOut)).toEqual({
      "notices of who joined or left a room": 1,
      "notices that a room was renamed, archived or described anew": 1,
      "previews of links": 1,
      "messages that stand in the archive twice": 1,
      "messages without any content": 1,
      "records that are no messages": 2,
      "logs of integrations": 1,
      canvases: 1,
      "days of rooms that no list names": 1,
    });
    expect(await bodiesIn(workspace, "garden")).toEqual(["https://a.test"]);
  });

  it("names a file that it cannot read, and goes on with the others", async () => {
    await using workspace = await testWorkspace();
    const summary = await importFiles(
      workspace,
      smallExport([said("U1", "fine")], {
        "garden/2024-01-02.json": '[{"type": "message", "ts": ',
        "garden/2024-01-03.json": { ok: false },
      }),
    );
    expect(summary.problems).toEqual([
      { file: "garden/2024-01-02.json", reason: "It is not valid JSON." },
      { file: "garden/2024-01-03.json", reason: "It holds no list of messages." },
    ]);
    expect(await bodiesIn(workspace, "garden")).toEqual(["fine"]);
  });

  it("rehearses without a workspace, to the same summary", async () => {
    await using workspace = await testWorkspace();
    await using zip = await zipFile(smallExport([said("U1", "a"), said("U2", "b")]));
    const rehearsed = await importSlack(zip.path, null);
    expect(rehearsed).toEqual(await importSlack(zip.path, workspace));
  });

  it("tells how far it is", async () => {
    await using zip = await zipFile(smallExport([said("U1", "a")]));
    const stages: string[] = [];
    await importSlack(zip.path, null, ({ stage, done, total }) => {
      stages.push(`${stage} ${done}/${total}`);
    });
    expect(stages).toEqual(["reading 1/1", "importing 1/1"]);
  });
});

function channel(id: string, name: string) {
  return { id, name, created: "1700000000", creator: "U1", members: ["U1", "U2"] };
}
