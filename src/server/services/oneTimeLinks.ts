import type { OneTimeLink } from "../../shared/invites.ts";
import { limits } from "../../shared/limits.ts";
import { oneTimeLinkPath } from "../../shared/paths.ts";
import type { User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { mintSecret, secretHash } from "./secrets.ts";

/** A link by which someone sets a new password. Replaces an earlier one. */
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
