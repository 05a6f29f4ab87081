import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";

interface LeaveRoomDialogProps {
  room: JoinedRoom;
  onLeft: () => void;
  onClose: () => void;
}

export function LeaveRoomDialog({ room, onLeft, onClose }: LeaveRoomDialogProps) {
  const leave = trpc.rooms.leave.useMutation({ onSuccess: onLeft });
  return (
    <ConfirmDialog
      title={`Leave ${room.name}?`}
      description={
        room.kind === "private"
          ? "You can come back only when someone in it adds you again."
          : "You can join again whenever you like, but no longer run it."
      }
      confirmLabel="Leave"
      tone={room.kind === "private" ? "danger" : undefined}
      busy={leave.isPending}
      error={leave.error && errorDetails(leave.error).message}
      onConfirm={() => leave.mutate({ roomId: room.id })}
      onClose={onClose}
    />
  );
}
