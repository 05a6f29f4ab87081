import { readdir } from "node:fs/promises";
import { join } from "node:path";

import sharp from "sharp";
import { describe, expect, it } from "vitest";

import { limits } from "../../shared/limits.ts";
import { userSchema } from "../../shared/users.ts";
import { setUp, signUp } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";
import type { TestServer } from "../../testing/server.ts";
import type { Visitor } from "../../testing/visitor.ts";
import { visit } from "../../testing/visitor.ts";
import { blobPath } from "../files/places.ts";

describe("one's picture", () => {
  it("is cut square, told to all, and for everyone who is signed in", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const response = await post(owner, await wide("png"));
    expect(response.status).toBe(200);
    const { avatarUrl } = userSchema.parse(await response.json());
    const { users } = await mia.api.events.snapshot.query();
    expect(users.find(({ id }) => id === owner.user.id)?.avatarUrl).toBe(avatarUrl);

    const shown = await mia.fetch(avatarUrl ?? "");
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    });
    const { data, info } = await pixelsOf(server, shown);
    expect(info).toMatchObject({ width: limits.avatar.pixels, height: limits.avatar.pixels });
    // The red of the middle, and nothing of the blue on both sides.
    expect(data[0]).toBeGreaterThan(200);
    expect(data[2]).toBeLessThan(50);
    await using nobody = visit(server.url);
    expect(await refusalOf(await nobody.fetch(avatarUrl ?? ""))).toBe("401 UNAUTHENTICATED");
    expect(await refusalOf(await post(nobody, await wide("png")))).toBe("401 UNAUTHENTICATED");
  });

  it("has another address when it changes, and none when it is taken away", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const [first, second] = [
      await urlOf(await post(owner, await wide("jpeg"))),
      await urlOf(await post(owner, await wide("webp", "teal"))),
    ];
    expect(second).not.toBe(first);
    expect(await refusalOf(await owner.fetch(first))).toBe("404 NOT_FOUND");
    expect((await owner.fetch(second)).status).toBe(200);
    expect((await owner.api.users.removeAvatar.mutate()).avatarUrl).toBeNull();
    expect(await refusalOf(await owner.fetch(second))).toBe("404 NOT_FOUND");
  });

  it("is a picture of some size, and leaves nothing when it is not", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    expect(await refusalOf(await post(owner, "words"))).toBe("400 INVALID_INPUT");
    expect(await refusalOf(await post(owner, ""))).toBe("400 INVALID_INPUT");
    const large = new Uint8Array(limits.avatar.bytes + 1);
    large.set(await wide("png"));
    expect(await refusalOf(await post(owner, large))).toBe("413 TOO_LARGE");
    expect(await storedIn(server)).toEqual([]);
    const broken = (await wide("png")).subarray(0, 100);
    expect(await refusalOf(await post(owner, broken))).toBe("400 INVALID_INPUT");
    const elsewhere = await owner.fetch("/avatar", {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      body: await wide("png"),
    });
    expect(await refusalOf(elsewhere)).toBe("403 FORBIDDEN");
    expect((await owner.api.users.me.query()).avatarUrl).toBeNull();
  });
});

function post({ fetch }: Pick<Visitor, "fetch">, body: string | Uint8Array<ArrayBuffer>) {
  return fetch("/avatar", { method: "POST", body });
}

/** Blue, with a square of another colour in the middle. */
async function wide(format: "png" | "jpeg" | "webp", middle = "red") {
  const square = { width: 400, height: 400, channels: 3, background: middle } as const;
  const picture = sharp({ create: { width: 1200, height: 400, channels: 3, background: "blue" } })
    .composite([{ input: { create: square } }])
    .toFormat(format);
  return new Uint8Array(await picture.toBuffer());
}

/** From the disk: the server, which shares this process, lets nothing be read from memory. */
async function pixelsOf({ dataDir }: TestServer, { headers }: Response) {
  const hash = headers.get("etag")?.replaceAll('"', "") ?? "";
  return sharp(blobPath(join(dataDir, "files"), hash))
    .raw()
    .toBuffer({ resolveWithObject: true });
}

async function urlOf(response: Response): Promise<string> {
  return userSchema.parse(await response.json()).avatarUrl ?? "";
}

async function refusalOf(response: Response): Promise<string> {
  const { code } = JSON.parse(await response.text());
  return `${response.status} ${code}`;
}

async function storedIn(server: TestServer): Promise<string[]> {
  const entries = await readdir(join(server.dataDir, "files"), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
