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
const readMark = inRoom.extend({ seq: seqSchema });
const readState = membershipSchema.pick({ readSeq: true, unreadCount: true, mentionCount: true });

export const roomsRouter = router({
  get: procedure
    .input(inRoom)
    .output(roomSchema)
    .query(({ ctx, input }) => ctx.services.rooms.get(ctx.viewer.user, input.roomId)),

  browse: procedure
    .input(z.object({ archived: z.boolean().default(false) }))
    .output(z.array(browsedRoomSchema))
    .query(({ ctx, input }) => ctx.services.rooms.browse(ctx.viewer.user, input.archived)),

  members: procedure
    .input(inRoom)
    .output(z.array(memberSchema))
    .query(({ ctx, input }) => ctx.services.rooms.members(ctx.viewer.user, input.roomId)),

  create: procedure
    .input(roomCreateSchema)
    .output(joinedRoomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.create(ctx.viewer.user, input)),

  openDirect: procedure
    .input(openDirectSchema)
    .output(joinedRoomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.openDirect(ctx.viewer.user, input.userIds)),

  update: procedure
    .input(roomUpdateSchema)
    .output(roomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.update(ctx.viewer.user, input)),

  join: procedure
    .input(inRoom)
    .output(joinedRoomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.join(ctx.viewer.user, input.roomId)),

  leave: procedure
    .input(inRoom)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.leave(ctx.viewer.user, input.roomId);
      return ok;
    }),

  invite: procedure
    .input(inRoom.extend({ userIds: z.array(idSchema).min(1).max(limits.inviteesAtOnce) }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.invite(ctx.viewer.user, input);
      return ok;
    }),

  remove: procedure
    .input(inRoom.extend({ userId: idSchema }))
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.remove(ctx.viewer.user, input);
      return ok;
    }),

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

  archive: procedure
    .input(inRoom.extend({ archived: z.boolean() }))
    .output(roomSchema)
    .mutation(({ ctx, input }) => ctx.services.rooms.archive(ctx.viewer.user, input)),

  delete: procedure
    .input(inRoom)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.rooms.delete(ctx.viewer.user, input.roomId);
      return ok;
    }),

  unread: procedure
    .output(unreadSchema)
    .query(({ ctx }) => ctx.services.rooms.unread(ctx.viewer.user)),

  markRead: procedure
    .input(readMark)
    .output(readState)
    .mutation(({ ctx, input }) => ctx.services.rooms.markRead(ctx.viewer.user, input)),

  markUnread: procedure
    .input(readMark)
    .output(readState)
    .mutation(({ ctx, input }) => ctx.services.rooms.markUnread(ctx.viewer.user, input)),
});
