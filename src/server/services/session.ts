import type { z } from "zod";

import { SnugError } from "../../shared/errors.ts";
import type {
  changePasswordSchema,
  LinkPreview,
  Session,
  SessionState,
  SetUp,
  SignedIn,
  SignIn,
  SignUp,
  useLinkSchema,
} from "../../shared/session.ts";
import type { Store } from "../store/port.ts";
import type { RequestFacts, Requester, Viewer } from "./requester.ts";

/** A new session: the secret is for the cookie alone. */
export interface NewSession {
  token: string;
  signedIn: SignedIn;
}

export function createSession(store: Store) {
  void store;
  return {
    state(_viewer: Viewer | null): Promise<SessionState> {
      return notYet();
    },
    setUp(_requester: Requester, _setUp: SetUp): Promise<NewSession> {
      return notYet();
    },
    signUp(_requester: Requester, _signUp: SignUp): Promise<NewSession> {
      return notYet();
    },
    signIn(_requester: Requester, _signIn: SignIn): Promise<NewSession> {
      return notYet();
    },
    previewLink(_requester: Requester, _token: string): Promise<LinkPreview> {
      return notYet();
    },
    useLink(_requester: Requester, _link: z.infer<typeof useLinkSchema>): Promise<NewSession> {
      return notYet();
    },
    list(_viewer: Viewer): Promise<Session[]> {
      return notYet();
    },
    revoke(_viewer: Viewer, _sessionId: string): Promise<void> {
      return notYet();
    },
    changePassword(
      _viewer: Viewer,
      _change: z.infer<typeof changePasswordSchema>,
      _request: RequestFacts,
    ): Promise<void> {
      return notYet();
    },
  };
}

async function notYet(): Promise<never> {
  throw new SnugError("UNAVAILABLE", "Not yet.");
}
