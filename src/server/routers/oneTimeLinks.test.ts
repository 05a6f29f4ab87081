import { describe, expect, it } from "vitest";

import { outcomeOf } from "../../testing/failure.ts";
import { setUp, signUp, tokenIn } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";
import { visit } from "../../testing/visitor.ts";

describe("a one-time link", () => {
  it("names whose it is, sets a password once, and signs in", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const link = await owner.api.admin.createOneTimeLink.mutate({ userId: mia.user.id });
    expect(link.url).toMatch(new RegExp(`^${server.url}/link/[\\w-]{43}$`));
    const token = tokenIn(link.url);

    await using visitor = visit(server.url);
    expect(await visitor.api.session.previewLink.query({ token })).toEqual({
      username: "mia",
      displayName: "mia",
    });
    const use = () =>
      visitor.api.session.useLink.mutate({ token, password: "a password of her own" });
    expect((await use()).user.id).toBe(mia.user.id);
    expect((await visitor.api.session.state.query()).me?.id).toBe(mia.user.id);
    expect(await outcomeOf(mia.api.session.list.query())).toBe("UNAUTHENTICATED");
    expect(await outcomeOf(use())).toBe("LINK_INVALID");
    expect(await outcomeOf(visitor.api.session.previewLink.query({ token }))).toBe("LINK_INVALID");
  });

  it("is worth nothing after the next one", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const create = () => owner.api.admin.createOneTimeLink.mutate({ userId: mia.user.id });
    const first = tokenIn((await create()).url);
    const second = tokenIn((await create()).url);
    const preview = (token: string) => outcomeOf(mia.api.session.previewLink.query({ token }));
    expect(await preview(first)).toBe("LINK_INVALID");
    expect(await preview(second)).toBe("ok");
  });

  it("cannot be guessed at for long", async () => {
    await using server = await startTestServer();
    await using visitor = visit(server.url);
    const guesses = Array.from({ length: 60 }, (_, guess) =>
      outcomeOf(visitor.api.session.previewLink.query({ token: `guess-${guess}` })),
    );
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(["LINK_INVALID", "RATE_LIMITED"]));
  });
});
