import { UserPlus } from "lucide-react";
import { useMe, useUsers } from "../../../react/index.ts";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { RoomIcon } from "./RoomIcon.tsx";
import { othersIn } from "./roomTitle.ts";
import { useRoomTitle } from "./useRoomTitle.ts";
import styles from "./RoomStart.module.css";

interface RoomStartProps {
  room: JoinedRoom;
  /** Absent where nobody can be added. */
  onAddPeople?: () => void;
}

/** What stands before the first message of a room. */
export function RoomStart({ room, onAddPeople }: RoomStartProps) {
  const title = useRoomTitle(room);
  const users = useUsers();
  const me = useMe();
  if (room.kind === "direct") {
    const people = othersIn(room, me.id).flatMap((id) => users.get(id) ?? []);
    return (
      <div className={styles.start}>
        <div className={styles.faces}>
          {people.map((user) => (
            <Avatar key={user.id} user={user} size={36} />
          ))}
        </div>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.words}>Only the people in this conversation can read it.</p>
      </div>
    );
  }
  return (
    <div className={styles.start}>
      <span className={styles.icon}>
        <RoomIcon room={room} />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.words}>{room.topic || "This is where the room begins."}</p>
      {room.kind === "private" && (
        <p className={styles.words}>Only people who were added can read it.</p>
      )}
      {onAddPeople && (
        <div className={styles.action}>
          <Button size="small" icon={<UserPlus />} onClick={onAddPeople}>
            Add people
          </Button>
        </div>
      )}
    </div>
  );
}
