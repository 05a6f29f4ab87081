import type { LogEvent, Snapshot } from "../../shared/events.ts";
import type {
  BrowsedRoom,
  JoinedRoom,
  Member,
  MemberRole,
  Room,
  RoomPreferences,
} from "../../shared/rooms.ts";
import type { SearchPage } from "../../shared/search.ts";
import type { SearchQuery } from "../../shared/searchQuery.ts";
import type {
  Account,
  AccountStatus,
  CustomStatus,
  ProfileUpdate,
  Role,
  User,
} from "../../shared/users.ts";
import type { Workspace, WorkspaceUpdate } from "../../shared/workspace.ts";
import type { Avatars } from "./avatars.ts";
import type { Emoji } from "./emoji.ts";
import type { Files } from "./files.ts";
import type { Imports } from "./imports.ts";
import type { Messages } from "./messages.ts";
import type { BotCommands, Bots, IncomingWebhooks, OutgoingWebhooks, Tokens } from "./programs.ts";
import type { Drafts, Threads } from "./personal.ts";
import type { Sessions } from "./sessions.ts";
import type { Statuses } from "./statuses.ts";

export type { EmojiImage, NewEmoji } from "./emoji.ts";
export type { Files, NewUpload } from "./files.ts";
export type { ImportedMessage, Imports } from "./imports.ts";
export type { Messages, NewMessage } from "./messages.ts";
export type {
  Attempt,
  DueDelivery,
  NewBot,
  NewIncomingWebhook,
  NewOutgoingWebhook,
  NewToken,
} from "./programs.ts";
export type { Sessions, StoredSession } from "./sessions.ts";
export type { Statuses } from "./statuses.ts";

/**
 * The durable port. Every method is one atomic unit named after its intent; arguments and results are
 * plain data, so that an implementation may run in another thread or on another machine. No transaction,
 * SQL or driver type crosses it.
 *
 * Writes resolve when they would survive power loss [RT3] and after their events were handed to
 * `onCommit` listeners. A write by an actor looks the room or message up among what the actor may see:
 * what is not there throws `NOT_FOUND`. Other refusals throw a `SnugError` with the code named here.
 * What a role may do is decided by the services; races that would break an invariant (a name taken, the
 * last owner gone) are decided here.
 */
export interface Store
  extends
    Log,
    Workspaces,
    Users,
    Avatars,
    Statuses,
    Sessions,
    Tokens,
    Bots,
    BotCommands,
    IncomingWebhooks,
    OutgoingWebhooks,
    Links,
    Rooms,
    Messages,
    Threads,
    Drafts,
    Searches,
    Emoji,
    Files,
    Imports,
    AsyncDisposable {}

/** Who an event is for; what decides delivery, live and on replay [RT7]. */
export type Audience =
  | { kind: "all" }
  | { kind: "room"; roomId: string }
  | { kind: "user"; userId: string };

/** An event in the log. `json` is its one encoding [RT11]. */
export interface LoggedEvent {
  seq: number;
  audience: Audience;
  event: LogEvent;
  json: string;
}

export interface LogState {
  epoch: string;
  /** Seq of the newest event; 0 in an empty log. */
  head: number;
  /** Cursors below this are too old to resume from; a cursor at `oldest` or above can [RT6]. */
  oldest: number;
}

export interface Log {
  logState(): Promise<LogState>;
  /** Called after each commit of this store with its events, in seq order, without gaps among them. */
  onCommit(listener: (events: readonly LoggedEvent[]) => void): () => void;
  /** The whole log after `seq`, for the hub; also what other processes committed. */
  eventsAfter(seq: number, limit: number): Promise<LoggedEvent[]>;
  /**
   * The log after `seq` as `userId` may see it now [RT7]: events for all, for them, and of rooms that
   * they are a member of at this moment. `through` is the seq up to which the log was searched: at
   * least the last event's, and the head when there are fewer than `limit`.
   */
  eventsFor(
    userId: string,
    after: number,
    limit: number,
  ): Promise<{ events: LoggedEvent[]; through: number }>;
  /** Everything `userId` may see, and the cursor it is true at, in one read [RT12]. */
  snapshot(userId: string): Promise<Snapshot>;
  /** Every membership, and the seq that the list is true at: what the hub routes by. */
  memberships(): Promise<{ seq: number; members: { userId: string; roomId: string }[] }>;
  /** Forgets events up to `seq`; messages and rooms stay. */
  pruneLog(seq: number): Promise<void>;
}

export interface Workspaces {
  /** `null` until it is set up. */
  workspace(): Promise<Workspace | null>;
  /** Workspace, owner and first room in one. Throws `ALREADY_SET_UP`. */
  setUpWorkspace(setUp: {
    workspaceName: string;
    demo: boolean;
    owner: NewUser;
    room: { name: string; topic: string; welcome: string };
  }): Promise<{ owner: User; roomId: string }>;
  updateWorkspace(update: WorkspaceUpdate): Promise<Workspace>;
}

export interface NewUser {
  username: string;
  displayName: string;
  email: string | null;
  /** `null`: signs in by a one-time link only. */
  passwordHash: string | null;
  role: Role;
  /** Absent or `null`: not known. */
  timeZone?: string | null;
}

/** What signing in needs to know. */
export interface Credentials {
  user: User;
  email: string | null;
  passwordHash: string | null;
}

export interface Users {
  user(userId: string): Promise<User | null>;
  /** By e-mail or username, without regard to case. */
  credentials(login: string): Promise<Credentials | null>;
  credentialsOf(userId: string): Promise<Credentials | null>;
  accounts(): Promise<Account[]>;
  /**
   * Uses up an invite when one is given (`INVITE_INVALID` when it is unknown, expired or used up), adds
   * the user to the invite's rooms and, unless a guest or bot, to the workspace's first room.
   * Throws `USERNAME_TAKEN`, `EMAIL_TAKEN`.
   */
  createUser(user: NewUser, inviteToken: string | null): Promise<User>;
  /** Throws `USERNAME_TAKEN`. */
  updateProfile(
    userId: string,
    update: ProfileUpdate & { customStatus?: CustomStatus | null | undefined },
  ): Promise<User>;
  /** Throws `EMAIL_TAKEN`. */
  setEmail(userId: string, email: string): Promise<void>;
  /** Throws `LAST_OWNER`. */
  setRole(userId: string, role: Role): Promise<User>;
  /** Anything but `active` revokes every session and token. Throws `LAST_OWNER`. */
  setAccountStatus(userId: string, status: AccountStatus): Promise<User>;
  /** Revokes every session but the one kept, and every token. */
  setPassword(userId: string, passwordHash: string, keepSessionId: string | null): Promise<void>;
}

export interface StoredInvite {
  id: string;
  token: string;
  role: "member" | "guest";
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  maxUses: number | null;
  uses: number;
  roomIds: string[];
}

export interface Links {
  createInvite(invite: Omit<StoredInvite, "id" | "createdAt" | "uses">): Promise<StoredInvite>;
  /** Those that can still be used, newest first. */
  invites(): Promise<StoredInvite[]>;
  /** `null` when it can no longer be used. */
  inviteByToken(token: string): Promise<StoredInvite | null>;
  revokeInvite(inviteId: string): Promise<void>;
  /** Replaces an earlier link of the user. */
  createOneTimeLink(userId: string, tokenHash: string, expiresAt: string): Promise<void>;
  /** `null` when unknown, used or expired. */
  oneTimeLinkUser(tokenHash: string): Promise<User | null>;
  /** Sets the password, revokes every session and token and burns the link. Throws `LINK_INVALID`. */
  useOneTimeLink(tokenHash: string, passwordHash: string): Promise<User>;
}

export interface Rooms {
  /** With `asMember`, only a room that `userId` is in; else also a public one (never for a guest or bot). */
  room(userId: string, roomId: string, scope: "member" | "visible"): Promise<Room | null>;
  memberRole(userId: string, roomId: string): Promise<MemberRole | null>;
  /** Public rooms, and one's own private ones; for a guest or bot only their own. By name. */
  browseRooms(userId: string, archived: boolean): Promise<BrowsedRoom[]>;
  members(roomId: string): Promise<Member[]>;
  /** Every room of every kind, for whoever runs the machine. Oldest first. */
  allRooms(): Promise<Room[]>;
  joinedRoom(userId: string, roomId: string): Promise<JoinedRoom | null>;
  /** The creator becomes its admin. Throws `ROOM_NAME_TAKEN`; unknown user ids are `NOT_FOUND`. */
  createRoom(room: {
    kind: "public" | "private";
    name: string;
    topic: string;
    createdBy: string;
    userIds: string[];
  }): Promise<JoinedRoom>;
  /** The room of exactly these people (the opener among them), found or made. */
  openDirect(openedBy: string, userIds: string[]): Promise<JoinedRoom>;
  /** Adds whoever is not in it yet; joins and invitations alike. New members start at the room's end. */
  addMembers(roomId: string, userIds: string[]): Promise<void>;
  /** When the last admin goes, the longest-standing member becomes admin. */
  removeMember(roomId: string, userId: string, reason: "left" | "removed"): Promise<void>;
  setMemberRole(roomId: string, userId: string, role: MemberRole): Promise<void>;
  /** Setting what is set writes nothing. */
  setPreferences(
    userId: string,
    roomId: string,
    update: { [Name in keyof RoomPreferences]?: RoomPreferences[Name] | undefined },
  ): Promise<void>;
  /** Throws `ROOM_NAME_TAKEN`. */
  updateRoom(roomId: string, update: { name?: string; topic?: string }): Promise<Room>;
  archiveRoom(roomId: string, archived: boolean): Promise<Room>;
  /** With its messages, for good. */
  deleteRoom(roomId: string): Promise<void>;
  /** Sets the read mark to `seq`, forwards only unless `backwards`; past the end means the end. */
  markRead(
    userId: string,
    roomId: string,
    seq: number,
    backwards: boolean,
  ): Promise<{ readSeq: number; unreadCount: number; mentionCount: number }>;
}

export interface MessageSearch {
  query: SearchQuery;
  /** What its dates mean: from a time on, and up to before another. */
  since: string | null;
  until: string | null;
  /** Only messages with a lower seq; `null`: the newest. */
  before: number | null;
  limit: number;
}

export interface Searches {
  /**
   * The messages that fit among those that `userId` may see: in their rooms, and in public ones unless
   * they are a guest. Any query has an answer. However many messages there are, a page costs its length
   * and what a bounded look through the index costs; it may be short and still have a next.
   */
  search(userId: string, search: MessageSearch): Promise<SearchPage>;
}
