import { useState } from "react";
import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import { limits } from "../../../../shared/limits.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { roomFormError } from "../roomFormError.ts";

export function RenameRoomDialog({ room, onClose }: { room: JoinedRoom; onClose: () => void }) {
  const [name, setName] = useState(room.name);
  const update = trpc.rooms.update.useMutation({ onSuccess: onClose });
  const error = roomFormError(update.error && errorDetails(update.error));
  return (
    <Dialog
      title="Rename this room"
      description="Links and mentions follow the new name."
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="rename-room" variant="primary" busy={update.isPending}>
            Rename
          </Button>
        </>
      }
    >
      <form
        id="rename-room"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") update.mutate({ roomId: room.id, name });
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={limits.roomName}
          autoComplete="off"
          data-autofocus
          error={name.trim() === "" ? "Give the room a name." : error.name}
        />
        {error.other && <ErrorMessage>{error.other}</ErrorMessage>}
      </form>
    </Dialog>
  );
}
