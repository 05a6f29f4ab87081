import { readdir, utimes, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";

import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";

import { attachmentSchema } from "../../shared/files.ts";
import type { Person } from "../../testing/people.ts";
import { setUp, signUp } from "../../testing/people.ts";
import type { TestServer } from "../../testing/server.ts";
import { startTestServer } from "../../testing/server.ts";
import { onePixel, postFile, uploadedBy } from "../../testing/uploads.ts";
import { visit } from "../../testing/visitor.ts";

describe("an upload", () => {
  it("is known by its bytes, not by what is claimed, and is sent with a message", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const roomId = await firstRoom(owner);
    const response = await postFile(owner, { roomId, name: "C:\\fake\\page.html" }, onePixel);
    expect(response.status).toBe(201);
    const file = attachmentSchema.parse(await response.json());
    expect(file).toMatchObject({
      name: "page.html",
      type: "image/png",
      size: onePixel.length,
      width: 1,
      height: 1,
    });
    const { attachments } = await send(owner, roomId, [file.id]);
    expect(attachments).toEqual([file]);
    expect(Buffer.from(await (await owner.fetch(file.url)).arrayBuffer())).toEqual(onePixel);
  });

  it("is its uploader's alone until it is sent", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const roomId = await firstRoom(owner);
    const file = await uploadedBy(owner, { roomId, name: "a.png" }, onePixel);
    expect((await owner.fetch(file.url)).status).toBe(200);
    expect((await mia.fetch(file.url)).status).toBe(404);
    await expect(send(mia, roomId, [file.id])).rejects.toThrow("Attach it again");
    await send(owner, roomId, [file.id]);
    expect((await mia.fetch(file.url)).status).toBe(200);
    const { files } = await mia.api.files.ofRoom.query({ roomId });
    expect(files.map((each) => each.file)).toEqual([file]);
  });

  it("is for the signed-in, and for rooms that they are in", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    await using nobody = visit(server.url);
    const { id: roomId } = await owner.api.rooms.create.mutate({ kind: "private", name: "den" });
    const place = { roomId, name: "a.png" };
    expect(await refusalOf(await postFile(nobody, place, onePixel))).toBe("401 UNAUTHENTICATED");
    expect(await refusalOf(await postFile(mia, place, onePixel))).toBe("404 NOT_FOUND");
    const elsewhere = await owner.fetch(`/files?${new URLSearchParams(place)}`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      body: onePixel,
    });
    expect(await refusalOf(elsewhere)).toBe("403 FORBIDDEN");
    expect(await storedIn(server)).toEqual([]);
  });

  it("is held to the workspace's limits, and leaves nothing when it is not", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const place = { roomId: await firstRoom(owner), name: "a" };
    await owner.api.workspace.update.mutate({ uploadBytes: 100_000, uploadKinds: ["picture"] });
    const large = Buffer.alloc(100_001, onePixel);
    expect(await refusalOf(await postFile(owner, place, large))).toBe("413 TOO_LARGE");
    expect(await refusalOf(await postFile(owner, place, streamOf(large)))).toBe("413 TOO_LARGE");
    expect(await refusalOf(await postFile(owner, place, "words"))).toBe("403 FORBIDDEN");
    expect(await refusalOf(await postFile(owner, place, ""))).toBe("400 INVALID_INPUT");
    expect(await storedIn(server)).toEqual([]);
    expect((await postFile(owner, place, onePixel)).status).toBe(201);
  });

  it.each(["", "?roomId=x", "?name=a", `?roomId=x&name=${"x".repeat(300)}`, "?roomId=x&name=%2F"])(
    "says what is missing in /files%s",
    async (query) => {
      await using server = await startTestServer();
      await using owner = await setUp(server);
      const response = await owner.fetch(`/files${query}`, { method: "POST", body: onePixel });
      expect(await refusalOf(response)).toBe("400 INVALID_INPUT");
    },
  );

  it("that dies half-way leaves nothing behind", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const query = new URLSearchParams({ roomId: await firstRoom(owner), name: "a.png" });
    const sending = request(`${server.url}/files?${query}`, {
      method: "POST",
      headers: { cookie: owner.cookie, "content-length": 10_000_000 },
    });
    sending.on("error", () => undefined);
    sending.write(Buffer.alloc(2_000_000, onePixel));
    await expect.poll(() => storedIn(server)).toHaveLength(1);
    sending.destroy();
    await expect.poll(() => storedIn(server)).toEqual([]);
  });

  it("that a crash cut off is swept at the next start, as are bytes that nothing refers to", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const roomId = await firstRoom(owner);
    const file = await uploadedBy(owner, { roomId, name: "a.png" }, onePixel);
    await owner.fetch(`${file.url}?thumbnail`);
    const [blob = "", thumbnail = ""] = await storedIn(server);
    await writeFile(join(server.dataDir, "files/incoming/left"), "half");
    await writeFile(join(server.dataDir, "files", blob.slice(0, 3), "0".repeat(64)), "nobody's");
    for (const path of await storedIn(server)) {
      await utimes(join(server.dataDir, "files", path), 0, 0);
    }
    await server.restart();
    await expect.poll(() => storedIn(server)).toEqual([blob, thumbnail]);
    expect((await owner.fetch(file.url)).status).toBe(200);
  });
});

async function firstRoom(person: Person): Promise<string> {
  const { rooms } = await person.api.events.snapshot.query();
  return rooms[0]?.id ?? "";
}

function send(person: Person, roomId: string, attachmentIds: string[]) {
  const message = { roomId, clientId: uuidv7(), body: "", attachmentIds };
  return person.api.messages.send.mutate(message);
}

async function refusalOf(response: Response): Promise<string> {
  const { code } = JSON.parse(await response.text());
  return `${response.status} ${code}`;
}

/** Of unknown length, as a program may send it. */
function streamOf(bytes: Buffer): ReadableStream<Uint8Array> {
  return new Blob([new Uint8Array(bytes)]).stream();
}

/** What lies below `files`, in order. */
async function storedIn({ dataDir }: TestServer): Promise<string[]> {
  const folder = join(dataDir, "files");
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
