import { z } from "zod";

import { idSchema, seqSchema } from "../../shared/ids.ts";
import { limits } from "../../shared/limits.ts";
import {
  browsedRoomSchema,
  joinedRoomSchema,
  memberRoleSchema,
  memberSchema,
  membershipSchema,
  openDirectSchema,
  roomCreateSchema,
  roomPreferencesUpdateSchema,
  roomSchema,
  roomUpdateSchema,
  unreadSchema,
} from "../../shared/rooms.ts";
import { ok, okSchema, procedure, router } from "./trpc.ts";

const inRoom = z.object({ roomId: idSchema });
const readMark = inRoom.extend({
  /** A message's: up to it when one has read, from it on when one has not. */
  seq: seqSchema,
});
const readState = membershipSchema.pick({ readSeq: true, unreadCount: true, mentionCount: true });

export const roomsRouter = router({
  /** A room that one may see, by id. */
  get: procedure
    .input(inRoom)
    .output(roomSchema)
    .query(({ ctx, input }) => ctx.services.rooms.get(ctx.viewer.user, input.roomId)),

  /** The rooms that one can find: public ones, and one's own private ones. */
  browse: procedure
    .input(
      z.object({
        /** Whether to list the archived ones, and not the others. */
        archived: z.boolean().default(false),
      }),
    )
    .output(z.array(browsedRoomSchema))
    .query(({ ctx, input }) => ctx.services.rooms.browse(ctx.viewer.user, input.archived)),

  /** Who is in a room. */
  members: procedure
    .input(inRoom)
    .output(z.array(memberSchema))
    .query(({ ctx, input }) => ctx.services.rooms.members(ctx.viewer.user, input.roomId)),

  /** Makes a room, of which one is the admin. `ROOM_NAME_TAKEN` when there is one of that name. */
  create: procedure
    .input(roomCreateSchema)
    .output(joinedRoomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.create(ctx.viewer.user, input)),

  /** Finds or opens the direct room of oneself and these people. */
  openDirect: procedure
    .input(openDirectSchema)
    .output(joinedRoomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.openDirect(ctx.viewer.user, input.userIds)),

  /** Changes a room's name or topic. What is left out stays. */
  update: procedure
    .input(roomUpdateSchema)
    .output(roomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.update(ctx.viewer.user, input)),

  /** Comes into a public room. */
  join: procedure
    .input(inRoom)
    .output(joinedRoomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.join(ctx.viewer.user, input.roomId)),

  /** Goes out of a room. Nothing of it is heard any more. */
  leave: procedure
    .input(inRoom)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.leave(ctx.viewer.user, input.roomId);
      return ok;
    }),

  /** Adds people to a room that one is in. Who is there already stays. */
  invite: procedure
    .input(
      inRoom.extend({
        /** Who is added, by id. */
        userIds: z.array(idSchema).min(1).max(limits.inviteesAtOnce),
      }),
    )
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.invite(ctx.viewer.user, input);
      return ok;
    }),

  /** Takes someone out of a room that one manages. */
  remove: procedure
    .input(inRoom.extend({ userId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.remove(ctx.viewer.user, input);
      return ok;
    }),

  /** Makes someone an admin of a room, or a member again. */
  setMemberRole: procedure
    .input(inRoom.extend({ userId: idSchema, role: memberRoleSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.setMemberRole(ctx.viewer.user, input);
      return ok;
    }),

  /** One's own, told to one's other devices by an event. */
  setPreferences: procedure
    .input(roomPreferencesUpdateSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.setPreferences(ctx.viewer.user, input);
      return ok;
    }),

  /** Closes a room to new messages, or opens it again; what was said stays. */
  archive: procedure
    .input(
      inRoom.extend({
        /** `false` takes it back. */
        archived: z.boolean(),
      }),
    )
    .output(roomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.archive(ctx.viewer.user, input)),

  /** Deletes a room with all that was said in it, for good. */
  delete: procedure
    .input(inRoom)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.delete(ctx.viewer.user, input.roomId);
      return ok;
    }),

  /** What is unread, by room and in all. */
  unread: procedure
    .output(unreadSchema)
    .query(({ ctx }) => ctx.services.rooms.unread(ctx.viewer.user)),

  /** Marks a room as read up to a seq; never back. */
  markRead: procedure
    .input(readMark)
    .output(readState)
    .mutation(({ ctx, input }) => ctx.services.rooms.markRead(ctx.viewer.user, input)),

  /** Marks a room as unread from a message on. */
  markUnread: procedure
    .input(readMark)
    .output(readState)
    .mutation(({ ctx, input }) => ctx.services.rooms.markUnread(ctx.viewer.user, input)),
});
