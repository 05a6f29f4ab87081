import type { User } from "../../shared/users.ts";

// The part of the durable port by which people stay signed in.

export interface StoredSession {
  id: string;
  userId: string;
  userAgent: string;
  createdAt: string;
  lastSeenAt: string;
}

export interface Sessions {
  /** Throws `FORBIDDEN` when the account is not active. */
  createSession(session: {
    userId: string;
    tokenHash: string;
    userAgent: string;
    expiresAt: string;
  }): Promise<StoredSession>;
  /** `null` when unknown, expired, revoked or its user is not active. */
  sessionByTokenHash(tokenHash: string): Promise<{ session: StoredSession; user: User } | null>;
  touchSession(sessionId: string, expiresAt: string): Promise<void>;
  sessionsOf(userId: string): Promise<StoredSession[]>;
  /** Only one's own; unknown ids are `NOT_FOUND`. */
  revokeSession(userId: string, sessionId: string): Promise<void>;
}
