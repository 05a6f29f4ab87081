import { useState } from "react";
import { trpc } from "../../../react/index.ts";
import { limits } from "../../../shared/limits.ts";
import { roomCreateSchema } from "../../../shared/rooms.ts";
import { useForm } from "../../forms/useForm.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { PeoplePicker } from "./PeoplePicker.tsx";
import { roomFieldOf, roomWords } from "./roomWords.ts";

interface CreateRoomDialogProps {
  onCreated: (roomId: string) => void;
  onClose: () => void;
}

export function CreateRoomDialog({ onCreated, onClose }: CreateRoomDialogProps) {
  const [userIds, setUserIds] = useState<readonly string[]>([]);
  const create = trpc.rooms.create.useMutation();
  const form = useForm({
    schema: roomCreateSchema,
    words: roomWords,
    fieldOf: roomFieldOf,
    read: (data) => ({
      kind: data.has("private") ? "private" : "public",
      name: data.get("name"),
      topic: data.get("topic"),
      userIds: [...userIds],
    }),
    submit: async (room) => onCreated((await create.mutateAsync(room)).id),
  });

  return (
    <Dialog
      title="Create a room"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="create-room" variant="primary" busy={form.busy}>
            Create room
          </Button>
        </>
      }
    >
      <form id="create-room" {...form.props}>
        <Stack>
          <TextField
            label="Name"
            name="name"
            maxLength={limits.roomName}
            autoComplete="off"
            placeholder="Plans for spring"
            data-autofocus
            error={form.error("name")}
          />
          <TextField
            label="Topic"
            optional
            name="topic"
            maxLength={limits.roomTopic}
            autoComplete="off"
            hint="What it is about, in a sentence."
            error={form.error("topic")}
          />
          <Checkbox
            label="Private"
            hint="Only people who are added can find and read it."
            name="private"
          />
          <PeoplePicker
            label="People"
            optional
            chosen={userIds}
            onChange={setUserIds}
            limit={limits.inviteesAtOnce}
          />
          {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
        </Stack>
      </form>
    </Dialog>
  );
}
