import { SnugError } from "../../shared/errors.ts";
import type { Invite, InviteCreate, InvitePreview } from "../../shared/invites.ts";
import { invitePath } from "../../shared/paths.ts";
import type { User } from "../../shared/users.ts";
import type { Store, StoredInvite } from "../store/port.ts";
import { found, requireAdmin } from "./access.ts";
import type { RequestFacts } from "./requester.ts";
import { mintSecret } from "./secrets.ts";
import type { Throttle } from "./throttle.ts";
import { setUpWorkspace } from "./workspace.ts";

export function createInvites(store: Store, throttle: Throttle) {
  return {
    async create(
      actor: User,
      { role, expiresInHours, maxUses, roomIds }: InviteCreate,
      { publicUrl }: RequestFacts,
    ): Promise<Invite> {
      requireAdmin(actor);
      for (const roomId of new Set(roomIds)) await roomToInviteTo(actor, roomId);
      const invite = await store.createInvite({
        token: mintSecret(),
        role,
        createdBy: actor.id,
        expiresAt: expiresInHours === null ? null : inHours(expiresInHours),
        maxUses,
        roomIds: [...new Set(roomIds)],
      });
      return toInvite(invite, publicUrl);
    },

    async list(actor: User, { publicUrl }: RequestFacts): Promise<Invite[]> {
      requireAdmin(actor);
      return (await store.invites()).map((invite) => toInvite(invite, publicUrl));
    },

    async revoke(actor: User, inviteId: string): Promise<void> {
      requireAdmin(actor);
      await store.revokeInvite(inviteId);
    },

    async preview(token: string, { address }: RequestFacts): Promise<InvitePreview> {
      const attempt = throttle.begin({ address });
      const invite = await usableInvite(store, token);
      attempt.succeeded();
      const [workspace, inviter] = await Promise.all([
        setUpWorkspace(store),
        store.user(invite.createdBy),
      ]);
      return {
        workspaceName: workspace.name,
        invitedBy: inviter?.displayName ?? workspace.name,
        role: invite.role,
      };
    },
  };

  async function roomToInviteTo(actor: User, roomId: string): Promise<void> {
    const room = found(await store.room(actor.id, roomId, "visible"), "room");
    if (room.kind === "direct") {
      throw new SnugError("FORBIDDEN", "Nobody can be added to a direct room.");
    }
  }
}

export async function usableInvite(store: Store, token: string): Promise<StoredInvite> {
  const invite = await store.inviteByToken(token);
  if (invite === null) {
    throw new SnugError(
      "INVITE_INVALID",
      "This invite no longer works. Ask whoever sent it for a new one.",
    );
  }
  return invite;
}

function toInvite({ token, ...invite }: StoredInvite, publicUrl: string): Invite {
  return { ...invite, url: publicUrl + invitePath(token) };
}

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}
