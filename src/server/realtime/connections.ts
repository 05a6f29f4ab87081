import type { Viewer } from "./port.ts";

/** Why a connection must end: its session is no more, or the log that it follows was replaced. */
export type EndReason = "revoked" | "restart";

interface Connection {
  userId: string;
  end: (reason: EndReason) => void;
}

/**
 * Longer than signing in or an upgrade can take. Who was let in just before their session was revoked,
 * and is tracked just after, is found here.
 */
const rememberMs = 60_000;

/** [RT7] What hangs on each session: its sockets and streams, so that revoking it ends them. */
export class Connections {
  readonly #bySession = new Map<string, Set<Connection>>();
  readonly #revokedSessions = new Map<string, number>();
  readonly #revokedUsers = new Map<string, number>();

  /** Returns how to stop tracking. Ends at once what comes too late. */
  track({ userId, sessionId }: Viewer, end: (reason: EndReason) => void): () => void {
    if (this.#revokedSessions.has(sessionId) || this.#revokedUsers.has(userId)) {
      end("revoked");
      return () => {};
    }
    const connection = { userId, end };
    const siblings = this.#bySession.get(sessionId) ?? new Set();
    this.#bySession.set(sessionId, siblings.add(connection));
    return () => {
      siblings.delete(connection);
      if (siblings.size === 0 && this.#bySession.get(sessionId) === siblings) {
        this.#bySession.delete(sessionId);
      }
    };
  }

  revokeSessions(sessionIds: readonly string[]): void {
    for (const sessionId of sessionIds) {
      remember(this.#revokedSessions, sessionId);
      for (const connection of this.#bySession.get(sessionId) ?? []) connection.end("revoked");
    }
  }

  revokeUser(userId: string): void {
    remember(this.#revokedUsers, userId);
    for (const connection of this.#all()) {
      if (connection.userId === userId) connection.end("revoked");
    }
  }

  /** An account that was closed is open again. */
  readmitUser(userId: string): void {
    this.#revokedUsers.delete(userId);
  }

  restartAll(): void {
    for (const connection of this.#all()) connection.end("restart");
  }

  #all(): Connection[] {
    return [...this.#bySession.values()].flatMap((siblings) => [...siblings]);
  }
}

/** Oldest first, so that forgetting looks at no more than it forgets. */
function remember(revoked: Map<string, number>, id: string): void {
  const now = Date.now();
  for (const [old, until] of revoked) {
    if (until > now) break;
    revoked.delete(old);
  }
  revoked.delete(id);
  revoked.set(id, now + rememberMs);
}
