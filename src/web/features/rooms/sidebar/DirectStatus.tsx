import { useCustomStatus, useMe, useUser } from "../../../../react/index.ts";
import type { Room } from "../../../../shared/rooms.ts";
import { StatusEmoji } from "../../../ui/StatusEmoji.tsx";
import { othersIn } from "../roomTitle.ts";

/** The status of the other one in a talk between two. */
export function DirectStatus({ room }: { room: Pick<Room, "directUserIds"> }) {
  const me = useMe();
  const [other = "", ...more] = othersIn(room, me.id);
  const status = useCustomStatus(useUser(other));
  return more.length > 0 ? null : <StatusEmoji status={status} />;
}
