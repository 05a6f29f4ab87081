import { trpc } from "../../../../react/index.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { attempt } from "../../../forms/refusals.ts";
import { showToast } from "../../../ui/toasts.ts";

/** Leaves a room that one can come back to by oneself, and offers to. */
export function useLeaveRoom(room: JoinedRoom, onLeft: () => void) {
  const join = trpc.rooms.join.useMutation();
  return trpc.rooms.leave.useMutation({
    onSuccess: () => {
      onLeft();
      showToast(`You left ${room.name}`, {
        label: "Undo",
        onAction: () =>
          attempt({
            about: `room ${room.id}`,
            failed: `You are not back in ${room.name}.`,
            call: () => join.mutateAsync({ roomId: room.id }),
          }),
      });
    },
  });
}

/** Whether coming back makes all as it was: who runs a room would come back as one of many. */
export function canComeBack({ kind, membership }: JoinedRoom): boolean {
  return kind === "public" && membership.role === "member";
}
