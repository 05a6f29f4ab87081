import type { NotifyLevel } from "../../../shared/rooms.ts";

export const notifyLevels: readonly { value: NotifyLevel; label: string }[] = [
  { value: "everything", label: "Every message" },
  { value: "mentions", label: "Only mentions of me" },
  { value: "nothing", label: "Nothing" },
];
