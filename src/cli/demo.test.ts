import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it } from "vitest";

import { snug } from "../testing/commandLine.ts";
import { startTestServer } from "../testing/server.ts";
import { visit } from "../testing/visitor.ts";

it("fills an empty workspace and tells how to sign in", { timeout: 30_000 }, async () => {
  await using server = await startTestServer();
  const filled = await snug(["demo", "--now", "2026-03-05T14:30:00Z"], {
    DATA_DIR: server.dataDir,
  });
  expect(filled).toMatchObject({ status: 0, stderr: "" });
  const [, login = "", password = ""] =
    /username {2}(\S+)\n {2}password {2}(\S+)\n/.exec(filled.stdout) ?? [];
  const visitor = visit(server.url);
  const { user } = await visitor.api.session.signIn.mutate({ login, password });
  expect(user).toMatchObject({ username: "demo", role: "owner" });

  const again = await snug(["demo"], { DATA_DIR: server.dataDir });
  expect(again.status).toBe(1);
  expect(again.stderr).toMatch(/^There is a workspace in [^\n]* already[^\n]*\n$/);
});

it("tells a program as JSON, and a person what is no time", { timeout: 30_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "snug-demo-"));
  try {
    const wrong = await snug(["demo", "--now", "teatime"], { DATA_DIR: folder });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/^"teatime" is no time/);
    const { stdout } = await snug(["demo", "--json"], { DATA_DIR: folder });
    expect(JSON.parse(stdout)).toMatchObject({
      url: "http://localhost:3000",
      username: "demo",
      password: expect.stringMatching(/^.{16}$/),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
