import { UserPlus } from "lucide-react";
import { useState } from "react";
import { errorDetails } from "../../../../client/index.ts";
import { trpc, useMe, useUsers } from "../../../../react/index.ts";
import type { JoinedRoom, Member } from "../../../../shared/rooms.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { managesRoom } from "../permissions.ts";
import { MemberRow } from "./MemberRow.tsx";
import styles from "./MemberList.module.css";

interface MemberListProps {
  room: JoinedRoom;
  onOpenProfile: (userId: string, anchor: Element) => void;
  /** Absent where nobody can be added. */
  onAddPeople?: () => void;
}

/** From so many on, one does not want to look through them. */
const manyMembers = 10;

/** Who is in a room, by name. */
export function MemberList({ room, onOpenProfile, onAddPeople }: MemberListProps) {
  const members = trpc.rooms.members.useQuery({ roomId: room.id });
  const users = useUsers();
  const me = useMe();
  const manages = managesRoom(me, room);
  const [sought, setSought] = useState("");
  const nameOf = ({ userId }: Member) => users.get(userId)?.displayName ?? "";
  const wordsOf = ({ userId }: Member) => {
    const user = users.get(userId);
    return `${user?.displayName} ${user?.username}`.toLocaleLowerCase();
  };
  const sorted = members.data
    ?.filter((member) => wordsOf(member).includes(sought.trim().toLocaleLowerCase()))
    .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return (
    <section aria-label="Members">
      {onAddPeople && (
        <Button variant="ghost" icon={<UserPlus />} className={styles.add} onClick={onAddPeople}>
          Add people
        </Button>
      )}
      {room.memberCount > manyMembers && (
        <TextField
          label="Find members"
          labelHidden
          type="search"
          autoComplete="off"
          placeholder="Find members"
          className={styles.find}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      {members.error && (
        <ErrorMessage onRetry={() => void members.refetch()}>
          {errorDetails(members.error).message}
        </ErrorMessage>
      )}
      {members.isPending && (
        <div className={styles.placeholders} aria-busy="true">
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} height="1.5rem" width="70%" />
          ))}
        </div>
      )}
      {sorted?.length === 0 && <p className={styles.none}>Nobody of that name is in this room.</p>}
      {sorted && (
        <ul>
          {sorted.map((member) => (
            <MemberRow
              key={member.userId}
              room={room}
              member={member}
              manages={manages && member.userId !== me.id}
              onOpenProfile={onOpenProfile}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
