import type { User } from "../../shared/users.ts";
import type { StoredSession } from "../store/port.ts";

/** Someone signed in, on one of their devices. */
export interface Viewer {
  user: User;
  session: StoredSession;
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
