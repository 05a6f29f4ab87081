import { describe, expect, it } from "vitest";

import type { Person } from "../../testing/people.ts";
import { setUp, signUp } from "../../testing/people.ts";
import type { TestServer } from "../../testing/server.ts";
import { startTestServer } from "../../testing/server.ts";
import { onePixel, uploadedBy } from "../../testing/uploads.ts";
import { visit } from "../../testing/visitor.ts";
import { openWorkspace } from "../main.ts";

const bytes = "0123456789";

describe("a file", () => {
  it("is shown, to be asked for again each time", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const { url } = await upload(server, owner, { name: "cat.png", type: "image/png" });
    const response = await owner.fetch(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/png",
      "content-length": "10",
      "content-disposition": `inline; filename="cat.png"; filename*=UTF-8''cat.png`,
      "cache-control": "private, no-cache",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
    });
    const again = await owner.fetch(url, {
      headers: { "if-none-match": response.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it.each(["text/html", "image/svg+xml", "application/pdf", "text/javascript", "made/up", ""])(
    "of type %j is saved rather than shown",
    async (type) => {
      await using server = await startTestServer();
      await using owner = await setUp(server);
      const { url } = await upload(server, owner, { name: "page", type });
      const { headers } = await owner.fetch(url);
      expect(headers.get("content-type")).toBe("application/octet-stream");
      expect(headers.get("content-disposition")).toMatch(/^attachment;/);
    },
  );

  it.each([
    ['say "hi".txt', "say _hi_.txt", "say%20%22hi%22.txt"],
    ["Ärger & Söhne.pdf", "_rger & S_hne.pdf", "%C3%84rger%20%26%20S%C3%B6hne.pdf"],
    ["a\r\nb: c.txt", "a__b: c.txt", "a%0D%0Ab%3A%20c.txt"],
    ["it's (1)*.txt", "it's (1)*.txt", "it%27s%20%281%29%2A.txt"],
  ])("keeps its name: %j", async (name, plain, encoded) => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const { id } = await upload(server, owner, { name, type: "text/plain" });
    const { headers } = await owner.fetch(`/files/${id}/file`);
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    );
  });

  it("comes in parts, for players", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const { url } = await upload(server, owner, { name: "a.mp4", type: "video/mp4" });
    const part = await owner.fetch(url, { headers: { range: "bytes=2-5" } });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe("bytes 2-5/10");
    expect(await part.text()).toBe("2345");
    const past = await owner.fetch(url, { headers: { range: "bytes=10-" } });
    expect(past.status).toBe(416);
    expect(past.headers.get("content-range")).toBe("bytes */10");
  });

  it("[RT7] is for those who are in its room now", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    await using nobody = visit(server.url);
    const room = await owner.api.rooms.create.mutate({ kind: "private", name: "den" });
    const { url } = await upload(server, owner, { name: "a.png", type: "image/png", room });
    expect((await nobody.fetch(url)).status).toBe(401);
    expect((await mia.fetch(url)).status).toBe(404);
    const member = { roomId: room.id, userId: mia.user.id };
    await owner.api.rooms.invite.mutate({ roomId: room.id, userIds: [mia.user.id] });
    expect((await mia.fetch(url)).status).toBe(200);
    await owner.api.rooms.remove.mutate(member);
    expect((await mia.fetch(url)).status).toBe(404);
  });

  it("has a small picture of itself, under the same rules", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const { id: roomId } = await owner.api.rooms.create.mutate({ kind: "private", name: "den" });
    const { url } = await uploadedBy(owner, { roomId, name: "dot.png" }, onePixel);
    const response = await owner.fetch(`${url}?thumbnail`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "private, no-cache",
      "content-security-policy": "sandbox; default-src 'none'",
    });
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(8, 12)
        .toString(),
    ).toBe("WEBP");
    const etag = response.headers.get("etag") ?? "";
    const again = await owner.fetch(`${url}?thumbnail`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect((await mia.fetch(`${url}?thumbnail`)).status).toBe(404);
    const words = await uploadedBy(owner, { roomId, name: "words.png" }, "not a picture");
    expect((await owner.fetch(`${words.url}?thumbnail`)).status).toBe(404);
  });

  it.each(["/files/none/a.png", "/files/%00/x", "/files/..%2f..%2fetc%2fpasswd/x", "/files/x"])(
    "is not found at %s",
    async (path) => {
      await using server = await startTestServer();
      await using owner = await setUp(server);
      const response = await owner.fetch(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: "NOT_FOUND" });
    },
  );
});

interface Upload {
  name: string;
  type: string;
  room?: { id: string };
}

/** As an import does it, beside the running server. */
async function upload(server: TestServer, owner: Person, { name, type, room }: Upload) {
  await using workspace = await openWorkspace({ env: { DATA_DIR: server.dataDir } });
  const { rooms } = await owner.api.events.snapshot.query();
  const blob = await workspace.blobs.put(Buffer.from(bytes));
  const roomId = room?.id ?? rooms[0]?.id ?? "";
  const file = await workspace.store.importFile({
    key: name,
    name,
    type,
    ...blob,
    width: null,
    height: null,
    uploadedBy: owner.user.id,
    roomId,
  });
  const message = { roomId, clientId: name, body: "", threadRootId: null };
  await workspace.store.appendMessage({
    ...message,
    authorId: owner.user.id,
    attachmentIds: [file.id],
  });
  return file;
}
