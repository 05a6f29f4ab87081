import { describe, expect, it } from "vitest";

import type { CommandResult } from "../testing/commandLine.ts";
import { snug } from "../testing/commandLine.ts";
import type { House } from "../testing/house.ts";
import { openHouse } from "../testing/house.ts";

async function tokenFor({ olivia, server }: House) {
  const made = await olivia.api.tokens.create.mutate({ name: "CLI", scope: "write" });
  return { ...made.token, env: { SNUG_URL: server.url, SNUG_TOKEN: made.secret } };
}

describe("snug token", { timeout: 30_000 }, () => {
  it("makes a token for who sits at the machine, lists it and revokes it", async () => {
    await using house = await openHouse();
    const local = { DATA_DIR: house.server.dataDir };
    const made = await snug(["token", "create", "mia", "--for", "Backups", "--days", "7"], local);
    expect(made.stdout).toMatch(/^snug_pat_[\w-]{43}\n$/);
    const remote = { SNUG_URL: house.server.url, SNUG_TOKEN: made.stdout.trim() };
    expect(await snug(["send", "general", "From a shell"], remote)).toMatchObject({ status: 0 });
    expect(await house.bodies()).toContain("From a shell");

    const { stdout } = await snug(["token", "list", "mia", "--json"], local);
    const [token] = await house.mia.api.tokens.list.query();
    expect(JSON.parse(stdout)).toEqual([token]);
    expect(token).toMatchObject({ name: "Backups", scope: "write" });
    await snug(["token", "revoke", "mia", token?.id ?? ""], local);
    const late = await snug(["send", "general", "Too late"], remote);
    expect(late).toMatchObject({ status: 1, stdout: "" });
    expect(late.stderr).toContain("does not know this token");
  });

  it.each([
    [["token"], 2, "Say what to do"],
    [["token", "create"], 2, "That is not how"],
    [["token", "list", "mia", "--days", "7"], 2, "That is not how"],
    [["token", "create", "zoe"], 1, 'There is nobody named "zoe".'],
    [
      ["token", "create", "mia", "--scope", "everything"],
      2,
      "--scope takes one of read, write, admin.",
    ],
    [["token", "create", "mia", "--days", "soon"], 2, "--days takes a whole number"],
    [["token", "revoke", "mia", "nothing"], 1, "There is no such token, or no longer."],
  ])("answers %j in a sentence", async (args, status, sentence) => {
    await using house = await openHouse();
    const result = await snug(args, { DATA_DIR: house.server.dataDir });
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr.split("\n")[0]).toContain(sentence);
  });
});

describe("snug send", { timeout: 30_000 }, () => {
  it.each([
    [["send"], 2, "Say in which room."],
    [["send", "general", " "], 2, "There is nothing to say."],
    [["send", "nowhere", "Hello"], 1, 'There is no room "nowhere" that you can see.'],
  ])("answers %j in a sentence", async (args, status, sentence) => {
    await using house = await openHouse();
    const { env } = await tokenFor(house);
    const result = await snug(args, env);
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr.split("\n")[0]).toBe(sentence);
  });

  it("says what is missing: a token, and a server", async () => {
    const none = await snug(["send", "general", "Hello"], { SNUG_TOKEN: "" });
    expect(none.stderr).toMatch(/^Set SNUG_TOKEN to an access token/);
    const where = { SNUG_URL: "localhost:3000", SNUG_TOKEN: "snug_pat_x" };
    const nowhere = await snug(["send", "general", "Hello"], where);
    expect(nowhere).toMatchObject({ status: 1, stdout: "" });
    expect(nowhere.stderr).toMatch(/^SNUG_URL is no address: localhost:3000\./);
    const env = { SNUG_URL: "http://127.0.0.1:9", SNUG_TOKEN: "snug_pat_x" };
    const { stderr } = await snug(["send", "general", "Hello"], env);
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:9: The server cannot be reached\.[^\n]*\n$/);
  });
});

describe("snug tail", { timeout: 30_000 }, () => {
  it("prints what was said and what is being said, until its token is revoked", async () => {
    await using house = await openHouse();
    const { env, id } = await tokenFor(house);
    await house.say("before");
    const tail: Promise<CommandResult> = snug(["tail", "#General", "--last", "1"], env);
    // What was said before is printed once it hears what is being said.
    await expect.poll(() => printed(), { timeout: 10_000 }).toContain("before");
    await house.say("\u001b[31mred\nand a line more");
    await house.say(`hello <@${house.mia.user.id}>`);
    await expect.poll(() => printed(), { timeout: 10_000 }).toContain("hello");
    await house.olivia.api.tokens.revoke.mutate({ tokenId: id });
    const { status, stdout, stderr } = await tail;
    const said = stdout.replaceAll(/^\d\d:\d\d /gm, "");
    expect(said).toBe(
      "olivia: before\nolivia: [31mred\n      and a line more\nolivia: hello @mia\n",
    );
    expect({ status, stderr }).toEqual({ status: 1, stderr: "The token is good no more.\n" });
  });
});

/** What the commands of this process have printed so far. */
function printed(): string {
  const log: unknown = console.log;
  return isSpy(log) ? log.mock.calls.flat().join("\n") : "";
}

function isSpy(value: unknown): value is { mock: { calls: unknown[][] } } {
  return typeof value === "function" && "mock" in value;
}
