import { expect, it } from "vitest";

import { said, smallExport, timestamp } from "../../testing/slackExport.ts";
import { counts, importFiles, messagesIn } from "../../testing/slackImport.ts";
import { testWorkspace } from "../../testing/workspace.ts";

it(
  "makes one user of each bot, and shows the name it posted under",
  { timeout: 30_000 },
  async () => {
    await using workspace = await testWorkspace();
    const bot = { user: undefined, subtype: "bot_message", bot_id: "B1" };
    const notice = "added an integration to this channel: <https://x.slack.test/B1|github>";
    const summary = await importFiles(
      workspace,
      smallExport([
        said("", "a", { ...bot }),
        said("", "b", { ...bot, username: "deploys", ts: timestamp(1) }),
        said("U1", notice, { subtype: "bot_add", bot_id: "B1", ts: timestamp(2) }),
      ]),
    );
    expect(summary.users).toMatchObject({ total: 3, bots: 1 });
    const github = await workspace.store.credentials("github");
    expect(github?.user).toMatchObject({ role: "bot", displayName: "github" });
    expect(await messagesIn(workspace, "garden")).toMatchObject([
      { authorId: github?.user.id, authorName: null },
      { authorId: github?.user.id, authorName: "deploys" },
    ]);
  },
);

it(
  "brings people who left as deactivated, and strangers under the name they had",
  { timeout: 30_000 },
  async () => {
    await using workspace = await testWorkspace();
    const files = smallExport([
      said("U8", "bye <@U6>"),
      said("U9", "hi", { ts: timestamp(1), user_profile: { real_name: "Zoe" } }),
    ]);
    files["users.json"].push(
      { id: "U8", team_id: "T1", name: "gone", deleted: true, profile: {} },
      { id: "U7", team_id: "T1", name: "never", deleted: true, profile: {} },
      { id: "U6", team_id: "T1", name: "missed", deleted: true, profile: {} },
    );
    const summary = await importFiles(workspace, files);
    const accounts = await workspace.store.accounts();
    const status = Object.fromEntries(accounts.map((each) => [each.displayName, each.status]));
    expect(status).toMatchObject({ gone: "deactivated", Zoe: "deactivated", Ben: "active" });
    expect(status).toHaveProperty("missed", "deactivated");
    expect(status).not.toHaveProperty("never");
    expect(counts(summary.leftOut)).toEqual({ "deactivated people without messages": 1 });
  },
);

it(
  "gives nobody rights here, takes guests for guests, and the others into the first room",
  { timeout: 30_000 },
  async () => {
    await using workspace = await testWorkspace();
    const files = smallExport([]);
    files["users.json"].push(
      { id: "U3", name: "boss", is_owner: true, is_admin: true, profile: {} },
      { id: "U4", name: "visitor", is_restricted: true, profile: {} },
      { id: "U5", name: "me", profile: { email: "Olivia@example.org" } },
    );
    await importFiles(workspace, files);
    const accounts = await workspace.store.accounts();
    const roles = Object.fromEntries(accounts.map(({ username, role }) => [username, role]));
    expect(roles).toMatchObject({ boss: "member", visitor: "guest", olivia: "owner" });
    expect(roles).not.toHaveProperty("me");
    const lobby = await workspace.store.members(workspace.firstRoomId);
    const names = lobby.map(
      ({ userId }) => accounts.find(({ id }) => id === userId)?.username ?? "",
    );
    expect(names.toSorted()).toEqual(["ada", "ben", "boss", "olivia"]);
  },
);
