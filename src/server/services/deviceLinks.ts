import { SnugError } from "../../shared/errors.ts";
import type { OneTimeLink } from "../../shared/invites.ts";
import { limits } from "../../shared/limits.ts";
import { deviceLinkPath } from "../../shared/paths.ts";
import type { LinkPreview } from "../../shared/session.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import type { NewSession } from "./newSession.ts";
import { startSession } from "./newSession.ts";
import type { RequestFacts, Requester, Viewer } from "./requester.ts";
import { mintSecret, secretHash } from "./secrets.ts";
import type { Throttle } from "./throttle.ts";

interface DeviceLink {
  userId: string;
  /** The session that made it. Once it has ended, by a new password too, the link lets nobody in. */
  sessionId: string;
  expiresAt: number;
}

/**
 * Links by which someone signed in lets another device of theirs in, once. In memory: they are good for
 * minutes, and after a restart one makes another.
 */
export function createDeviceLinks(store: Store, throttle: Throttle) {
  const links = new Map<string, DeviceLink>();
  return {
    /** Replaces an earlier link of the same device. */
    create({ user, session }: Viewer, { publicUrl }: RequestFacts): OneTimeLink {
      for (const [hash, link] of links) {
        if (link.sessionId === session.id || link.expiresAt <= Date.now()) links.delete(hash);
      }
      const token = mintSecret();
      const expiresAt = Date.now() + limits.deviceLinkMinutes * 60_000;
      links.set(secretHash(token), { userId: user.id, sessionId: session.id, expiresAt });
      return {
        url: publicUrl + deviceLinkPath(token),
        expiresAt: new Date(expiresAt).toISOString(),
      };
    },

    async preview({ request }: Requester, token: string): Promise<LinkPreview> {
      const attempt = throttle.begin({ address: request.address });
      const { username, displayName } = await userOf(secretHash(token));
      attempt.succeeded();
      return { username, displayName };
    },

    async accept(requester: Requester, token: string): Promise<NewSession> {
      const attempt = throttle.begin({ address: requester.request.address });
      const hash = secretHash(token);
      const user = await userOf(hash);
      attempt.succeeded();
      // Of two that come at once, the second finds it gone.
      if (!links.delete(hash)) throw invalid();
      return startSession(store, requester, user);
    },
  };

  async function userOf(hash: string): Promise<User> {
    const link = links.get(hash);
    if (link === undefined || link.expiresAt <= Date.now()) throw invalid();
    const [credentials, sessions] = await Promise.all([
      store.credentialsOf(link.userId),
      store.sessionsOf(link.userId),
    ]);
    if (!credentials || !sessions.some(({ id }) => id === link.sessionId)) throw invalid();
    return credentials.user;
  }
}

function invalid(): SnugError {
  return new SnugError(
    "LINK_INVALID",
    "This link no longer works. Make a new one where you are signed in.",
  );
}
