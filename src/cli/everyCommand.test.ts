import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { describe, expect, it } from "vitest";

import { snugProcess } from "../testing/cliProcess.ts";
import { snug } from "../testing/commandLine.ts";
import { openHouse } from "../testing/house.ts";
import { said, smallExport, zipFile } from "../testing/slackExport.ts";
import { commands } from "./commands.ts";

/** Those that people and scripts run; `build` is npm's. */
const names = Array.from(commands.keys()).filter((name) => name !== "build");

const program = join(import.meta.dirname, "main.ts");

describe("every command", () => {
  it.each(names)("explains itself: %s", async (name) => {
    const { status, stdout, stderr } = await snug([name, "--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: (?:snug|npm run) /);
    expect(stdout).toContain("--json");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThan(120);
  });

  it.each(names)("ends with 2 when its arguments make no sense: %s", async (name) => {
    const { status, stdout, stderr } = await snug([name, "--nonsense"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`Usage: ${name === "dev" ? "npm run" : "snug"} ${name}`);
  });

  it("prints one JSON value for a script, and ends with 0", async () => {
    await using house = await openHouse();
    await using zip = await zipFile(smallExport([said("U1", "hello")]));
    await using folder = await mkdtempDisposable(join(tmpdir(), "snug-cli-"));
    const { server, olivia } = house;
    const { secret } = await olivia.api.tokens.create.mutate({ name: "CLI", scope: "write" });
    const env = { DATA_DIR: server.dataDir, SNUG_URL: server.url, SNUG_TOKEN: secret };
    const backup = join(folder.path, "backup");
    const lines = [
      ["user", "list"],
      ["user", "create", "zoe"],
      ["user", "role", "zoe", "admin"],
      ["user", "reset-link", "zoe"],
      ["user", "deactivate", "zoe"],
      ["user", "reactivate", "zoe"],
      ["room", "list"],
      ["room", "create", "tea"],
      ["room", "add", "tea", "zoe"],
      ["room", "members", "tea"],
      ["room", "topic", "tea", "Which kettle"],
      ["room", "remove", "tea", "zoe"],
      ["room", "rename", "tea", "Old tea"],
      ["room", "rename", "old tea", "tea"],
      ["room", "archive", "tea"],
      ["room", "unarchive", "tea"],
      ["room", "delete", "tea", "--yes"],
      ["token", "create", "zoe"],
      ["token", "list", "zoe"],
      ["send", "general", "Hello"],
      ["import", "slack", zip.path],
      ["export", join(folder.path, "export")],
      ["export", join(folder.path, "general.html"), "--room", "general"],
      ["backup", backup],
      ["doctor"],
    ];
    for (const line of lines) {
      const { status, stdout, stderr } = await snug([...line, "--json"], env);
      expect({ line, status, stderr }).toMatchObject({ status: 0 });
      expect(isJson(stdout)).toBe(true);
    }
    const elsewhere = { DATA_DIR: join(folder.path, "data") };
    for (const line of [["restore", backup], ["doctor"]]) {
      const { status, stdout } = await snug([...line, "--json"], elsewhere);
      expect({ line, status }).toEqual({ line, status: 0 });
      expect(isJson(stdout)).toBe(true);
    }
  });

  it.each([
    ["user", "list"],
    ["room", "list"],
    ["token", "list", "mia"],
    ["import", "slack", "none.zip"],
    ["send", "general", "Hello"],
    ["tail", "general"],
    ["export", "export"],
    ["backup", "backup"],
    ["restore", "none"],
    ["doctor"],
  ])("ends with 1 and a sentence where there is nothing to work on: %s %s %s", async (...line) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "snug-cli-"));
    const env = { DATA_DIR: join(folder.path, "data"), SNUG_TOKEN: "" };
    const args = line.filter((word) => word !== undefined);
    const { status, stdout, stderr } = await snug(args, env);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^[A-Z/][^\n]+\.\n$/);
  });

  it("is told from others by its process, too", async () => {
    const unknown = await snugProcess(["nonsense"], {});
    expect(unknown).toMatchObject({ status: 2, stdout: "" });
    expect(await snugProcess(["--version"], {})).toMatchObject({ status: 0 });
    expect(await snugProcess(["doctor"], { DATA_DIR: "/nowhere" })).toMatchObject({ status: 1 });
  });
});

describe("snug start and snug tail", () => {
  it("say where they are, a line of JSON at a time, and end well when they are asked to", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "snug-cli-"));
    const data = { DATA_DIR: folder.path, HOST: "127.0.0.1", PORT: "0" };
    expect(await snug(["demo", "--json"], data)).toMatchObject({ status: 0 });
    await using start = running(["start", "--json"], data);
    const { url, port }: { url: string; port: number } = JSON.parse(await start.line());
    expect(new URL(url).port).toBe(String(port));
    const taken = await snugProcess(["start"], { ...data, PORT: String(port) });
    expect(taken).toMatchObject({ status: 1, stdout: "" });
    expect(taken.stderr).toContain(`Port ${port} is in use`);

    const { stdout: token } = await snug(["token", "create", "demo"], data);
    const remote = { SNUG_URL: url, SNUG_TOKEN: token.trim() };
    await using tail = running(["tail", "general", "--last", "1", "--json"], remote);
    expect(JSON.parse(await tail.line())).toMatchObject({ body: expect.any(String) });
    await snug(["send", "general", "From a script"], remote);
    expect(JSON.parse(await tail.line())).toMatchObject({ body: "From a script" });
    expect(await tail.end("SIGINT")).toBe(0);
    expect(await start.end("SIGTERM")).toBe(0);
  });
});

describe("snug start under npm", () => {
  it("ends when the shell between the two was ended in its place", async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "snug-cli-"));
    const data = { DATA_DIR: folder.path, HOST: "127.0.0.1", PORT: "0", npm_command: "exec" };
    // Something after it keeps the shell from making way for it.
    const shell = spawn("sh", ["-c", `"${process.execPath}" "${program}" start --json; true`], {
      env: { ...process.env, ...data },
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    const closed = once(shell, "close");
    try {
      await once(shell.stdout, "data");
      shell.kill("SIGTERM");
      // Of the pipe, which both have: when the server lets go of it as well.
      await closed;
    } finally {
      killAll(shell.pid);
    }
  });
});

/** What is left of a process and of those that it began. */
function killAll(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing is.
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function running(args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async (): Promise<string> => String((await lines.next()).value),
    async end(signal: NodeJS.Signals): Promise<unknown> {
      child.kill(signal);
      return (await exited)[0];
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
