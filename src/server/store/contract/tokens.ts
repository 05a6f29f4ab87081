import { describe, expect, it } from "vitest";
import type { NewToken, Store } from "../port.ts";
import type { Open } from "./team.ts";
import { loggedBy, only, openTeam, past, refusal, soon, storyOf } from "./team.ts";

export function describeTokens(open: Open): void {
  describe("tokens", () => {
    it("lead from a secret's hash to their user, over a restart", async () => {
      const { store, reopen, bob } = await openTeam(open);
      const token = await createToken(store, bob.id);
      expect(token).toEqual({
        id: token.id,
        name: "Deploys",
        scope: "write",
        createdAt: token.createdAt,
        lastUsedAt: null,
        expiresAt: null,
      });
      const reopened = await reopen();
      expect(await reopened.tokenByHash("h1")).toEqual({ token, user: bob });
      expect(await reopened.tokenByHash("h2")).toBeNull();
    });

    it("tell when they were last used", async () => {
      const { store, bob } = await openTeam(open);
      const { id } = await createToken(store, bob.id);
      await store.touchToken(id);
      const [token] = await store.tokensOf(bob.id);
      expect(token?.lastUsedAt).toEqual(expect.any(String));
      await store.touchToken("unknown");
    });

    it("end when they expire, and are still listed", async () => {
      const { store, bob } = await openTeam(open);
      const { id } = await createToken(store, bob.id, { expiresAt: past() });
      await createToken(store, bob.id, { tokenHash: "h2", expiresAt: soon() });
      expect(await store.tokenByHash("h1")).toBeNull();
      expect(await store.tokenByHash("h2")).not.toBeNull();
      expect((await store.tokensOf(bob.id)).map((token) => token.id)).toContain(id);
    });

    it("are revoked by their own user, whose programs are cut off", async () => {
      const team = await openTeam(open);
      const { store, bob, cat } = team;
      const { id } = await createToken(store, bob.id);
      expect(await store.tokensOf(cat.id)).toEqual([]);
      expect(await refusal(store, () => store.revokeToken(cat.id, id))).toBe("NOT_FOUND");
      expect(await storyOf(team, () => store.revokeToken(bob.id, id))).toEqual([
        "session.revoked to bob",
      ]);
      expect(await store.tokenByHash("h1")).toBeNull();
      expect(await refusal(store, () => store.revokeToken(bob.id, id))).toBe("NOT_FOUND");
    });

    it("end with a new password and with a closed account", async () => {
      const { store, bob, cat } = await openTeam(open);
      const { id } = await createToken(store, bob.id);
      await createToken(store, cat.id, { tokenHash: "h2" });
      const events = await loggedBy(store, async () => {
        await store.setPassword(bob.id, "new hash", null);
        await store.setAccountStatus(cat.id, "deactivated");
      });
      expect(only(events, "session.revoked").map(({ sessionIds }) => sessionIds)).toContainEqual([
        id,
      ]);
      await store.setAccountStatus(cat.id, "active");
      expect(await store.tokenByHash("h1")).toBeNull();
      expect(await store.tokenByHash("h2")).toBeNull();
    });

    it("are not made for nobody, nor for an account that was closed", async () => {
      const { store, cat } = await openTeam(open);
      await store.setAccountStatus(cat.id, "banned");
      expect(await refusal(store, () => createToken(store, cat.id))).toBe("FORBIDDEN");
      expect(await refusal(store, () => createToken(store, "nobody"))).toBe("NOT_FOUND");
    });
  });
}

function createToken(store: Store, userId: string, token: Partial<NewToken> = {}) {
  return store.createToken({
    userId,
    tokenHash: "h1",
    name: "Deploys",
    scope: "write",
    expiresAt: null,
    ...token,
  });
}
