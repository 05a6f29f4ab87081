import { describe, expect, it } from "vitest";

import { strToU8, zipSync } from "fflate";

import { smallExport, temporaryFile, zipFile } from "../../testing/slackExport.ts";
import { archiveLimits, openArchive } from "./archive.ts";
import { importSlack } from "./importSlack.ts";

describe("an archive", { timeout: 30_000 }, () => {
  it("leaves out names that try to leave it, and reads the others", async () => {
    await using zip = await zipFile({
      "../evil.json": [],
      "/etc/evil.json": [],
      "a/../../evil.json": [],
      "C:/evil.json": [],
      "fine.json": [1],
    });
    await using archive = await openArchive(zip.path);
    expect(archive.names).toEqual(["fine.json"]);
    expect(archive.unsafeNames).toHaveLength(4);
    expect(await archive.json("fine.json")).toEqual([1]);
    await expect(archive.json("../evil.json")).rejects.toThrow("is not in the archive");
  });

  it("does not unpack what is too large", async () => {
    await using file = await temporaryFile("bomb.zip", claiming(archiveLimits.json + 1));
    await expect(importSlack(file.path, null)).rejects.toThrow(
      "channels.json in the archive cannot be read. It is larger than 128 MB.",
    );
  });

  it("stops at the size that an entry claims", async () => {
    await using file = await temporaryFile("lying.zip", claiming(10));
    await using archive = await openArchive(file.path);
    await expect(archive.json("channels.json")).rejects.toThrow("It is damaged.");
  });

  it.each([
    ["text", strToU8("this is no zip file"), "This is not a zip file"],
    ["nothing", new Uint8Array(), "This is not a zip file"],
    ["half a zip file", zipSync({ "channels.json": strToU8("[]") }).slice(0, 40), "not a zip file"],
    ["a zip file of other things", zipSync({ "a.txt": strToU8("a") }), "no Slack export"],
  ])("says in a sentence that %s is no export", async (_, content, sentence) => {
    await using file = await temporaryFile("export.zip", content);
    await expect(importSlack(file.path, null)).rejects.toThrow(sentence);
  });

  it("says that there is no file, and that a folder is none", async () => {
    await expect(importSlack("/nowhere/export.zip", null)).rejects.toThrow(
      "There is no such file.",
    );
    await expect(importSlack(import.meta.dirname, null)).rejects.toThrow("folder");
  });

  it("is read from the folder that it was zipped in", async () => {
    const files = Object.entries(
      smallExport([{ type: "message", user: "U1", text: "a", ts: "1" }]),
    );
    await using zip = await zipFile({
      ...Object.fromEntries(files.map(([name, content]) => [`My export/${name}`, content])),
      "__MACOSX/My export/._channels.json": "x",
    });
    const summary = await importSlack(zip.path, null);
    expect(summary).toMatchObject({ messages: { total: 1 }, leftOut: [], problems: [] });
  });
});

/** An archive that claims so many bytes of its one file, which has some thousands. */
function claiming(bytes: number): Buffer {
  const zip = Buffer.from(zipSync({ "channels.json": strToU8(`[${" ".repeat(5000)}]`) }));
  // In the entry's local header and in the directory at the end.
  for (let at = zip.indexOf("PK"); at >= 0; at = zip.indexOf("PK", at + 1)) {
    const kind = zip.readUInt16LE(at + 2);
    if (kind === 0x0403) zip.writeUInt32LE(bytes, at + 22);
    if (kind === 0x0201) zip.writeUInt32LE(bytes, at + 24);
  }
  return zip;
}
