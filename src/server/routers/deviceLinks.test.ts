import { afterEach, describe, expect, it, vi } from "vitest";

import { limits } from "../../shared/limits.ts";
import { outcomeOf } from "../../testing/failure.ts";
import type { Person } from "../../testing/people.ts";
import { password, setUp, tokenIn } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";
import { visit } from "../../testing/visitor.ts";

describe("a link for another device", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("names whose it is, and lets one device in beside the first", async () => {
    await using server = await startTestServer();
    await using ada = await setUp(server);
    await using phone = visit(server.url);
    const link = await ada.api.session.createDeviceLink.mutate();
    expect(link.url).toMatch(new RegExp(`^${server.url}/device/[\\w-]{43}$`));
    const token = tokenIn(link.url);
    expect(await phone.api.session.previewDeviceLink.query({ token })).toMatchObject({
      username: ada.user.username,
    });

    const accept = () => outcomeOf(phone.api.session.acceptDeviceLink.mutate({ token }));
    const outcomes = await Promise.all([accept(), accept(), accept()]);
    expect(outcomes.toSorted()).toEqual(["LINK_INVALID", "LINK_INVALID", "ok"]);
    expect((await phone.api.session.state.query()).me?.id).toBe(ada.user.id);
    expect(await ada.api.session.list.query()).toHaveLength(2);
  });

  it("is worth nothing after the next one, nor when its time is over", async () => {
    await using server = await startTestServer();
    await using ada = await setUp(server);
    const first = await tokenBy(ada);
    const second = await tokenBy(ada);
    const preview = (token: string) =>
      outcomeOf(ada.api.session.previewDeviceLink.query({ token }));
    expect(await preview(first)).toBe("LINK_INVALID");
    expect(await preview(second)).toBe("ok");
    vi.useFakeTimers({
      toFake: ["Date"],
      now: Date.now() + limits.deviceLinkMinutes * 60_000 + 1,
    });
    expect(await preview(second)).toBe("LINK_INVALID");
  });

  it("ends with the session that made it", async () => {
    await using server = await startTestServer();
    await using ada = await setUp(server);
    await using laptop = visit(server.url);
    await laptop.api.session.signIn.mutate({ login: ada.user.username, password });
    const link = await laptop.api.session.createDeviceLink.mutate();
    const next = "another lantern entirely";
    await ada.api.session.changePassword.mutate({ current: password, next });
    await using phone = visit(server.url);
    const accept = phone.api.session.acceptDeviceLink.mutate({ token: tokenIn(link.url) });
    expect(await outcomeOf(accept)).toBe("LINK_INVALID");
  });

  it("is made by nobody who is not signed in, and cannot be guessed at for long", async () => {
    await using server = await startTestServer();
    await using ada = await setUp(server);
    await using visitor = visit(server.url);
    expect(ada.user.role).toBe("owner");
    expect(await outcomeOf(visitor.api.session.createDeviceLink.mutate())).toBe("UNAUTHENTICATED");
    const guesses = Array.from({ length: 60 }, (_, guess) =>
      outcomeOf(visitor.api.session.acceptDeviceLink.mutate({ token: `guess-${guess}` })),
    );
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(["LINK_INVALID", "RATE_LIMITED"]));
  });
});

async function tokenBy(person: Person): Promise<string> {
  return tokenIn((await person.api.session.createDeviceLink.mutate()).url);
}
