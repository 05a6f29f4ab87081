import type { Message, MessageVersion } from "../../../../shared/messages.ts";

/**
 * What a message said, newest first, with what it says now: an edit shows before the server has heard of
 * it, and its versions are asked for after that.
 */
export function versionsWith(
  { body, editedAt }: Pick<Message, "body" | "editedAt">,
  versions: MessageVersion[],
): MessageVersion[] {
  const isKnown = versions.some(({ writtenAt }) => writtenAt === editedAt);
  if (editedAt === null || isKnown || versions[0]?.body === body) return versions;
  return [{ body, writtenAt: editedAt }, ...versions];
}
