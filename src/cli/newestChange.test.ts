import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { newestChange } from "./newestChange.ts";

describe("the newest change", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "snug-"));
    await mkdir(join(folder, "deep", "down"), { recursive: true });
    await writeFile(join(folder, "deep", "down", "file"), "");
    await changed(1000, ".", "deep", "deep/down", "deep/down/file");
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function changed(seconds: number, ...names: string[]): Promise<void> {
    for (const name of names) await utimes(join(folder, name), seconds, seconds);
  }

  it("is that of a file deep down", async () => {
    await changed(2000, "deep/down/file");
    expect(await newestChange([folder])).toBe(2_000_000);
  });

  it("is a deletion, too", async () => {
    await rm(join(folder, "deep", "down", "file"));
    expect(await newestChange([folder])).toBeGreaterThan(1_000_000);
  });

  it("is the newest of all paths, of which some may not exist", async () => {
    await writeFile(join(folder, "other"), "");
    await changed(3000, "other");
    const names = ["deep", "other", "missing"];
    expect(await newestChange(names.map((name) => join(folder, name)))).toBe(3_000_000);
    expect(await newestChange([join(folder, "missing")])).toBe(0);
  });
});
