import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

import type { Sharp } from "sharp";

import { blobPath, incomingPath, isHash, openIfThere, thumbnailPath } from "./places.ts";
import type { FileFacts, Inspector } from "./port.ts";
import { sampleBytes } from "./port.ts";
import { Turns } from "./turns.ts";

/** Twice the box that the timeline shows, for dense screens. */
const thumbnailSize = { width: 720, height: 600 };
/** 100 million: above any camera's, below what would take the machine's memory when unpacked. */
const mostPixels = 100_000_000;
const pictureSeconds = 20;

/**
 * Looks into the blobs of a folder. Pictures are decoded in the threads of libvips, one at a time so that
 * the others of the machine's cores go on serving; the decoders are loaded when the first picture comes.
 */
export function openDiskInspector(folder: string): Inspector {
  const turns = new Turns(1, 200);
  /** By hash: a picture that many ask for at once is made once. */
  const underWay = new Map<string, Promise<boolean>>();

  async function inspect(sha256: string): Promise<FileFacts> {
    const path = blobPath(folder, sha256);
    const type = await typeOf(await startOf(path));
    if (!type.startsWith("image/")) return { type, ...noPixels };
    return { type, ...(await turns.take(() => pixelsOf(path))) };
  }

  /** Whether one was made: what cannot be read has none. */
  async function make(sha256: string): Promise<boolean> {
    const incoming = incomingPath(folder, randomUUID());
    const place = thumbnailPath(folder, sha256);
    await mkdir(dirname(incoming), { recursive: true });
    try {
      const picture = await openPicture(blobPath(folder, sha256));
      await picture
        .autoOrient()
        .resize({ ...thumbnailSize, fit: "inside", withoutEnlargement: true })
        .webp({ quality: 80 })
        .toFile(incoming);
      await rename(incoming, place);
      return true;
    } catch {
      return false;
    } finally {
      await rm(incoming, { force: true });
    }
  }

  async function squareOf(sha256: string, pixels: number): Promise<Buffer | null> {
    try {
      const picture = await openPicture(blobPath(folder, sha256));
      return await picture
        .autoOrient()
        .resize({ width: pixels, height: pixels, fit: "cover" })
        .webp({ quality: 85 })
        .toBuffer();
    } catch {
      return null;
    }
  }

  function makeOnce(sha256: string): Promise<boolean> {
    const known = underWay.get(sha256);
    if (known !== undefined) return known;
    const making = turns.take(() => make(sha256)).finally(() => underWay.delete(sha256));
    underWay.set(sha256, making);
    return making;
  }

  return {
    typeOf,
    inspect,
    square: (sha256, pixels) => turns.take(() => squareOf(sha256, pixels)),
    async thumbnail(sha256) {
      if (!isHash(sha256)) return null;
      const made = await openIfThere(thumbnailPath(folder, sha256));
      if (made) return made.createReadStream();
      if (!(await makeOnce(sha256))) return null;
      const now = await openIfThere(thumbnailPath(folder, sha256));
      return now && now.createReadStream();
    },
  };
}

const noPixels = { width: null, height: null };

async function typeOf(start: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(start.subarray(0, sampleBytes));
  return found?.mime ?? (isText(start) ? "text/plain" : "application/octet-stream");
}

function isText(bytes: Uint8Array): boolean {
  // The last character may be cut through.
  const text = new TextDecoder().decode(bytes).slice(0, -1);
  // eslint-disable-next-line no-control-regex -- control characters are how binary files look
  return !/[\uFFFD\u0000-\u0008\u000E-\u001A]/.test(text);
}

async function startOf(path: string): Promise<Uint8Array> {
  await using file = await open(path, "r");
  const { buffer, bytesRead } = await file.read(new Uint8Array(sampleBytes), 0, sampleBytes, 0);
  return buffer.subarray(0, bytesRead);
}

async function pixelsOf(path: string) {
  try {
    const { autoOrient } = await (await openPicture(path)).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    return noPixels;
  }
}

async function openPicture(path: string): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(path, {
    limitInputPixels: mostPixels,
    sequentialRead: true,
    failOn: "error",
  }).timeout({ seconds: pictureSeconds });
}

async function loadSharp() {
  const { default: sharp } = await import("sharp");
  // Whatever the bytes look like to libvips, these are all that reads them: no SVG, no PDF, no scripts.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((name) => `VipsForeignLoad${name}File`),
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}
