import { SnugError } from "../../shared/errors.ts";
import type { SetUp, SignUp } from "../../shared/session.ts";
import type { Store } from "../store/port.ts";
import { usableInvite } from "./invites.ts";
import type { NewSession } from "./newSession.ts";
import { startSession } from "./newSession.ts";
import type { Passwords } from "./passwords.ts";
import type { Requester } from "./requester.ts";
import type { Throttle } from "./throttle.ts";
import { setUpWorkspace } from "./workspace.ts";

/** How people come to have an account. */
export function createSignUp(store: Store, passwords: Passwords, throttle: Throttle) {
  return {
    /** The first person names the workspace and owns it. */
    async setUp(
      requester: Requester,
      { workspaceName, password, ...owner }: SetUp,
    ): Promise<NewSession> {
      // Asked first, so that a stranger's attempt costs no hash; decided in the store.
      if ((await store.workspace()) !== null) {
        throw new SnugError("ALREADY_SET_UP", "This workspace is set up already. Sign in instead.");
      }
      const passwordHash = await passwords.hash(password);
      const { owner: user } = await store.setUpWorkspace({
        workspaceName,
        demo: false,
        owner: { ...owner, passwordHash, role: "owner" },
        room: firstRoom,
      });
      return startSession(store, requester, user);
    },

    async signUp(
      requester: Requester,
      { inviteToken, password, ...account }: SignUp,
    ): Promise<NewSession> {
      const attempt = throttle.begin({ address: requester.request.address });
      const role = inviteToken === null ? await openRole() : await invitedRole(inviteToken);
      // Whoever has an invite is expected; who signs up without one may be many in a row.
      if (inviteToken !== null) attempt.succeeded();
      const passwordHash = await passwords.hash(password);
      const user = await store.createUser({ ...account, passwordHash, role }, inviteToken);
      return startSession(store, requester, user);
    },
  };

  async function openRole(): Promise<"member"> {
    const { openSignUp } = await setUpWorkspace(store);
    if (openSignUp) return "member";
    throw new SnugError("SIGN_UP_CLOSED", "Signing up takes an invite. Ask someone for one.");
  }

  async function invitedRole(token: string): Promise<"member" | "guest"> {
    await setUpWorkspace(store);
    return (await usableInvite(store, token)).role;
  }
}

const firstRoom = {
  name: "general",
  topic: "For everyone and everything",
  welcome:
    "Welcome. This is the first room, and everyone who joins lands here. " +
    "Invite your team from the menu at the top, or start a room of its own for each subject.",
};
