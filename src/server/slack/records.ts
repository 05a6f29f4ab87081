import { z } from "zod";

/**
 * The records of an export, as far as they are read. Slack documents few of them and changed most over
 * the years: what a record cannot be understood without is required, the rest is dropped where it is
 * not what it should be, so that one odd field costs no message.
 */

const text = optional(z.string());
const flag = optional(z.boolean());
/** Seconds since 1970, as a number or in a string. */
const seconds = optional(z.union([z.string(), z.number()]));

export const timestampSchema = z
  .union([z.string(), z.number().transform(String)])
  .pipe(z.string().regex(/^\d{1,12}(?:\.\d{1,9})?$/));

export const slackUserSchema = z.object({
  id: z.string().min(1),
  team_id: text,
  name: text,
  real_name: text,
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  tz: text,
  profile: optional(
    z.object({ display_name: text, real_name: text, email: text, title: text, bot_id: text }),
  ),
});
export type SlackUser = z.infer<typeof slackUserSchema>;

export const slackRoomSchema = z.object({
  id: z.string().min(1),
  name: text,
  created: seconds,
  creator: text,
  is_archived: flag,
  members: listOf(z.string()),
  topic: optional(z.object({ value: text })),
  purpose: optional(z.object({ value: text })),
});
export type SlackRoom = z.infer<typeof slackRoomSchema>;

const fileSchema = z.object({
  id: text,
  name: text,
  title: text,
  mode: text,
  user: text,
  permalink: text,
  is_external: flag,
  url_private: text,
  initial_comment: optional(z.object({ comment: text })),
});
export type SlackFile = z.infer<typeof fileSchema>;

export const attachmentSchema = z.object({
  pretext: text,
  author_name: text,
  title: text,
  title_link: text,
  text,
  fallback: text,
  footer: text,
  image_url: text,
  fields: listOf(z.object({ title: text, value: text })),
  mrkdwn_in: optional(z.array(z.string())),
  blocks: listOf(z.unknown()),
  from_url: text,
  original_url: text,
  is_msg_unfurl: flag,
  is_share: flag,
});
export type SlackAttachment = z.infer<typeof attachmentSchema>;

export const slackMessageSchema = z.object({
  ts: timestampSchema,
  type: text,
  subtype: text,
  thread_ts: optional(timestampSchema),
  user: text,
  bot_id: text,
  username: text,
  text,
  hidden: flag,
  blocks: listOf(z.unknown()),
  attachments: listOf(attachmentSchema),
  files: listOf(fileSchema),
  file: optional(fileSchema),
  comment: optional(z.object({ user: text, comment: text })),
  edited: optional(z.object({ ts: timestampSchema })),
  reactions: listOf(z.object({ name: z.string(), users: listOf(z.string()) })),
  user_profile: optional(z.object({ name: text, display_name: text, real_name: text })),
  bot_profile: optional(z.object({ name: text })),
});
export type SlackMessage = z.infer<typeof slackMessageSchema>;

function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

/** The items that fit; none of what is no list. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((item) => {
        const parsed = schema.safeParse(item);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}
