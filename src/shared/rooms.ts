import { z } from "zod";
import { draftSchema } from "./drafts.ts";
import { idSchema, seqSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";

export const roomKindSchema = z.enum(["public", "private", "direct"]);
/** Who can find a room and come in. */
export type RoomKind = z.infer<typeof roomKindSchema>;

export const memberRoleSchema = z.enum(["admin", "member"]);
/** What someone may do in one room. */
export type MemberRole = z.infer<typeof memberRoleSchema>;

export const notifyLevelSchema = z.enum(["everything", "mentions", "nothing"]);
/** Of what in a room one wants to be notified. */
export type NotifyLevel = z.infer<typeof notifyLevelSchema>;

/** How one wants to have a room, on all one's devices. */
export const roomPreferencesSchema = z.object({
  /** What one is notified of, and what counts as unread. */
  notify: notifyLevelSchema,
  /** Nothing of it counts or is notified, mentions included, whatever the level. */
  muted: z.boolean(),
  /** Out of the list of rooms, until there is something to read in it by the above. */
  hidden: z.boolean(),
  /** Whether it stands above the others in one's list. */
  favourite: z.boolean(),
});
export type RoomPreferences = z.infer<typeof roomPreferencesSchema>;

/** `rooms.setPreferences`: what is left out stays as it is. */
export const roomPreferencesUpdateSchema = roomPreferencesSchema
  .partial()
  .extend({ roomId: idSchema });
export type RoomPreferencesUpdate = z.infer<typeof roomPreferencesUpdateSchema>;

/** One line, any script; shown as typed, unique without regard to case among public and private rooms. */
export const roomNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(limits.roomName)
  .regex(/^[^\p{C}]+$/u, "Use one line of text.");
export const roomTopicSchema = z.string().trim().max(limits.roomTopic);

export const roomSchema = z.object({
  id: idSchema,
  kind: roomKindSchema,
  /** Empty for a direct room, which is named after its people. */
  name: z.string(),
  topic: z.string(),
  createdBy: idSchema.nullable(),
  createdAt: timeSchema,
  archivedAt: timeSchema.nullable(),
  memberCount: z.number().int(),
  /** Everyone in a direct room, oneself included; empty for the other kinds (see `rooms.members`). */
  directUserIds: z.array(idSchema),
});
/** A room as everyone who may see it does. */
export type Room = z.infer<typeof roomSchema>;

/** A user in a room, as others see it. */
export const memberSchema = z.object({
  userId: idSchema,
  role: memberRoleSchema,
  joinedAt: timeSchema,
});
export type Member = z.infer<typeof memberSchema>;

/** One's own membership. */
export const membershipSchema = roomPreferencesSchema.extend({
  role: memberRoleSchema,
  joinedAt: timeSchema,
  /** Everything up to here has been read. */
  readSeq: seqSchema,
  /** Messages after `readSeq` that stand in the timeline (replies and deleted ones do not count). */
  unreadCount: z.number().int(),
  /** Messages and replies of others after `readSeq` that mention one or everyone. */
  mentionCount: z.number().int(),
  /** Messages of this room that one has saved, saved last last. */
  savedIds: z.array(idSchema),
  /** Threads that one follows and that hold something new, by id. */
  unreadThreadIds: z.array(idSchema).default([]),
  /** What one began to write here, by `rootId`. */
  drafts: z.array(draftSchema).default([]),
});
export type Membership = z.infer<typeof membershipSchema>;

/** A room that one is in. */
export const joinedRoomSchema = roomSchema.extend({
  /** How one is in it oneself. */
  membership: membershipSchema,
  /** Of the last message ever posted to the timeline; 0 and `null` in a room without any. */
  lastMessageSeq: seqSchema,
  /** An ISO time; `null` in a room without any. */
  lastMessageAt: timeSchema.nullable(),
});
export type JoinedRoom = z.infer<typeof joinedRoomSchema>;

/** What is unread of one's rooms; only of those where something is. */
export const unreadSchema = z.object({
  /** In all rooms together. */
  unreadCount: z.number().int(),
  /** In all rooms together. */
  mentionCount: z.number().int(),
  /** Room by room. */
  rooms: z.array(
    membershipSchema.pick({ readSeq: true, unreadCount: true, mentionCount: true }).extend({
      roomId: idSchema,
      /** Of the last message in its timeline. */
      lastMessageSeq: seqSchema,
    }),
  ),
});
export type Unread = z.infer<typeof unreadSchema>;

export const roomCreateSchema = z.object({
  kind: z.enum(["public", "private"]),
  name: roomNameSchema,
  topic: roomTopicSchema.default(""),
  /** Who is in it from the start, beside oneself. */
  userIds: z.array(idSchema).max(limits.inviteesAtOnce).default([]),
});
/** What makes a room. */
export type RoomCreate = z.infer<typeof roomCreateSchema>;

/** `rooms.openDirect`: the others; one room per set of people, found or made. */
export const openDirectSchema = z.object({
  /** The others, by id. */
  userIds: z
    .array(idSchema)
    .min(1)
    .max(limits.directMembers - 1),
});

export const roomUpdateSchema = z.object({
  roomId: idSchema,
  name: roomNameSchema.optional(),
  topic: roomTopicSchema.optional(),
});
/** What is to change about a room; what is left out stays. */
export type RoomUpdate = z.infer<typeof roomUpdateSchema>;

/** A line of the browse view. */
export const browsedRoomSchema = roomSchema.extend({
  /** Whether one is in it. */
  joined: z.boolean(),
});
export type BrowsedRoom = z.infer<typeof browsedRoomSchema>;
