import { UserPlus } from "lucide-react";
import { errorDetails } from "../../../../client/index.ts";
import { trpc, useMe, useUsers } from "../../../../react/index.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { managesRoom } from "../permissions.ts";
import { MemberRow } from "./MemberRow.tsx";
import styles from "./MemberList.module.css";

interface MemberListProps {
  room: JoinedRoom;
  onOpenProfile: (userId: string, anchor: Element) => void;
  /** Absent where nobody can be added. */
  onAddPeople?: () => void;
}

/** Who is in a room, by name. */
export function MemberList({ room, onOpenProfile, onAddPeople }: MemberListProps) {
  const members = trpc.rooms.members.useQuery({ roomId: room.id });
  const users = useUsers();
  const me = useMe();
  const manages = managesRoom(me, room);
  const sorted = members.data?.toSorted((a, b) =>
    (users.get(a.userId)?.displayName ?? "").localeCompare(users.get(b.userId)?.displayName ?? ""),
  );
  return (
    <section aria-label="Members">
      <header className={styles.head}>
        <h3 className={styles.title}>
          People <span className={styles.count}>{room.memberCount}</span>
        </h3>
        {onAddPeople && (
          <IconButton size="small" label="Add people" icon={<UserPlus />} onClick={onAddPeople} />
        )}
      </header>
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
