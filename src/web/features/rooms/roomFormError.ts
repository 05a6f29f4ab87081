import type { ErrorDetails } from "../../../shared/errors.ts";

/** What is wrong with a room's name or topic, at its field, and what else is wrong. */
export function roomFormError(details: ErrorDetails | null): {
  name: string | null;
  topic: string | null;
  other: string | null;
} {
  if (!details) return { name: null, topic: null, other: null };
  const { code, message, fields } = details;
  if (code === "ROOM_NAME_TAKEN") return { name: message, topic: null, other: null };
  const name = fields?.name ?? null;
  const topic = fields?.topic ?? null;
  return { name, topic, other: name === null && topic === null ? message : null };
}
