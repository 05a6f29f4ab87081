import { Hash, Lock, UsersRound } from "lucide-react";
import { useMe, usePresence, useUser } from "../../../react/index.ts";
import type { Room } from "../../../shared/rooms.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { othersIn } from "./roomTitle.ts";
import styles from "./RoomIcon.module.css";

/** What kind of room it is; for a talk between two, the other's face. */
export function RoomIcon({ room }: { room: Pick<Room, "kind" | "directUserIds"> }) {
  const me = useMe();
  const others = room.kind === "direct" ? othersIn(room, me.id) : [];
  const [only] = others.length > 0 ? others : [me.id];
  return (
    <span className={styles.icon}>
      {room.kind === "public" && <Hash />}
      {room.kind === "private" && <Lock />}
      {room.kind === "direct" &&
        (others.length > 1 || !only ? <UsersRound /> : <PersonIcon userId={only} />)}
    </span>
  );
}

function PersonIcon({ userId }: { userId: string }) {
  const user = useUser(userId);
  const presence = usePresence(userId);
  return (
    <Avatar user={user ?? { username: "", displayName: "Someone" }} size={20} presence={presence} />
  );
}
