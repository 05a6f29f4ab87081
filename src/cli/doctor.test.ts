import { createHash } from "node:crypto";
import { appendFile, chmod, mkdtempDisposable, open } from "node:fs/promises";
import type * as FileSystem from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Connection from "better-sqlite3";
import { describe, expect, it, vi } from "vitest";

import { snug } from "../testing/commandLine.ts";
import type { TestWorkspace } from "../testing/workspace.ts";
import { testWorkspace } from "../testing/workspace.ts";

const disk = vi.hoisted(() => ({ freeBytes: null as number | null }));

vi.mock("node:fs/promises", async (original) => {
  const actual = await original<typeof FileSystem>();
  const statfs = async (path: string) => {
    const found = await actual.statfs(path);
    return disk.freeBytes === null
      ? found
      : Object.assign(found, { bavail: disk.freeBytes, bsize: 1 });
  };
  return { ...actual, statfs };
});

const bytes = Buffer.from("a picture, let us say");
const sha256 = createHash("sha256").update(bytes).digest("hex");

describe("snug doctor", { timeout: 30_000 }, () => {
  it("finds nothing wrong with a sound workspace, while it is open", async () => {
    await using workspace = await testWorkspace();
    await storeFile(workspace);
    const { status, stdout } = await snug(["doctor"], workspace.env);
    expect(stdout).toMatch(/^ok {2}database: sound, and the log whole up to \d+$/m);
    expect(stdout).toContain("ok  files: 1 files (21 bytes) are what they were\n");
    expect(stdout.match(/^ok /gm)).toHaveLength(5);
    expect(status).toBe(0);
  });

  it("finds a gap in the log [RT1]", async () => {
    await using workspace = await testWorkspace();
    change(workspace, "DELETE FROM events WHERE seq = 2");
    expect(await faultsOf(workspace)).toEqual(["The log has a gap: nothing between 1 and 3."]);
  });

  it("takes a log that was pruned for what it is", async () => {
    await using workspace = await testWorkspace();
    await workspace.store.pruneLog(2);
    expect(await faultsOf(workspace)).toEqual([]);
  });

  it("finds a log that ends too early", async () => {
    await using workspace = await testWorkspace();
    change(workspace, "UPDATE log SET head = head + 2");
    const { head } = await workspace.store.logState();
    expect(await faultsOf(workspace)).toEqual([
      `The log should end at ${head}, and ends at ${head - 2}.`,
    ]);
  });

  it("finds rows that refer to nothing", async () => {
    await using workspace = await testWorkspace();
    change(workspace, "DELETE FROM rooms");
    expect(await faultsOf(workspace)).toContain(
      "1 rows of memberships refer to rooms that are gone.",
    );
  });

  it("finds a database that cannot be read, and calls nothing well that it knew of", async () => {
    await using workspace = await testWorkspace();
    await using folder = await mkdtempDisposable(join(tmpdir(), "snug-doctor-"));
    const broken = join(folder.path, "broken");
    await snug(["backup", broken], workspace.env);
    await using file = await open(join(broken, "snug.sqlite"), "r+");
    await file.write("no database at all");
    const env = { DATA_DIR: broken };
    const { status, stdout } = await snug(["doctor"], env);
    expect(stdout.split("\n").map((line) => line.split(":")[0])).toEqual([
      "!!  database",
      "ok  permissions",
      "ok  disk",
      "",
    ]);
    expect(status).toBe(1);
    for (const command of ["backup", "export"]) {
      const failed = await snug([command, join(folder.path, command)], env);
      expect(failed).toMatchObject({ status: 1, stdout: "" });
      expect(failed.stderr.split("\n").at(-2)).toMatch(
        /^The database cannot be read: .*snug doctor/,
      );
      expect(failed.stderr).not.toContain(" at ");
    }
  });

  it("finds a file that is damaged, and one that is gone", async () => {
    await using workspace = await testWorkspace();
    await storeFile(workspace);
    const dataDir = workspace.env["DATA_DIR"] ?? "";
    await storeFile(workspace, "none.png");
    change(workspace, `UPDATE files SET sha256 = '${"0".repeat(64)}' WHERE name = 'none.png'`);
    await appendFile(join(dataDir, "files", sha256.slice(0, 2), sha256), "!");
    const faults = await faultsOf(workspace);
    expect(faults.toSorted()).toEqual([
      `The file ${"0".repeat(64)} is gone.`,
      `The file ${sha256} is damaged.`,
    ]);
  });

  it("finds data that others can read", async () => {
    await using workspace = await testWorkspace();
    const dataDir = workspace.env["DATA_DIR"] ?? "";
    await chmod(dataDir, 0o755);
    expect(await faultsOf(workspace)).toEqual([
      `Others on this machine can read the data. Run: chmod 700 ${dataDir}`,
    ]);
  });

  it("finds a disk that is nearly full", async () => {
    await using workspace = await testWorkspace();
    disk.freeBytes = 511 * 1024 * 1024;
    using _after = {
      [Symbol.dispose]: () => {
        disk.freeBytes = null;
      },
    };
    expect(await faultsOf(workspace)).toEqual(["Only 511 MB are free where the data lies."]);
    disk.freeBytes = 512 * 1024 * 1024;
    expect(await faultsOf(workspace)).toEqual([]);
  });

  it("finds a clock that is behind the newest event", async () => {
    await using workspace = await testWorkspace();
    change(workspace, "UPDATE events SET at = '2999-01-01T00:00:00.000Z'");
    expect(await faultsOf(workspace)).toEqual([expect.stringContaining("set the clock")]);
  });
});

async function faultsOf({ env }: TestWorkspace): Promise<string[]> {
  const { stdout } = await snug(["doctor", "--json"], env);
  const findings: { faults: string[] }[] = JSON.parse(stdout);
  return findings.flatMap(({ faults }) => faults);
}

function change({ env }: TestWorkspace, sql: string): void {
  const connection = new Connection(join(env["DATA_DIR"] ?? "", "snug.sqlite"));
  connection.pragma("foreign_keys = OFF");
  connection.exec(sql);
  connection.close();
}

async function storeFile(
  { blobs, store, ownerId, firstRoomId }: TestWorkspace,
  name = "picture.png",
): Promise<void> {
  await blobs.put(bytes);
  await store.importFile({
    key: `test:${name}`,
    name,
    type: "image/png",
    size: bytes.length,
    sha256,
    width: null,
    height: null,
    uploadedBy: ownerId,
    roomId: firstRoomId,
  });
}
