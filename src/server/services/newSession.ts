import { limits } from "../../shared/limits.ts";
import type { SignedIn } from "../../shared/session.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import type { Requester } from "./requester.ts";
import { mintSecret, secretHash } from "./secrets.ts";

/** A new session: the secret is for the cookie alone. */
export interface NewSession {
  token: string;
  signedIn: SignedIn;
}

/** Ends the device's session before it: a secret from before signing in is worth nothing after. */
export async function startSession(
  store: Store,
  { viewer, request }: Requester,
  user: User,
): Promise<NewSession> {
  const token = mintSecret();
  await store.createSession({
    userId: user.id,
    tokenHash: secretHash(token),
    userAgent: request.userAgent.slice(0, 300),
    expiresAt: sessionEnd(),
  });
  if (viewer?.scope === null) await store.revokeSession(viewer.user.id, viewer.session.id);
  return { token, signedIn: { user, firstRoomId: await landingRoom(store, user) } };
}

/** When a session ends that is used now. */
export function sessionEnd(): string {
  return new Date(Date.now() + limits.sessionDays * 86_400_000).toISOString();
}

async function landingRoom(store: Store, user: User): Promise<string | null> {
  const [workspace, rooms] = await Promise.all([
    store.workspace(),
    store.browseRooms(user.id, false),
  ]);
  const joined = rooms.filter((room) => room.joined);
  const first = joined.find((room) => room.id === workspace?.firstRoomId) ?? joined[0];
  return first?.id ?? null;
}
