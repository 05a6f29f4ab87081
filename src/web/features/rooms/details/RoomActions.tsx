import { Archive, ArchiveRestore, LogOut, Pencil, Trash2, Webhook } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { errorDetails } from "../../../../client/index.ts";
import { trpc, useMe, useWorkspace } from "../../../../react/index.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { showToast } from "../../../ui/toasts.ts";
import { managesRoom, mayCloseRoom } from "../permissions.ts";
import { DeleteRoomDialog } from "./DeleteRoomDialog.tsx";
import { LeaveRoomDialog } from "./LeaveRoomDialog.tsx";
import { RenameRoomDialog } from "./RenameRoomDialog.tsx";
import { canComeBack, useLeaveRoom } from "./useLeaveRoom.ts";
import styles from "./RoomActions.module.css";

const WebhooksDialog = lazy(async () => ({
  default: (await import("./WebhooksDialog.tsx")).WebhooksDialog,
}));

interface RoomActionsProps {
  room: JoinedRoom;
  /** After one left or deleted it. */
  onGone: () => void;
}

/** What one may do to a room, by one's role. */
export function RoomActions({ room, onGone }: RoomActionsProps) {
  const me = useMe();
  const workspace = useWorkspace();
  const [asking, setAsking] = useState<"rename" | "webhooks" | "leave" | "delete" | null>(null);
  const archived = room.archivedAt !== null;
  const archive = trpc.rooms.archive.useMutation({
    onSuccess: (_room, change) => change.archived && showToast(`${room.name} is archived`, undo),
  });
  const undo = {
    label: "Undo",
    onAction: () => archive.mutate({ roomId: room.id, archived: false }),
  };
  const leave = useLeaveRoom(room, onGone);
  const mayClose = mayCloseRoom(me, room, workspace);
  const done = () => setAsking(null);
  return (
    <section aria-label="Room" className={styles.actions}>
      {managesRoom(me, room) && (
        <Button variant="ghost" icon={<Pencil />} onClick={() => setAsking("rename")}>
          Rename
        </Button>
      )}
      {managesRoom(me, room) && !archived && (
        <Button variant="ghost" icon={<Webhook />} onClick={() => setAsking("webhooks")}>
          Webhooks
        </Button>
      )}
      {mayClose && (
        <Button
          variant="ghost"
          icon={archived ? <ArchiveRestore /> : <Archive />}
          busy={archive.isPending}
          onClick={() => archive.mutate({ roomId: room.id, archived: !archived })}
        >
          {archived ? "Bring back from the archive" : "Archive"}
        </Button>
      )}
      <Button
        variant="ghost"
        icon={<LogOut />}
        busy={leave.isPending}
        onClick={() => (canComeBack(room) ? leave.mutate({ roomId: room.id }) : setAsking("leave"))}
      >
        Leave
      </Button>
      {mayClose && (
        <Button
          variant="ghost"
          icon={<Trash2 />}
          className={styles.danger}
          onClick={() => setAsking("delete")}
        >
          Delete
        </Button>
      )}
      {archive.error && <ErrorMessage>{errorDetails(archive.error).message}</ErrorMessage>}
      {leave.error && <ErrorMessage>{errorDetails(leave.error).message}</ErrorMessage>}
      {asking === "rename" && <RenameRoomDialog room={room} onClose={done} />}
      {asking === "webhooks" && (
        <Suspense>
          <WebhooksDialog room={room} onClose={done} />
        </Suspense>
      )}
      {asking === "leave" && <LeaveRoomDialog room={room} onLeft={onGone} onClose={done} />}
      {asking === "delete" && <DeleteRoomDialog room={room} onDeleted={onGone} onClose={done} />}
    </section>
  );
}
