import { limits } from "../../shared/limits.ts";
import type { AccessToken, CreatedToken, TokenCreate } from "../../shared/tokens.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { forbidden } from "./access.ts";
import type { Viewer } from "./requester.ts";
import { mintSecret, secretHash } from "./secrets.ts";

/** Secrets by which programs act as a user. */
export function createTokens(store: Store) {
  return {
    create(actor: User, token: TokenCreate): Promise<CreatedToken> {
      return createToken(store, actor, token);
    },

    list(actor: User): Promise<AccessToken[]> {
      return store.tokensOf(actor.id);
    },

    revoke(actor: User, tokenId: string): Promise<void> {
      return store.revokeToken(actor.id, tokenId);
    },

    /** Who a program's secret stands for, and what it may do in their name. */
    async resume(secret: string): Promise<Viewer | null> {
      const found = await store.tokenByHash(secretHash(secret));
      if (found === null) return null;
      const { token, user } = found;
      const usedAt = token.lastUsedAt === null ? 0 : Date.parse(token.lastUsedAt);
      if (Date.now() - usedAt > touchAfterMs) await store.touchToken(token.id);
      return { user, session: { id: token.id }, scope: token.scope };
    },
  };
}

/** A token in use is written to no more often than this. */
const touchAfterMs = 60_000;

/** The prefix is for those who look for leaked secrets, people and programs. */
export async function createToken(
  store: Store,
  user: User,
  { name, scope, expiresInDays }: TokenCreate,
): Promise<CreatedToken> {
  if ((await store.tokensOf(user.id)).length >= limits.tokensPerUser) {
    throw forbidden(`Revoke a token first: ${limits.tokensPerUser} are the most.`);
  }
  const secret = `${user.role === "bot" ? "snug_bot_" : "snug_pat_"}${mintSecret()}`;
  const expiresAt =
    expiresInDays === null ? null : new Date(Date.now() + expiresInDays * 86_400_000).toISOString();
  const token = await store.createToken({
    userId: user.id,
    tokenHash: secretHash(secret),
    name,
    scope,
    expiresAt,
  });
  return { secret, token };
}
