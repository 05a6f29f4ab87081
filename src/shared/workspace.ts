import { z } from "zod";
import { fileKinds } from "./fileKinds.ts";
import { fileKindSchema } from "./files.ts";
import { idSchema } from "./ids.ts";
import { limits } from "./limits.ts";

export const workspaceNameSchema = z.string().trim().min(1).max(limits.workspaceName);

export const workspaceSchema = z.object({
  name: workspaceNameSchema,
  /** Where its picture is; `null` while it has none. */
  logoUrl: z.string().nullable(),
  /** Whether anyone who reaches the server may sign up without an invite. */
  openSignUp: z.boolean(),
  /** The room that everyone who is not a guest joins on signing up. */
  firstRoomId: idSchema.nullable(),
  /** Filled by `snug demo`; the interface says so. */
  demo: z.boolean(),
  /** Bytes that one file may have. Events from before there were uploads have none of this. */
  uploadBytes: z.number().int().default(limits.uploadBytes.default),
  /** What may be uploaded; with none of them, nothing. */
  uploadKinds: z.array(fileKindSchema).default([...fileKinds]),
  /** Whether members add emoji too, and not only admins. */
  membersAddEmoji: z.boolean().default(false),
});
/** What everyone may know of the workspace. */
export type Workspace = z.infer<typeof workspaceSchema>;

export const workspaceUpdateSchema = z.object({
  name: workspaceNameSchema.optional(),
  openSignUp: z.boolean().optional(),
  membersAddEmoji: z.boolean().optional(),
  uploadBytes: z.number().int().min(1).max(limits.uploadBytes.max).optional(),
  uploadKinds: z
    .array(fileKindSchema)
    .transform((kinds) => fileKinds.filter((kind) => kinds.includes(kind)))
    .optional(),
});
/** What is to change about the workspace; what is left out stays. */
export type WorkspaceUpdate = z.infer<typeof workspaceUpdateSchema>;
