import type { TokenScope } from "../../shared/tokens.ts";
import type { User } from "../../shared/users.ts";

/** Someone signed in on one of their devices, or a program that acts as them. */
export interface Viewer {
  user: User;
  /** The session, or the token: what has to be revoked to end everything that hangs on it. */
  session: { id: string };
  /** How far a token reaches; `null` for a session, which reaches as far as its user. */
  scope: TokenScope | null;
  /** Of whoever watches over a socket: settles when it can take more [RT9]. */
  drained?: (() => Promise<void> | undefined) | undefined;
}

/** What a request says about where it comes from. */
export interface RequestFacts {
  /** The peer's IP address, or what a trusted proxy says it is. */
  address: string;
  userAgent: string;
  /** What links begin with: PUBLIC_URL, else the origin that the request was sent to. */
  publicUrl: string;
}

export interface Requester {
  /** `null` when nobody is signed in. */
  viewer: Viewer | null;
  request: RequestFacts;
}
