import { z } from "zod";
import { idSchema } from "./ids.ts";
import { displayNameSchema, usernameSchema, userSchema } from "./users.ts";

/** A user that no person is: programs act as it by its tokens, in the rooms that it was added to. */
export const botSchema = z.object({
  user: userSchema,
  /** Who looks after it; `null` for one that came over by an import. */
  ownerId: idSchema.nullable(),
});
export type Bot = z.infer<typeof botSchema>;

export const botCreateSchema = z.object({
  displayName: displayNameSchema,
  username: usernameSchema,
});
/** What makes a bot. */
export type BotCreate = z.infer<typeof botCreateSchema>;

export const botUpdateSchema = botCreateSchema.partial().extend({ botId: idSchema });
/** What is to change about a bot; what is left out stays. */
export type BotUpdate = z.infer<typeof botUpdateSchema>;
