import { z } from "zod";
import { idSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";

export const presenceSchema = z.enum(["online", "away", "dnd", "offline"]);
/** Whether someone is there, as others see it. */
export type Presence = z.infer<typeof presenceSchema>;

/** What someone chose; `auto` follows their devices. */
export const presenceModeSchema = z.enum(["auto", "away", "dnd"]);
export type PresenceMode = z.infer<typeof presenceModeSchema>;

/** The choice, and when it ends by itself; `auto` has no end. */
export const chosenPresenceSchema = z.object({
  /** What one chose. */
  mode: presenceModeSchema,
  /** When it ends by itself, an ISO time; `null`: it does not. */
  until: timeSchema.nullable(),
});
export type ChosenPresence = z.infer<typeof chosenPresenceSchema>;

/** From now, by the server's clock; `null`: until it is changed. */
export const forSecondsSchema = z.number().int().min(1).max(limits.statusSeconds).nullable();

export const setModeSchema = z.object({
  /** What one chooses. */
  mode: presenceModeSchema,
  /** How long, by the server's clock; `null`: until one chooses again. */
  forSeconds: forSecondsSchema.default(null),
});
/** How one wants to be seen while one is there. */
export type SetMode = z.infer<typeof setModeSchema>;

/** A device is one running client; it mints its id when it starts. Several devices are one person. */
export const deviceIdSchema = z.string().min(8).max(64);

export const presenceUpdateSchema = z.object({
  deviceId: deviceIdSchema,
  /** Whether someone used this device in the last minutes. */
  active: z.boolean(),
});

export const typingSchema = z.object({
  roomId: idSchema,
  /** `false`: one has stopped. */
  typing: z.boolean(),
});

/** Who is there, and who is typing in one's rooms, at one moment. */
export const presenceNowSchema = z.object({
  /** The server's time: what a client holds against times that others set. */
  at: timeSchema,
  /** Everyone who is not offline. */
  presence: z.record(idSchema, presenceSchema),
  /** Who is typing where. */
  typing: z.array(z.object({ roomId: idSchema, userId: idSchema })),
});
export type PresenceNow = z.infer<typeof presenceNowSchema>;

/** [RT8] Items of `presence.watch`: one snapshot, then changes. Lossy by design, never in the log. */
export const presenceItemSchema = z.discriminatedUnion("type", [
  presenceNowSchema.extend({ type: z.literal("snapshot") }),
  z.object({
    type: z.literal("presence"),
    userId: idSchema,
    /** What they are from now on. */
    presence: presenceSchema,
  }),
  z.object({
    type: z.literal("typing"),
    roomId: idSchema,
    userId: idSchema,
    /** `false`: they have stopped. */
    typing: z.boolean(),
  }),
]);
export type PresenceItem = z.infer<typeof presenceItemSchema>;
