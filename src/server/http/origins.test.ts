import { describe, expect, it } from "vitest";

import { setUp } from "../../testing/people.ts";
import { startTestServer } from "../../testing/server.ts";
import type { Visitor } from "../../testing/visitor.ts";

describe("other people's pages", () => {
  it.each([
    ["with another origin", { origin: "https://evil.example" }],
    ["with no origin to name", { origin: "null" }],
    ["from another port", { origin: "http://127.0.0.1:1" }],
    ["marked as cross-site", { "sec-fetch-site": "cross-site" }],
    ["marked as same-site", { "sec-fetch-site": "same-site" }],
  ])("cannot change anything %s", async (_how, headers) => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const response = await signOut(owner, headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Pages of other sites cannot do this.");
    expect((await owner.api.session.state.query()).me).not.toBeNull();
  });

  it("cannot read what they ask for", async () => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    const headers = { origin: "https://evil.example" };
    const response = await owner.fetch("/trpc/session.state", { headers });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});

describe("our own pages, programs and named origins", () => {
  it.each([
    ["our own page", (url: string) => ({ origin: url })],
    ["our own page, marked so", () => ({ "sec-fetch-site": "same-origin" })],
    ["a program", () => ({})],
  ])("change things: %s", async (_who, headersFor) => {
    await using server = await startTestServer();
    await using owner = await setUp(server);
    expect((await signOut(owner, headersFor(server.url))).status).toBe(200);
  });

  it("are known by PUBLIC_URL behind a proxy that changes the host", async () => {
    await using server = await startTestServer({ PUBLIC_URL: "https://chat.example.org" });
    await using owner = await setUp(server);
    const headers = { origin: "https://chat.example.org" };
    expect((await signOut(owner, headers)).status).toBe(200);
  });

  it("read and change things with a token where ALLOWED_ORIGINS names them", async () => {
    await using server = await startTestServer({ ALLOWED_ORIGINS: "https://www.example.org" });
    await using owner = await setUp(server);
    const { secret } = await owner.api.tokens.create.mutate({ name: "Site", scope: "write" });
    const origin = { origin: "https://www.example.org" };
    const headers = { ...origin, authorization: `Bearer ${secret}` };
    const preflight = await fetch(`${server.url}/trpc/users.updateProfile`, {
      method: "OPTIONS",
      headers: { ...origin, "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
    for (const response of [preflight, await updateProfile(server.url, headers)]) {
      expect(response.ok).toBe(true);
      expect(response.headers.get("access-control-allow-origin")).toBe(origin.origin);
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    }
  });

  it("do nothing by someone's cookie there", async () => {
    await using server = await startTestServer({ ALLOWED_ORIGINS: "https://www.example.org" });
    await using owner = await setUp(server);
    const headers = { origin: "https://www.example.org", cookie: owner.cookie };
    expect((await updateProfile(server.url, headers)).status).toBe(401);
  });
});

function updateProfile(url: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${url}/trpc/users.updateProfile`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ bio: "Elsewhere" }),
  });
}

function signOut(visitor: Visitor, headers: Record<string, string>): Promise<Response> {
  return visitor.fetch("/trpc/session.signOut", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: "{}",
  });
}
