import { describe, expect, it } from "vitest";

import { snug } from "../testing/commandLine.ts";
import { openHouse } from "../testing/house.ts";
import { testWorkspace } from "../testing/workspace.ts";

describe("snug user", { timeout: 30_000 }, () => {
  it("makes an account, and a link by which they come in", async () => {
    await using workspace = await testWorkspace();
    const made = await snug(
      ["user", "create", "Zoe", "--email", "zoe@example.org", "--role", "admin"],
      workspace.env,
    );
    expect(made).toMatchObject({ status: 0, stderr: "" });
    expect(made.stdout).toMatch(/^zoe is here now, as admin\.\nZoe sets a password/);
    const token = /^https:\/\/snug\.test\/link\/([\w-]+)$/m.exec(made.stdout)?.[1];
    const request = { address: "127.0.0.1", userAgent: "", publicUrl: "https://snug.test" };
    expect(
      await workspace.services.oneTimeLinks.preview({ request, viewer: null }, token ?? ""),
    ).toEqual({ username: "zoe", displayName: "Zoe" });
  });

  it("lists everyone", async () => {
    await using workspace = await testWorkspace();
    await snug(["user", "create", "ben", "--display-name", "Ben Ten"], workspace.env);
    const { stdout } = await snug(["user", "list"], workspace.env);
    expect(stdout.split("\n").map((line) => line.split(/ {2,}/).slice(0, 5))).toEqual([
      ["USERNAME", "NAME", "ROLE", "STATUS", "LAST SEEN"],
      ["ben", "Ben Ten", "member", "active", "never"],
      ["olivia", "Olivia", "owner", "active", "never"],
      [""],
    ]);
    const json = await snug(["user", "list", "--json"], workspace.env);
    expect(JSON.parse(json.stdout)).toEqual(await workspace.store.accounts());
  });

  it("changes roles, and never takes the last owner's", async () => {
    await using workspace = await testWorkspace();
    await snug(["user", "create", "ben"], workspace.env);
    const { stdout } = await snug(["user", "role", "ben", "guest"], workspace.env);
    expect(stdout).toBe("ben is guest now.\n");
    const last = await snug(["user", "role", "olivia", "member"], workspace.env);
    expect(last).toMatchObject({ status: 1, stdout: "" });
    expect(last.stderr).toMatch(/^[^\n]*owner[^\n]*\n$/);
  });

  it("signs someone out of a running server, and lets them back", async () => {
    await using house = await openHouse();
    const env = { DATA_DIR: house.server.dataDir };
    expect(await snug(["user", "deactivate", "mia"], env)).toMatchObject({ status: 0 });
    await expect(house.mia.api.events.snapshot.query()).rejects.toThrow("Sign in");
    const link = await snug(["user", "reset-link", "mia"], env);
    expect(link.stderr).toBe('mia is deactivated: run "snug user reactivate mia" first.\n');
    expect(await snug(["user", "reactivate", "mia"], env)).toMatchObject({ status: 0 });
    const { login, password } = { login: "mia", password: house.mia.password };
    const { user } = await house.mia.api.session.signIn.mutate({ login, password });
    expect(user.status).toBe("active");
  });

  it.each([
    [["user"], 2, "Say what to do"],
    [["user", "promote", "olivia"], 2, "Say what to do"],
    [["user", "create"], 2, "That is not how"],
    [["user", "list", "--role", "owner"], 2, "That is not how"],
    [["user", "role", "olivia", "boss"], 2, '"boss" is no role'],
    [["user", "role", "zoe", "admin"], 1, 'There is nobody named "zoe".'],
    [["user", "create", "a b"], 1, '"a b" is no username'],
    [["user", "create", "ben", "--email", "nowhere"], 1, '"nowhere" is no e-mail address'],
    [["user", "create", "Olivia"], 1, "taken"],
  ])("answers %j in a sentence", async (args, status, sentence) => {
    await using workspace = await testWorkspace();
    const result = await snug(args, workspace.env);
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr.split("\n")[0]).toContain(sentence);
    expect(await workspace.store.accounts()).toHaveLength(1);
  });
});
