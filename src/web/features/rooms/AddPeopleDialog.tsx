import { useState } from "react";
import { errorDetails } from "../../../client/index.ts";
import { trpc } from "../../../react/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { PeoplePicker } from "./PeoplePicker.tsx";

interface AddPeopleDialogProps {
  room: JoinedRoom;
  onClose: () => void;
}

export function AddPeopleDialog({ room, onClose }: AddPeopleDialogProps) {
  const [userIds, setUserIds] = useState<readonly string[]>([]);
  const members = trpc.rooms.members.useQuery({ roomId: room.id });
  const invite = trpc.rooms.invite.useMutation({ onSuccess: onClose });
  return (
    <Dialog
      title={`Add people to ${room.name}`}
      description={
        room.kind === "private"
          ? "They can read everything that was written here before."
          : undefined
      }
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={userIds.length === 0}
            busy={invite.isPending}
            onClick={() => invite.mutate({ roomId: room.id, userIds: [...userIds] })}
          >
            Add
          </Button>
        </>
      }
    >
      <PeoplePicker
        label="People"
        chosen={userIds}
        onChange={setUserIds}
        limit={limits.inviteesAtOnce}
        without={members.data?.map(({ userId }) => userId)}
        takesFocus
      />
      {invite.error && <ErrorMessage>{errorDetails(invite.error).message}</ErrorMessage>}
    </Dialog>
  );
}
