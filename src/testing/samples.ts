import type { JoinedRoom, Membership } from "../shared/rooms.ts";
import type { User } from "../shared/users.ts";

const at = "2026-01-01T00:00:00.000Z";

/** A member, named by the id. */
export function sampleUser(id: string, more: Partial<User> = {}): User {
  return {
    id,
    username: id,
    displayName: id,
    bio: "",
    timeZone: null,
    avatarUrl: null,
    role: "member",
    status: "active",
    customStatus: null,
    createdAt: at,
    ...more,
  };
}

/** An open room without messages, named by the id, as one of its two members sees it. */
export function sampleRoom(
  id: string,
  more: Partial<JoinedRoom> = {},
  mine: Partial<Membership> = {},
): JoinedRoom {
  return {
    id,
    kind: "public",
    name: id,
    topic: "",
    createdBy: null,
    createdAt: at,
    archivedAt: null,
    memberCount: 2,
    directUserIds: [],
    lastMessageSeq: 0,
    lastMessageAt: null,
    ...more,
    membership: {
      role: "member",
      notify: "everything",
      muted: false,
      hidden: false,
      favourite: false,
      joinedAt: at,
      readSeq: 0,
      unreadCount: 0,
      mentionCount: 0,
      savedIds: [],
      unreadThreadIds: [],
      drafts: [],
      ...mine,
    },
  };
}
