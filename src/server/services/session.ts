import type { z } from "zod";

import { SnugError } from "../../shared/errors.ts";
import type {
  changeEmailSchema,
  changePasswordSchema,
  Session,
  SessionState,
  SignIn,
} from "../../shared/session.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import type { NewSession } from "./newSession.ts";
import { sessionEnd, startSession } from "./newSession.ts";
import type { Passwords } from "./passwords.ts";
import type { RequestFacts, Requester, Viewer } from "./requester.ts";
import { secretHash } from "./secrets.ts";
import type { Throttle } from "./throttle.ts";

export function createSession(store: Store, passwords: Passwords, throttle: Throttle) {
  return {
    async state(viewer: Viewer | null): Promise<SessionState> {
      const [workspace, credentials] = await Promise.all([
        store.workspace(),
        viewer && store.credentialsOf(viewer.user.id),
      ]);
      return {
        workspaceName: workspace?.name ?? null,
        openSignUp: workspace?.openSignUp ?? false,
        me: credentials && { id: credentials.user.id, email: credentials.email },
      };
    },

    /** Whose session a cookie's secret stands for, and whether it was prolonged just now. */
    async resume(token: string): Promise<{ viewer: Viewer; prolonged: boolean } | null> {
      const found = await store.sessionByTokenHash(secretHash(token));
      if (found === null) return null;
      const prolonged = Date.now() - Date.parse(found.session.lastSeenAt) > prolongAfterMs;
      if (prolonged) await store.touchSession(found.session.id, sessionEnd());
      return { viewer: { ...found, scope: null }, prolonged };
    },

    /** One answer, in the same time, for an unknown name and a wrong password. */
    async signIn(requester: Requester, { login, password }: SignIn): Promise<NewSession> {
      const attempt = throttle.begin({ login, address: requester.request.address });
      const credentials = await store.credentials(login);
      const right = await passwords.verify(credentials?.passwordHash ?? null, password);
      if (!credentials || !right) {
        throw new SnugError("WRONG_CREDENTIALS", "The name or the password is not right.");
      }
      attempt.succeeded();
      // Only to whoever has the password: to others there is no such account.
      if (credentials.user.status !== "active") {
        throw new SnugError("FORBIDDEN", "This account is closed. An admin can open it again.");
      }
      return startSession(store, requester, credentials.user);
    },

    async list({ user, session }: Viewer): Promise<Session[]> {
      const sessions = await store.sessionsOf(user.id);
      return sessions.map((stored) => ({
        id: stored.id,
        current: stored.id === session.id,
        userAgent: stored.userAgent,
        createdAt: stored.createdAt,
        lastSeenAt: stored.lastSeenAt,
      }));
    },

    revoke({ user }: Viewer, sessionId: string): Promise<void> {
      return store.revokeSession(user.id, sessionId);
    },

    async changePassword(
      { user, session }: Viewer,
      { current, next }: z.infer<typeof changePasswordSchema>,
      { address }: RequestFacts,
    ): Promise<void> {
      await requirePassword(user, current, address);
      await store.setPassword(user.id, await passwords.hash(next), session.id);
    },

    async changeEmail(
      { user }: Viewer,
      { email, password }: z.infer<typeof changeEmailSchema>,
      { address }: RequestFacts,
    ): Promise<void> {
      await requirePassword(user, password, address);
      await store.setEmail(user.id, email);
    },
  };

  async function requirePassword(user: User, password: string, address: string): Promise<void> {
    const attempt = throttle.begin({ login: user.username, address });
    const credentials = await store.credentialsOf(user.id);
    const right = await passwords.verify(credentials?.passwordHash ?? null, password);
    if (!right) throw new SnugError("WRONG_CREDENTIALS", "The current password is another one.");
    attempt.succeeded();
  }
}

/** A session in use is written to no more often than this. */
const prolongAfterMs = 10 * 60_000;
