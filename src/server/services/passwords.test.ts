import { describe, expect, it } from "vitest";

import { Passwords } from "./passwords.ts";

describe("passwords", () => {
  it("are hashed with argon2id, each time differently", async () => {
    const passwords = new Passwords();
    const [one, other] = await Promise.all([passwords.hash("secret"), passwords.hash("secret")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toBe(one);
  });

  it("match their hash and no other", async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash("secret");
    expect(await passwords.verify(hash, "secret")).toBe(true);
    expect(await passwords.verify(hash, "Secret")).toBe(false);
  });

  it("never match where there is none", async () => {
    expect(await new Passwords().verify(null, "")).toBe(false);
  });

  it("are refused when too many wait already", async () => {
    const passwords = new Passwords({ atOnce: 2, mostWaiting: 3 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => passwords.hash("secret")),
    );
    const refused = outcomes.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ reason: { code: "UNAVAILABLE" } });
    expect(await passwords.hash("after that")).toContain("$argon2id$");
  });
});
