import { createHash } from "node:crypto";
import { mkdtempDisposable, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";

import { describe, expect, it } from "vitest";

import { openDiskBlobStore } from "./disk.ts";

const bytes = Buffer.from("a file's bytes");
const sha256 = createHash("sha256").update(bytes).digest("hex");

describe("the blob store on disk", () => {
  it("finds what was put by its hash", async () => {
    await using folder = await tempFolder();
    const blobs = openDiskBlobStore(folder.path);
    expect(await blobs.put(bytes)).toEqual({ sha256, size: bytes.length });
    expect(await contentOf(await blobs.read(sha256))).toEqual(bytes);
  });

  it("takes a stream, and stores the same bytes once", async () => {
    await using folder = await tempFolder();
    const blobs = openDiskBlobStore(folder.path);
    await blobs.put(bytes);
    await blobs.put(Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]));
    const files = await readdir(folder.path, { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => file.name);
    expect(paths).toEqual([sha256]);
    expect(await readFile(join(folder.path, sha256.slice(0, 2), sha256))).toEqual(bytes);
  });

  it("lists the hashes of what it has, and of nothing else", async () => {
    await using folder = await tempFolder();
    const blobs = openDiskBlobStore(folder.path);
    expect(await blobs.hashes()).toEqual([]);
    const other = await blobs.put(Buffer.from("another file's bytes"));
    await blobs.put(bytes);
    await writeFile(join(folder.path, sha256.slice(0, 2), "notes.txt"), "");
    const hashes = await blobs.hashes();
    expect(hashes.toSorted()).toEqual([sha256, other.sha256].toSorted());
  });

  it("reads a part", async () => {
    await using folder = await tempFolder();
    const blobs = openDiskBlobStore(folder.path);
    await blobs.put(bytes);
    expect(await contentOf(await blobs.read(sha256, { start: 2, end: 5 }))).toEqual(
      Buffer.from("file"),
    );
  });

  it("leaves nothing behind of a stream that failed", async () => {
    await using folder = await tempFolder();
    const blobs = openDiskBlobStore(folder.path);
    async function* broken() {
      yield bytes;
      throw new Error("gone");
    }
    await expect(blobs.put(Readable.from(broken()))).rejects.toThrow("gone");
    expect(await readdir(join(folder.path, "incoming"))).toEqual([]);
  });

  it.each(["0".repeat(64), "", "../../etc/passwd", "ab"])("has nothing under %j", async (name) => {
    await using folder = await tempFolder();
    expect(await openDiskBlobStore(folder.path).read(name)).toBeNull();
  });
});

function tempFolder() {
  return mkdtempDisposable(join(tmpdir(), "snug-blobs-"));
}

async function contentOf(stream: Readable | null): Promise<Buffer | null> {
  return stream && (await buffer(stream));
}
