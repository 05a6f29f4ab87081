import type { MessageVersion } from "../../../../shared/messages.ts";
import type { Database } from "../database.ts";

export interface VersionsRequest {
  messageId: string;
  limit: number;
}

/** What a message says, and what it said before, newest first. */
export function messageVersions(
  db: Database,
  { messageId, limit }: VersionsRequest,
): MessageVersion[] {
  const current = db
    .prepare<[string], MessageVersion>(
      `SELECT body, coalesce(edited_at, created_at) AS writtenAt FROM messages
       WHERE id = ? AND deleted_at IS NULL`,
    )
    .get(messageId);
  if (!current) return [];
  const earlier = db
    .prepare<[string, number], MessageVersion>(
      `SELECT body, written_at AS writtenAt FROM message_versions
       WHERE message_id = ? ORDER BY seq DESC LIMIT ?`,
    )
    .all(messageId, limit - 1);
  return [current, ...earlier];
}
