import { mkdtempDisposable, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

import sharp from "sharp";
import { describe, expect, it } from "vitest";

import { openDiskBlobStore } from "./disk.ts";
import { openDiskInspector } from "./inspector.ts";
import { thumbnailPath } from "./places.ts";

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`;

describe("the inspector", () => {
  it.each(["png", "jpeg", "gif", "webp", "avif"] as const)(
    "measures a %s as it is seen, and makes it small",
    async (format) => {
      await using kept = await openKept();
      const turned = format === "jpeg";
      const bytes = await picture(2000, 1000)
        .withMetadata(turned ? { orientation: 6 } : {})
        .toFormat(format)
        .toBuffer();
      const { sha256 } = await kept.blobs.put(bytes);
      const seen = turned ? { width: 1000, height: 2000 } : { width: 2000, height: 1000 };
      expect(await kept.inspector.inspect(sha256)).toEqual({ type: `image/${format}`, ...seen });
      const [small, again] = await Promise.all([thumbnail(kept, sha256), thumbnail(kept, sha256)]);
      const facts = await sharp(thumbnailPath(kept.folder, sha256)).metadata();
      expect(facts).toMatchObject({ format: "webp", width: turned ? 300 : 720 });
      expect(again).toEqual(small);
      expect(await kept.files()).toEqual([sha256, `${sha256}.webp`]);
    },
  );

  it.each([
    ["a picture that is cut off", "image/png", async () => (await png(300, 300)).subarray(0, 200)],
    ["words", "text/plain", async () => Buffer.from("Grüße")],
    ["an SVG", "text/plain", async () => Buffer.from(svg)],
    ["an XML that is an SVG", "application/xml", async () => Buffer.from(`<?xml ?>${svg}`)],
    ["bytes", "application/octet-stream", async () => Buffer.from([1, 2, 3, 0])],
    ["a bomb", "image/png", async () => bomb()],
  ])("makes no picture of %s, and goes on", async (_name, type, make) => {
    await using kept = await openKept();
    const { sha256 } = await kept.blobs.put(await make());
    expect(await kept.inspector.inspect(sha256)).toMatchObject({ type });
    expect(await kept.inspector.thumbnail(sha256)).toBeNull();
    expect(await kept.files()).toEqual([sha256]);
    const good = await kept.blobs.put(await png(4, 4));
    expect((await thumbnail(kept, good.sha256)).length).toBeGreaterThan(0);
  });
});

type Kept = Awaited<ReturnType<typeof openKept>>;

async function openKept() {
  const folder = await mkdtempDisposable(join(tmpdir(), "snug-inspector-"));
  return {
    folder: folder.path,
    blobs: openDiskBlobStore(folder.path),
    inspector: openDiskInspector(folder.path),
    async files() {
      const all = await readdir(folder.path, { recursive: true, withFileTypes: true });
      return all
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .toSorted();
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

async function thumbnail({ inspector }: Kept, sha256: string): Promise<Buffer> {
  const stream = await inspector.thumbnail(sha256);
  return stream ? await buffer(stream) : Buffer.alloc(0);
}

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "teal" } });
}

function png(width: number, height: number): Promise<Buffer> {
  return picture(width, height).png().toBuffer();
}

/** Says that it is 60,000 by 60,000. */
async function bomb(): Promise<Buffer> {
  const bytes = await png(1, 1);
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}
