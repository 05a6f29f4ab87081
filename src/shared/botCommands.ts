import { z } from "zod";
import { clientIdSchema, idSchema, timeSchema } from "./ids.ts";
import { limits } from "./limits.ts";

/** What follows the slash; lower case, so that it is found however it is written. */
export const commandNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(limits.commandName)
  .regex(/^\p{L}[\p{L}\p{N}-]*$/u, "Use letters, digits and dashes, a letter first.");

const line = z
  .string()
  .trim()
  .max(limits.commandText)
  .regex(/^[^\p{C}]*$/u, "Use one line of text.");

/** `/name` in the rooms that its bot is in. */
export const botCommandSchema = z.object({
  name: z.string(),
  /** What may follow the name, in words: "where to". Empty when nothing does. */
  takes: z.string(),
  /** What it does, in one line. */
  summary: z.string(),
  botId: idSchema,
});
export type BotCommand = z.infer<typeof botCommandSchema>;

/** Everything that a bot offers: what it offered before and does not name here is no more. */
export const botCommandsSetSchema = z.object({
  /** All of them. */
  commands: z
    .array(
      z.object({
        /** What follows the slash; lower case. */
        name: commandNameSchema,
        /** What may follow the name, in words: "where to". Empty when nothing does. */
        takes: line.default(""),
        /** What it does, in one line. */
        summary: line.pipe(z.string().min(1)),
      }),
    )
    .max(limits.commandsPerBot)
    .refine((commands) => new Set(commands.map(({ name }) => name)).size === commands.length, {
      message: "Name each command once.",
    }),
});
export type BotCommandsSet = z.infer<typeof botCommandsSetSchema>;

export const commandInvokeSchema = z.object({
  roomId: idSchema,
  /** [RT2] The same client id invokes once. */
  clientId: clientIdSchema,
  name: commandNameSchema,
  /** What follows the name. */
  text: z
    .string()
    .trim()
    .max(limits.messageBody)
    .overwrite((text) => text.toWellFormed())
    .default(""),
  threadRootId: idSchema.nullable().default(null),
});
/** Gives a command to the bot that offers it. */
export type CommandInvoke = z.infer<typeof commandInvokeSchema>;

/** Somebody wrote a command. */
export const invocationSchema = z.object({
  id: idSchema,
  roomId: idSchema,
  /** `null` where it was written in the room itself. */
  threadRootId: idSchema.nullable(),
  userId: idSchema,
  botId: idSchema,
  /** The command, without its slash. */
  name: z.string(),
  /** What followed the name; may be empty. */
  text: z.string(),
  createdAt: timeSchema,
});
export type Invocation = z.infer<typeof invocationSchema>;

export const commandAnswerSchema = z.object({
  invocationId: idSchema,
  /** Plain text, for who wrote the command alone. */
  body: z
    .string()
    .trim()
    .min(1)
    .max(limits.messageBody)
    .overwrite((body) => body.toWellFormed()),
});
/** What a bot answers to whoever gave a command. */
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;
