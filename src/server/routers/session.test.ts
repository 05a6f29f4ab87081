import { describe, expect, it } from "vitest";

import { failureOf, outcomeOf } from "../../testing/failure.ts";
import { password, setUp, signUp } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";
import { visit } from "../../testing/visitor.ts";

describe("signing in", () => {
  it("goes by username or e-mail, whatever their case", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    for (const login of ["olivia", "Olivia", "OLIVIA@example.org"]) {
      await using visitor = visit(server.url);
      const { user } = await visitor.api.session.signIn.mutate({ login, password });
      expect(user.id).toBe(owner.user.id);
      expect((await visitor.api.session.state.query()).me?.id).toBe(owner.user.id);
    }
  });

  it("has one answer for an unknown name, a wrong password, and an account without one", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using visitor = visit(server.url);
    const wrong = await failureOf(
      visitor.api.session.signIn.mutate({ login: owner.user.username, password: "wrong" }),
    );
    const unknown = await failureOf(
      visitor.api.session.signIn.mutate({ login: "nobody", password: "wrong" }),
    );
    expect(wrong).toMatchObject({ code: "WRONG_CREDENTIALS" });
    expect(unknown).toEqual(wrong);
  });

  it("slows down whoever guesses at an account, and says how long", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using visitor = visit(server.url);
    const guess = () =>
      failureOf(visitor.api.session.signIn.mutate({ login: "olivia", password: "guess" }));
    // At once, as someone in a hurry would.
    const failures = await Promise.all(Array.from({ length: 30 }, guess));
    const codes = new Set(failures.map((failure) => failure?.code));
    expect(codes).toEqual(new Set(["WRONG_CREDENTIALS", "RATE_LIMITED"]));

    const limited = failures.find((failure) => failure?.code === "RATE_LIMITED");
    expect(limited?.retryAfterMs).toBeGreaterThan(0);
    expect((await owner.api.session.state.query()).me).not.toBeNull();
  });

  it("ends the session that the device had before", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using before = visit(server.url, owner.cookie);
    await owner.api.session.signIn.mutate({ login: "olivia", password });
    expect(owner.cookie).not.toBe(before.cookie);
    expect(await outcomeOf(before.api.session.list.query())).toBe("UNAUTHENTICATED");
    expect(await owner.api.session.list.query()).toHaveLength(1);
  });

  it("is closed to a closed account, and says so only to whoever has its password", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    await owner.api.admin.setStatus.mutate({ userId: mia.user.id, status: "banned" });
    expect(await outcomeOf(mia.api.session.list.query())).toBe("UNAUTHENTICATED");
    const signIn = (secret: string) =>
      outcomeOf(mia.api.session.signIn.mutate({ login: "mia", password: secret }));
    expect(await signIn(password)).toBe("FORBIDDEN");
    expect(await signIn("wrong")).toBe("WRONG_CREDENTIALS");
  });
});

describe("the session cookie", () => {
  it("is out of reach of scripts, of other sites, and of expiry for 90 days", async () => {
    await using server = await startTestServer();
    await using _owner = await setUp(server);
    const response = await signIn(server.url);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^snug_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
  });

  it("is sent over TLS only where people come by it", async () => {
    await using server = await startTestServer({ PUBLIC_URL: "https://chat.example.org" });
    await using _owner = await setUp(server);
    const response = await signIn(server.url);
    expect(response.headers.getSetCookie()).toEqual([expect.stringContaining("; Secure")]);
  });

  it("believes a proxy about TLS only when told to", async () => {
    for (const [trusted, secure] of [
      ["", false],
      ["loopback", true],
    ] as const) {
      await using server = await startTestServer({ TRUST_PROXY: trusted });
      await using _owner = await setUp(server);
      const [cookie] = (
        await signIn(server.url, { "x-forwarded-proto": "https" })
      ).headers.getSetCookie();
      expect(cookie?.includes("; Secure")).toBe(secure);
    }
  });

  it("is taken away on signing out, and worth nothing after", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const { cookie } = owner;
    await owner.api.session.signOut.mutate();
    expect(owner.cookie).toBe("");
    await using copy = visit(server.url, cookie);
    expect((await copy.api.session.state.query()).me).toBeNull();
  });

  it.each(["snug_session=", "snug_session=made-up", "snug_session=%E0%A4%A", "; ;=;", "a=b"])(
    "is no session when it is %j",
    async (cookie) => {
      await using server = await startTestServer();
      await using visitor = visit(server.url, cookie);
      expect((await visitor.api.session.state.query()).me).toBeNull();
    },
  );
});

describe("one's sessions", () => {
  it("are listed and revoked, which ends access at once", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using phone = visit(server.url);
    await phone.api.session.signIn.mutate({ login: "olivia", password });

    const sessions = await owner.api.session.list.query();
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current);
    await owner.api.session.revoke.mutate({ sessionId: other?.id ?? "" });
    expect(await outcomeOf(phone.api.events.snapshot.query())).toBe("UNAUTHENTICATED");
    expect(await owner.api.session.list.query()).toHaveLength(1);
  });

  it("are one's own: another's is not found", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const [session] = await owner.api.session.list.query();
    const revoke = mia.api.session.revoke.mutate({ sessionId: session?.id ?? "" });
    expect(await outcomeOf(revoke)).toBe("NOT_FOUND");
  });

  it("[RT7] close their socket when they are revoked", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using phone = visit(server.url);
    await phone.api.session.signIn.mutate({ login: "olivia", password });
    const { cursor } = await phone.api.events.snapshot.query();
    const ended = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    phone.api.events.stream.subscribe(
      { lastEventId: cursor },
      {
        onStarted: () => started.resolve(),
        onConnectionStateChange: ({ state, error }) => {
          if (state === "connecting" && error) ended.resolve();
        },
        onError: () => ended.resolve(),
      },
    );
    await started.promise;
    const other = (await owner.api.session.list.query()).find(({ current }) => !current);
    await owner.api.session.revoke.mutate({ sessionId: other?.id ?? "" });
    await expect(ended.promise).resolves.toBeUndefined();
  });

  it("but this one end when the password changes", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using phone = visit(server.url);
    await phone.api.session.signIn.mutate({ login: "olivia", password });

    const next = "another long password";
    const change = (current: string) =>
      outcomeOf(owner.api.session.changePassword.mutate({ current, next }));
    expect(await change("wrong")).toBe("WRONG_CREDENTIALS");
    expect(await change(password)).toBe("ok");
    expect(await outcomeOf(phone.api.session.list.query())).toBe("UNAUTHENTICATED");
    expect(await owner.api.session.list.query()).toHaveLength(1);
    const signInAgain = phone.api.session.signIn.mutate({ login: "olivia", password: next });
    expect(await outcomeOf(signInAgain)).toBe("ok");
  });
});

describe("one's e-mail address", () => {
  it("changes with the password only, and is what one signs in by from then on", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    await using mia = await signUp(server, owner, { name: "mia" });
    const change = (email: string, secret: string) =>
      outcomeOf(mia.api.session.changeEmail.mutate({ email, password: secret }));
    expect(await change("new@example.org", "wrong")).toBe("WRONG_CREDENTIALS");
    expect(await change("OLIVIA@example.org", password)).toBe("EMAIL_TAKEN");
    expect(await change("new@example.org", password)).toBe("ok");
    expect((await mia.api.events.snapshot.query()).me.email).toBe("new@example.org");
    const signInBy = (login: string) =>
      outcomeOf(mia.api.session.signIn.mutate({ login, password }));
    expect(await signInBy("mia@example.org")).toBe("WRONG_CREDENTIALS");
    expect(await signInBy("NEW@example.org")).toBe("ok");
  });
});

function signIn(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/trpc/session.signIn`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ login: "olivia", password }),
  });
}
