import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { snug } from "../testing/commandLine.ts";
import { said, smallExport, temporaryFile, timestamp, zipFile } from "../testing/slackExport.ts";
import { testWorkspace } from "../testing/workspace.ts";

const messages = [
  said("U1", "hello"),
  said("U2", "<@U2> has joined", { subtype: "channel_join", ts: timestamp(1) }),
];

describe("snug import slack", { timeout: 30_000 }, () => {
  it("imports, tells what came over and what did not, and is ready to do it again", async () => {
    await using workspace = await testWorkspace();
    await using zip = await zipFile(smallExport(messages));
    const first = await snug(["import", "slack", zip.path], workspace.env);
    expect(first).toMatchObject({ status: 0, stderr: expect.stringContaining("Importing: 100%") });
    expect(first.stdout).toContain("       2  people, 0 of them bots, 2 of them new here\n");
    expect(first.stdout).toContain("       1  messages, 1 of them new here\n");
    expect(first.stdout).toContain("Left out:\n       1  notices of who joined or left a room\n");
    const again = await snug(["import", "slack", zip.path, "--json"], workspace.env);
    expect(JSON.parse(again.stdout)).toMatchObject({
      dryRun: false,
      messages: { total: 1, created: 0 },
    });
  });

  it("lets whoever came over sign in by a link", async () => {
    await using workspace = await testWorkspace();
    await using zip = await zipFile(smallExport(messages));
    await snug(["import", "slack", zip.path], workspace.env);
    const { stdout, status } = await snug(["user", "reset-link", "ben"], workspace.env);
    expect(status).toBe(0);
    const token = /^https:\/\/snug\.test\/link\/([\w-]+)$/m.exec(stdout)?.[1];
    const request = { address: "127.0.0.1", userAgent: "", publicUrl: "https://snug.test" };
    const { oneTimeLinks } = workspace.services;
    expect(await oneTimeLinks.preview({ request, viewer: null }, token ?? "")).toEqual({
      username: "ben",
      displayName: "Ben",
    });
    const nobody = await snug(["user", "reset-link", "zoe"], workspace.env);
    expect(nobody).toEqual({ status: 1, stdout: "", stderr: 'There is nobody named "zoe".\n' });
  });

  it("rehearses without a workspace", async () => {
    await using zip = await zipFile(smallExport(messages));
    const { stdout, status } = await snug(["import", "slack", zip.path, "--dry-run"], {
      DATA_DIR: "/nowhere/at/all",
    });
    expect(status).toBe(0);
    expect(stdout).toContain("nothing was changed");
  });

  it("says in one sentence what is wrong", async () => {
    await using workspace = await testWorkspace();
    await using file = await temporaryFile("notes.txt", Buffer.from("no zip file"));
    const wrongFile = await snug(["import", "slack", file.path], workspace.env);
    expect(wrongFile).toMatchObject({ status: 1, stdout: "" });
    expect(wrongFile.stderr).toBe(`${file.path}: This is not a zip file, or its end is missing.\n`);
    const nothing = await snug(["import", "slack"], workspace.env);
    expect(nothing.status).toBe(2);
    expect(nothing.stderr).toMatch(/^Say what to import[^]*Usage: snug import slack/);
  });

  it("asks for a workspace to be set up first", async () => {
    await using file = await zipFile(smallExport(messages));
    const { stderr, status } = await snug(["import", "slack", file.path], {
      DATA_DIR: join(file.path, "..", "data"),
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is no workspace in [^\n]*\n$/);
  });
});
