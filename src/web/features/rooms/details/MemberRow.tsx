import { MoreHorizontal, ShieldCheck, ShieldOff, UserMinus } from "lucide-react";
import { useState } from "react";
import { errorDetails } from "../../../../client/index.ts";
import { trpc, useCustomStatus, usePresence, useUser } from "../../../../react/index.ts";
import type { JoinedRoom, Member } from "../../../../shared/rooms.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Menu, MenuItem } from "../../../ui/Menu.tsx";
import { StatusEmoji } from "../../../ui/StatusEmoji.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { handsFocusOn } from "../../../ui/handsFocusOn.ts";
import styles from "./MemberRow.module.css";

interface MemberRowProps {
  room: JoinedRoom;
  member: Member;
  /** Whether one may change their role here and take them out. */
  manages: boolean;
  onOpenProfile: (userId: string, anchor: Element) => void;
}

export function MemberRow({ room, member, manages, onOpenProfile }: MemberRowProps) {
  const user = useUser(member.userId);
  const presence = usePresence(member.userId);
  const status = useCustomStatus(user);
  const [removing, setRemoving] = useState(false);
  const setRole = trpc.rooms.setMemberRole.useMutation();
  const name = user?.displayName ?? "Someone";
  const admin = member.role === "admin";
  return (
    <li ref={handsFocusOn} className={styles.row}>
      <button
        type="button"
        className={styles.person}
        onClick={(event) => onOpenProfile(member.userId, event.currentTarget)}
      >
        <Avatar user={user ?? { username: "", displayName: name }} size={24} presence={presence} />
        <span className={styles.name}>{name}</span>
        <StatusEmoji status={status} />
        {admin && <Tag>Admin</Tag>}
        {user?.role === "guest" && <Tag>Guest</Tag>}
        {user?.role === "bot" && <Tag>Bot</Tag>}
        {user && user.status !== "active" && <Tag>No longer here</Tag>}
      </button>
      {manages && (
        <Menu
          align="end"
          trigger={
            <IconButton
              size="small"
              label={`Actions for ${name}`}
              icon={<MoreHorizontal />}
              className={styles.more}
            />
          }
        >
          <MenuItem
            icon={admin ? <ShieldOff /> : <ShieldCheck />}
            onSelect={() =>
              setRole.mutate({
                roomId: room.id,
                userId: member.userId,
                role: admin ? "member" : "admin",
              })
            }
          >
            {admin ? "Make a member" : "Make an admin of this room"}
          </MenuItem>
          <MenuItem icon={<UserMinus />} tone="danger" onSelect={() => setRemoving(true)}>
            Remove from this room
          </MenuItem>
        </Menu>
      )}
      {setRole.error && <p className={styles.error}>{errorDetails(setRole.error).message}</p>}
      {removing && (
        <RemoveDialog
          room={room}
          userId={member.userId}
          name={name}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}

interface RemoveDialogProps {
  room: JoinedRoom;
  userId: string;
  name: string;
  onClose: () => void;
}

function RemoveDialog({ room, userId, name, onClose }: RemoveDialogProps) {
  const remove = trpc.rooms.remove.useMutation({ onSuccess: onClose });
  return (
    <ConfirmDialog
      title={`Remove ${name} from ${room.name}?`}
      description={
        room.kind === "private"
          ? "They can no longer read this room. Someone in it can add them again."
          : "They can join again whenever they like."
      }
      confirmLabel="Remove"
      tone="danger"
      busy={remove.isPending}
      error={remove.error && errorDetails(remove.error).message}
      onConfirm={() => remove.mutate({ roomId: room.id, userId })}
      onClose={onClose}
    />
  );
}
