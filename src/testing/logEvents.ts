import type { PresenceMode } from "../shared/presence.ts";
import type { AccountStatus } from "../shared/users.ts";
import type { Unlogged } from "./memoryLog.ts";
import { workspaceSchema } from "../shared/workspace.ts";
import { sampleRoom, sampleUser } from "./samples.ts";

const at = "2026-01-01T00:00:00.000Z";

/** Short events for tests of who gets what. */
export function added(userId: string, roomId: string): Unlogged {
  return {
    audience: { kind: "user", userId },
    event: { type: "room.added", room: sampleRoom(roomId, { kind: "private", memberCount: 1 }) },
  };
}

export function removed(userId: string, roomId: string): Unlogged {
  return {
    audience: { kind: "user", userId },
    event: { type: "room.removed", roomId, reason: "removed" },
  };
}

/** Something that happens in a room and has little to it. */
export function inRoom(roomId: string, emoji = "👍"): Unlogged {
  return {
    audience: { kind: "room", roomId },
    event: { type: "reaction.added", roomId, messageId: "m1", userId: "u0", emoji },
  };
}

export function said(authorId: string, roomId: string, body = "Hello"): Unlogged {
  return {
    audience: { kind: "room", roomId },
    event: {
      type: "message.created",
      message: {
        id: `${authorId}-${body}`,
        clientId: `${authorId}-${body}`,
        roomId,
        authorId,
        authorName: null,
        body,
        attachments: [],
        reactions: [],
        mentions: { userIds: [], room: false },
        threadRootId: null,
        thread: null,
        quotedId: null,
        pinned: null,
        seq: 1,
        createdAt: at,
        editedAt: null,
        deletedAt: null,
      },
      thread: null,
    },
  };
}

export function forAll(name = "Snug"): Unlogged {
  return {
    audience: { kind: "all" },
    event: {
      type: "workspace.updated",
      workspace: workspaceSchema.parse({
        name,
        logoUrl: null,
        openSignUp: false,
        firstRoomId: null,
        demo: false,
        membersAddEmoji: false,
      }),
    },
  };
}

export function signedOut(userId: string, ...sessionIds: string[]): Unlogged {
  return {
    audience: { kind: "user", userId },
    event: { type: "session.revoked", sessionIds },
  };
}

export function presenceChosen(userId: string, mode: PresenceMode): Unlogged {
  return {
    audience: { kind: "user", userId },
    event: {
      type: "account.updated",
      me: { id: userId, email: null, presence: { mode, until: null } },
    },
  };
}

export function accountStatus(userId: string, status: AccountStatus): Unlogged {
  return {
    audience: { kind: "all" },
    event: { type: "user.updated", user: sampleUser(userId, { status }) },
  };
}
