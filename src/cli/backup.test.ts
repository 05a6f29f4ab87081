import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { appendFile, mkdtempDisposable, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import type { Backup } from "../server/upkeep/backUp.ts";
import type { Restored } from "../server/upkeep/restore.ts";
import type { Snapshot } from "../shared/events.ts";
import { isOnline, until } from "../testing/clients.ts";
import { snug } from "../testing/commandLine.ts";
import { expectTrue } from "../testing/expectTrue.ts";
import { openHouse, sorted } from "../testing/house.ts";
import type { TestWorkspace } from "../testing/workspace.ts";
import { testWorkspace } from "../testing/workspace.ts";

const bytes = Buffer.from("the minutes of the first meeting");
const sha256 = createHash("sha256").update(bytes).digest("hex");

describe("snug backup", { timeout: 30_000 }, () => {
  it("copies one moment while people write", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: house.server.dataDir };
    const backup = join(folder.path, "backup");
    let writes = 0;
    const enough = new AbortController();
    const writing = (async () => {
      for (; !enough.signal.aborted; writes += 1) await house.say(`message ${writes}`);
    })();
    const { status, stdout, stderr } = await snug(["backup", backup, "--json"], env);
    enough.abort();
    await writing;
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(writes).toBeGreaterThan(0);

    const { manifest }: Backup = JSON.parse(stdout);
    const { status: wellness } = await snug(["doctor"], { DATA_DIR: backup });
    expect(wellness).toBe(0);
    const snapshot = await house.olivia.api.events.snapshot.query();
    expect(manifest.database.events).toBeLessThanOrEqual(Number(snapshot.cursor.split(":")[1]));
  });

  it("copies the files, for its owner's eyes only, and nothing half", async () => {
    await using workspace = await testWorkspace();
    await using folder = await temporaryFolder();
    await storeFile(workspace);
    const backup = join(folder.path, "backup");
    const { status, stdout } = await snug(["backup", backup], workspace.env);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Backed up to .*: the database up to event \d+ \(.*\), 1 files \(32 b/);
    expect((await readdir(backup)).toSorted()).toEqual(["backup.json", "files", "snug.sqlite"]);
    expect((await stat(backup)).mode & 0o777).toBe(0o700);
    expect(await readdir(folder.path)).toEqual(["backup"]);
  });

  it("keeps what is sound when a file is damaged, and says so", async () => {
    await using workspace = await testWorkspace();
    await using folder = await temporaryFolder();
    await storeFile(workspace);
    await appendFile(blobOf(workspace.env), "!");
    const backup = join(folder.path, "backup");
    const { status, stderr } = await snug(["backup", backup], workspace.env);
    expect(status).toBe(1);
    expect(stderr).toContain(`The file ${sha256} is gone or damaged.`);
    const into = { DATA_DIR: join(folder.path, "restored") };
    expect(await snug(["restore", backup], into)).toMatchObject({ status: 0 });
  });

  it("does not write over anything", async () => {
    await using workspace = await testWorkspace();
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "notes.txt"), "mine");
    const { status, stderr } = await snug(["backup", folder.path], workspace.env);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `There is something in ${folder.path}. Give a folder that is new or empty.\n`,
    );
    expect(await readdir(folder.path)).toEqual(["notes.txt"]);
  });

  it("says when there is nothing to copy", async () => {
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: join(folder.path, "data") };
    const { status, stderr } = await snug(["backup", join(folder.path, "backup")], env);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is no workspace: .*snug\.sqlite does not exist\.\n$/);
    expect(await readdir(folder.path)).toEqual([]);
  });
});

describe("snug restore", { timeout: 30_000 }, () => {
  it("[RT6] makes a client that saw more start over, and agree with the server", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: house.server.dataDir };
    const backup = join(folder.path, "backup");
    await house.say("kept");
    await snug(["backup", backup], env);

    const client = house.clientOf(house.olivia);
    await client.connect();
    await until(client, isOnline(client));
    const lost = await house.say("said after the backup");
    await house.olivia.api.rooms.create.mutate({ kind: "public", name: "after" });
    await until(client, () => snapshotOf(client.snapshot).rooms.length === 2);

    await house.server.stop();
    const { status, stderr } = await snug(["restore", backup], env);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    await house.server.restart();
    await until(client, () => snapshotOf(client.snapshot).rooms.length === 1);
    await until(client, isOnline(client));

    expect(await house.bodies()).not.toContain(lost.body);
    const again = await house.say("said after the restore");
    await until(
      client,
      () => Number(snapshotOf(client.snapshot).cursor.split(":")[1]) >= again.seq,
    );
    const fresh = await house.olivia.api.events.snapshot.query();
    expect(sorted(snapshotOf(client.snapshot))).toEqual(sorted(fresh));
  });

  it("[RT6] makes them start over also when the log has come past what they saw", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: house.server.dataDir };
    const backup = join(folder.path, "backup");
    await snug(["backup", backup], env);
    const client = house.client();
    await client.connect();
    await house.mia.api.rooms.create.mutate({ kind: "public", name: "after" });
    await until(client, () => snapshotOf(client.snapshot).rooms.length === 2);
    const seen = snapshotOf(client.snapshot).cursor;
    house.proxy.goOffline();
    await until(client, () => client.connection.status === "reconnecting");

    await house.server.stop();
    expect(await snug(["restore", backup], env)).toMatchObject({ status: 0 });
    await house.server.restart();
    const past = async (): Promise<boolean> => {
      const { seq } = await house.say("said after the restore");
      return seq > Number(seen.split(":")[1]);
    };
    while (!(await past()));

    house.proxy.resume();
    await until(client, () => snapshotOf(client.snapshot).rooms.length === 1);
    await expectTrue(client, house);
  });

  it("brings back files, and keeps the database that was there", async () => {
    await using workspace = await testWorkspace();
    await using folder = await temporaryFolder();
    await storeFile(workspace);
    const backup = join(folder.path, "backup");
    await snug(["backup", backup], workspace.env);
    const env = { DATA_DIR: join(folder.path, "restored") };
    expect(await snug(["restore", backup], env)).toMatchObject({ status: 0 });
    expect(await snug(["doctor"], env)).toMatchObject({ status: 0 });
    const { stdout } = await snug(["restore", backup, "--json"], env);
    const { keptAt }: Restored = JSON.parse(stdout);
    expect(existsSync(keptAt ?? "")).toBe(true);
  });

  it("does nothing while Snug is served", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: house.server.dataDir };
    const backup = join(folder.path, "backup");
    await snug(["backup", backup], env);
    const before = await readdir(house.server.dataDir);
    const { status, stderr } = await snug(["restore", backup], env);
    expect(status).toBe(1);
    expect(stderr).toContain("Snug is running on this data. Stop it first, then restore.\n");
    expect(await readdir(house.server.dataDir)).toEqual(before);
    await house.say("still here");
  });

  it("takes the place of a database that can no longer be read", async () => {
    await using workspace = await testWorkspace();
    await using folder = await temporaryFolder();
    const backup = join(folder.path, "backup");
    await snug(["backup", backup], workspace.env);
    const dataDir = join(folder.path, "data");
    await snug(["restore", backup], { DATA_DIR: dataDir });
    await writeFile(join(dataDir, "snug.sqlite"), "x".repeat(8192));
    expect(await snug(["doctor"], { DATA_DIR: dataDir })).toMatchObject({ status: 1 });
    const { status, stderr } = await snug(["restore", backup], { DATA_DIR: dataDir });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(await snug(["doctor"], { DATA_DIR: dataDir })).toMatchObject({ status: 0 });
  });

  it.each([
    ["its database was changed", (folder: string) => appendFile(join(folder, "snug.sqlite"), "!")],
    ["its database is gone", (folder: string) => rm(join(folder, "snug.sqlite"))],
    ["a file was changed", (folder: string) => appendFile(blobIn(folder), "!")],
    ["a file is gone", (folder: string) => rm(blobIn(folder))],
    ["it has no manifest", (folder: string) => rm(join(folder, "backup.json"))],
  ])("refuses a backup when %s, and changes nothing", async (_, damage) => {
    await using workspace = await testWorkspace();
    await using folder = await temporaryFolder();
    await storeFile(workspace);
    const backup = join(folder.path, "backup");
    await snug(["backup", backup], workspace.env);
    await damage(backup);
    const dataDir = join(folder.path, "restored");
    const { status, stderr } = await snug(["restore", backup], { DATA_DIR: dataDir });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^(?:Checking[^\n]*\n)*(?:The|.* is no) backup[^\n]*\n$/);
    expect(existsSync(dataDir)).toBe(false);
  });
});

function temporaryFolder() {
  return mkdtempDisposable(join(tmpdir(), "snug-backup-"));
}

async function storeFile({ blobs, store, ownerId, firstRoomId }: TestWorkspace): Promise<void> {
  await blobs.put(bytes);
  await store.importFile({
    key: "test:file",
    name: "minutes.txt",
    type: "text/plain",
    size: bytes.length,
    sha256,
    width: null,
    height: null,
    uploadedBy: ownerId,
    roomId: firstRoomId,
  });
}

function blobOf(env: NodeJS.ProcessEnv): string {
  return blobIn(env["DATA_DIR"] ?? "");
}

function blobIn(folder: string): string {
  return join(folder, "files", sha256.slice(0, 2), sha256);
}

function snapshotOf(snapshot: Snapshot | null): Snapshot {
  if (snapshot === null) throw new Error("The client has no snapshot yet.");
  return snapshot;
}
