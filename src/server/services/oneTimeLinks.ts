import type { z } from "zod";

import { SnugError } from "../../shared/errors.ts";
import type { OneTimeLink } from "../../shared/invites.ts";
import { limits } from "../../shared/limits.ts";
import { oneTimeLinkPath } from "../../shared/paths.ts";
import type { LinkPreview, useLinkSchema } from "../../shared/session.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { found } from "./access.ts";
import type { NewSession } from "./newSession.ts";
import { startSession } from "./newSession.ts";
import type { Passwords } from "./passwords.ts";
import type { Requester } from "./requester.ts";
import { mintSecret, secretHash } from "./secrets.ts";
import type { Throttle } from "./throttle.ts";

/** Links by which someone who cannot sign in sets a new password and is in. */
export function createOneTimeLinks(store: Store, passwords: Passwords, throttle: Throttle) {
  return {
    async preview({ request }: Requester, token: string): Promise<LinkPreview> {
      const attempt = throttle.begin({ address: request.address });
      const { username, displayName } = await userOf(token);
      attempt.succeeded();
      return { username, displayName };
    },

    async use(
      requester: Requester,
      { token, password }: z.infer<typeof useLinkSchema>,
    ): Promise<NewSession> {
      const attempt = throttle.begin({ address: requester.request.address });
      // Asked first, so that a guess costs no hash; used up in the store.
      await userOf(token);
      attempt.succeeded();
      const user = await store.useOneTimeLink(secretHash(token), await passwords.hash(password));
      return startSession(store, requester, user);
    },

    /** For whoever sits at the server's own keyboard, and needs no role. */
    async createFor(login: string, publicUrl: string): Promise<OneTimeLink> {
      const { user } = found(await store.credentials(login), "person");
      return createOneTimeLink(store, user, publicUrl);
    },
  };

  async function userOf(token: string): Promise<User> {
    const user = await store.oneTimeLinkUser(secretHash(token));
    if (user === null) {
      throw new SnugError("LINK_INVALID", "This link no longer works. Ask an admin for a new one.");
    }
    return user;
  }
}

/** Replaces an earlier link of theirs. */
export async function createOneTimeLink(
  store: Store,
  user: User,
  publicUrl: string,
): Promise<OneTimeLink> {
  const token = mintSecret();
  const expiresAt = new Date(Date.now() + limits.resetLinkHours * 3_600_000).toISOString();
  await store.createOneTimeLink(user.id, secretHash(token), expiresAt);
  return { url: publicUrl + oneTimeLinkPath(token), expiresAt };
}
