import { trpc } from "../../../../react/index.ts";
import { limits } from "../../../../shared/limits.ts";
import { roomUpdateSchema } from "../../../../shared/rooms.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { useForm } from "../../../forms/useForm.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { roomFieldOf, roomWords } from "../roomWords.ts";

export function RenameRoomDialog({ room, onClose }: { room: JoinedRoom; onClose: () => void }) {
  const update = trpc.rooms.update.useMutation();
  const form = useForm({
    schema: roomUpdateSchema,
    words: roomWords,
    fieldOf: roomFieldOf,
    read: (data) => ({ roomId: room.id, name: data.get("name") }),
    submit: async (change) => {
      await update.mutateAsync(change);
      onClose();
    },
  });
  return (
    <Dialog
      title="Rename this room"
      description="Links and mentions follow the new name."
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="rename-room" variant="primary" busy={form.busy}>
            Rename
          </Button>
        </>
      }
    >
      <form id="rename-room" {...form.props}>
        <TextField
          label="Name"
          name="name"
          defaultValue={room.name}
          maxLength={limits.roomName}
          autoComplete="off"
          data-autofocus
          error={form.error("name")}
        />
        {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
      </form>
    </Dialog>
  );
}
