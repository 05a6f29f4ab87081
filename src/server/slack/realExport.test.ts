import { existsSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import type { Message } from "../../shared/messages.ts";
import { said, smallExport, timestamp, zipFile } from "../../testing/slackExport.ts";
import { testWorkspace } from "../../testing/workspace.ts";
import type { ImportSummary } from "./importSlack.ts";
import { importSlack } from "./importSlack.ts";

/** A real export, kept beside the checkout: other people's words do not belong into it. */
const real = join(import.meta.dirname, "../../../../shared/fixtures/slack-export.zip");

interface Expected {
  summary: Partial<ImportSummary>;
  leftOut: number[];
  /** Messages of each room. */
  rooms: number[];
}

const expectedOfReal: Expected = {
  summary: {
    users: { total: 7, bots: 3, created: 7 },
    rooms: { public: 2, private: 0, direct: 0, created: 2 },
    members: 8,
    messages: { total: 147, created: 147 },
    reactions: 1,
    problems: [],
  },
  leftOut: [11, 8, 3, 1],
  rooms: [51, 96],
};

/** The same mess in small: notices, a bot without words of its own, a file that is only a link. */
const ownExport = smallExport(
  [
    said("U1", "<@U1> has joined the channel", { subtype: "channel_join" }),
    said("U1", "look: ```<http://a.test/b>```", { ts: timestamp(1) }),
    {
      type: "message",
      subtype: "bot_message",
      bot_id: "B1",
      text: "",
      attachments: [{ pretext: "[garden] 1 new commit:", text: "<https://x.test/c1|c1>: dig" }],
      ts: timestamp(2),
    },
    said("U2", "<@U2> uploaded a file: <https://x.test/F1|Plan>", {
      subtype: "file_share",
      file: { id: "F1", title: "Plan", permalink: "https://x.test/F1" },
      ts: timestamp(3),
    }),
  ],
  { "integration_logs.json": [] },
);
const expectedOfOwn: Expected = {
  summary: {
    users: { total: 3, bots: 1, created: 3 },
    rooms: { public: 1, private: 0, direct: 0, created: 1 },
    members: 2,
    messages: { total: 3, created: 3 },
    reactions: 0,
    changed: [],
    problems: [],
  },
  leftOut: [1, 1, 1],
  rooms: [3],
};

it("imports a real export, whole and once", { timeout: 30_000 }, async () => {
  const isThere = existsSync(real);
  if (!isThere) process.stderr.write("No real Slack export beside the checkout: own one used.\n");
  await using own = await zipFile(ownExport);
  const path = isThere ? real : own.path;
  const expected = isThere ? expectedOfReal : expectedOfOwn;

  await using workspace = await testWorkspace();
  const { store, ownerId } = workspace;
  const summary = await importSlack(path, workspace);
  expect(summary).toMatchObject(expected.summary);
  expect(summary.leftOut.map(({ count }) => count)).toEqual(expected.leftOut);

  const messages: Message[] = [];
  const sizes: number[] = [];
  for (const { id } of await store.browseRooms(ownerId, false)) {
    if (id === workspace.firstRoomId) continue;
    const page = await store.history(id, null, 200);
    sizes.push(page.messages.length);
    messages.push(...page.messages);
  }
  expect(sizes.toSorted((a, b) => a - b)).toEqual(expected.rooms);
  const times = messages.toSorted((a, b) => a.seq - b.seq).map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted());
  for (const { body, authorId } of messages) {
    expect(body.trim()).not.toBe("");
    expect(body).not.toMatch(/<@[UW][A-Z0-9]+[|>]|<https?:[^>]*\||&(?:lt|gt|amp);(?!@)|<tel:/);
    expect(await store.user(authorId)).not.toBeNull();
  }

  const head = await store.logState();
  const again = await importSlack(path, workspace);
  expect(again).toMatchObject({ users: { created: 0 }, rooms: { created: 0 } });
  expect(again.messages).toEqual({ total: summary.messages.total, created: 0 });
  expect(await store.logState()).toEqual(head);
});
