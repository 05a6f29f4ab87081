import type { SlackMessage } from "./records.ts";

/** Notices that Slack wrote into rooms, by what they tell. They are no one's words. */
const notices: Record<string, string[]> = {
  "notices of who joined or left a room": [
    "channel_join",
    "channel_leave",
    "group_join",
    "group_leave",
    "mpdm_move",
    "joiner_notification",
    "joiner_notification_for_inviter",
    "bot_add",
    "bot_remove",
    "bot_enable",
    "bot_disable",
    "app_conversation_join",
    "app_conversation_leave",
  ],
  "notices that a room was renamed, archived or described anew": [
    "channel_topic",
    "channel_purpose",
    "channel_name",
    "channel_archive",
    "channel_unarchive",
    "channel_convert_to_private",
    "channel_convert_to_public",
    "channel_posting_permissions",
    "channel_canvas_updated",
    "group_topic",
    "group_purpose",
    "group_name",
    "group_archive",
    "group_unarchive",
  ],
  "notices of pins, reminders and calls": [
    "pinned_item",
    "unpinned_item",
    "reminder_add",
    "reminder_delete",
    "huddle_thread",
    "sh_room_created",
    "bookmark_added",
    "dnd_updated",
  ],
  "deleted messages": ["tombstone", "message_deleted", "ekm_access_denied"],
  "copies of replies and of earlier versions": [
    "reply_broadcast",
    "message_changed",
    "message_replied",
  ],
};

const reasons = new Map(
  Object.entries(notices).flatMap(([reason, subtypes]) =>
    subtypes.map((subtype) => [subtype, reason] as const),
  ),
);

/** Why a message stays behind; `undefined` for one that comes along. */
export function reasonToLeaveOut(message: SlackMessage): string | undefined {
  if (message.type !== undefined && message.type !== "message")
    return "records that are no messages";
  return message.subtype === undefined ? undefined : reasons.get(message.subtype);
}
