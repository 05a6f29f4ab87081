import sharp from "sharp";
import { describe, expect, it } from "vitest";

import { failureOf, outcomeOf } from "../../testing/failure.ts";
import { setUp, signUp } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";

describe("the workspace's own emoji", () => {
  it("are added by admins, and by members where the workspace lets them", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    await using gus = await signUp(server, owner, { name: "gus", role: "guest" });
    const image = await picture(32);
    expect(await outcomeOf(mia.api.emoji.add.mutate({ name: "mine", image }))).toBe("FORBIDDEN");
    await owner.api.workspace.update.mutate({ membersAddEmoji: true });
    expect(await outcomeOf(gus.api.emoji.add.mutate({ name: "mine", image }))).toBe("FORBIDDEN");
    const { url } = await mia.api.emoji.add.mutate({ name: "Mine", image });

    const { emoji } = await gus.api.events.snapshot.query();
    expect(emoji.map(({ name }) => name)).toEqual(["mine"]);
    const response = await gus.fetch(url);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await response.arrayBuffer()).toString("base64")).toBe(image);
    expect((await fetch(server.url + url)).status).toBe(401);

    expect(await outcomeOf(gus.api.emoji.remove.mutate({ name: "mine" }))).toBe("FORBIDDEN");
    await mia.api.emoji.remove.mutate({ name: "mine" });
    expect((await gus.fetch(url)).status).toBe(404);
  });

  it("have names that can be typed and pictures that are small", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const image = await picture(32);
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>").toString("base64");
    const wrong = [
      { name: "two words", image },
      { name: "x", image },
      { name: "ok", image: svg },
      { name: "ok", image: "not Base64!" },
    ];
    for (const emoji of wrong) {
      expect(await outcomeOf(owner.api.emoji.add.mutate(emoji))).toBe("INVALID_INPUT");
    }
    const large = owner.api.emoji.add.mutate({ name: "large", image: await picture(1025) });
    expect(await failureOf(large)).toMatchObject({ code: "TOO_LARGE" });
    await owner.api.emoji.add.mutate({ name: "ok", image });
    expect(await outcomeOf(owner.api.emoji.add.mutate({ name: "ok", image }))).toBe(
      "EMOJI_NAME_TAKEN",
    );
  });
});

/** A square of one colour, in Base64. */
async function picture(size: number): Promise<string> {
  const create = { width: size, height: size, channels: 3 as const, background: "#c60" };
  const bytes = await sharp({ create }).png().toBuffer();
  return bytes.toString("base64");
}
