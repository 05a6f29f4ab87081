import { mkdtempDisposable, readdir, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { openDiskBlobStore } from "./disk.ts";
import { blobPath, incomingPath, thumbnailPath } from "./places.ts";

const bytes = Buffer.from("a file's bytes");
const dayMs = 86_400_000;

describe("the sweep", () => {
  it("removes what is old and unused, with its thumbnail, and nothing else", async () => {
    await using kept = await openKept();
    const [used, unused] = [await kept.putOld("used"), await kept.putOld("unused")];
    const { sha256: young } = await kept.blobs.put(bytes);
    await kept.writeOld("notes.txt");
    await kept.writeOld(join(used.slice(0, 2), "notes.txt"));
    await kept.blobs.sweep(dayMs, async (hashes) => hashes.filter((hash) => hash === used));
    const left = [used, `${used}.webp`, young, "notes.txt", "notes.txt"];
    expect(await kept.files()).toEqual(left.toSorted());
    expect(await kept.blobs.read(unused)).toBeNull();
  });

  it("removes what broken uploads left, but not what is being written", async () => {
    await using kept = await openKept();
    await kept.blobs.put(bytes);
    await kept.writeOld(join("incoming", "left"));
    await writeFile(incomingPath(kept.folder, "coming"), "");
    await kept.blobs.sweep(dayMs, async (hashes) => hashes);
    expect(await readdir(incomingPath(kept.folder))).toEqual(["coming"]);
  });

  it("keeps what is stored again while it looks", async () => {
    await using kept = await openKept();
    const sha256 = await kept.putOld("again");
    await kept.blobs.sweep(dayMs, async () => {
      await kept.blobs.put(Buffer.from("again"));
      return [];
    });
    expect(await kept.blobs.read(sha256)).not.toBeNull();
  });

  it("has nothing to do where nothing was stored", async () => {
    await using kept = await openKept();
    await kept.blobs.sweep(dayMs, async () => []);
    expect(await readdir(kept.folder)).toEqual([]);
  });
});

async function openKept() {
  const temp = await mkdtempDisposable(join(tmpdir(), "snug-sweep-"));
  const folder = temp.path;
  const blobs = openDiskBlobStore(folder);

  async function writeOld(name: string) {
    await writeFile(join(folder, name), "old");
    await utimes(join(folder, name), 0, 0);
  }

  return {
    folder,
    blobs,
    writeOld,
    async putOld(content: string) {
      const { sha256 } = await blobs.put(Buffer.from(content));
      await utimes(blobPath(folder, sha256), 0, 0);
      await writeOld(thumbnailPath("", sha256));
      return sha256;
    },
    async files() {
      const all = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = all.filter((entry) => entry.isFile());
      return files.map((entry) => entry.name).toSorted();
    },
    [Symbol.asyncDispose]: () => temp.remove(),
  };
}
