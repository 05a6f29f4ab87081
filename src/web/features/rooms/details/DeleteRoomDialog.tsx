import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";

interface DeleteRoomDialogProps {
  room: JoinedRoom;
  onDeleted: () => void;
  onClose: () => void;
}

export function DeleteRoomDialog({ room, onDeleted, onClose }: DeleteRoomDialogProps) {
  const remove = trpc.rooms.delete.useMutation({ onSuccess: onDeleted });
  return (
    <ConfirmDialog
      title={`Delete ${room.name}?`}
      description="Its messages and files go for everyone, for good. To keep them readable, archive it instead."
      confirmLabel="Delete room"
      tone="danger"
      busy={remove.isPending}
      error={remove.error && errorDetails(remove.error).message}
      onConfirm={() => remove.mutate({ roomId: room.id })}
      onClose={onClose}
    />
  );
}
