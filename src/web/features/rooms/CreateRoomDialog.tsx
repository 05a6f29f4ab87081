import { useState } from "react";
import type { FormEvent } from "react";
import { errorDetails } from "../../../client/index.ts";
import { trpc } from "../../../react/index.ts";
import { limits } from "../../../shared/limits.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { roomFormError } from "./roomFormError.ts";
import { PeoplePicker } from "./PeoplePicker.tsx";

interface CreateRoomDialogProps {
  onCreated: (roomId: string) => void;
  onClose: () => void;
}

export function CreateRoomDialog({ onCreated, onClose }: CreateRoomDialogProps) {
  const [name, setName] = useState("");
  const [topic, setTopic] = useState("");
  const [isPrivate, setPrivate] = useState(false);
  const [userIds, setUserIds] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState(false);
  const create = trpc.rooms.create.useMutation({ onSuccess: (room) => onCreated(room.id) });
  const error = roomFormError(create.error && errorDetails(create.error));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === "") return setMissing(true);
    create.mutate({
      kind: isPrivate ? "private" : "public",
      name,
      topic,
      userIds: [...userIds],
    });
  }

  return (
    <Dialog
      title="Create a room"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="create-room" variant="primary" busy={create.isPending}>
            Create room
          </Button>
        </>
      }
    >
      <form id="create-room" noValidate onSubmit={submit}>
        <Stack>
          <TextField
            label="Name"
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              setMissing(false);
            }}
            maxLength={limits.roomName}
            autoComplete="off"
            placeholder="Plans for spring"
            data-autofocus
            error={missing ? "Give the room a name." : error.name}
          />
          <TextField
            label="Topic"
            optional
            value={topic}
            onChange={(event) => setTopic(event.target.value)}
            maxLength={limits.roomTopic}
            autoComplete="off"
            hint="What it is about, in a sentence."
          />
          <Checkbox
            label="Private"
            hint="Only people who are added can find and read it."
            checked={isPrivate}
            onChange={(event) => setPrivate(event.target.checked)}
          />
          <PeoplePicker
            label="People"
            optional
            chosen={userIds}
            onChange={setUserIds}
            limit={limits.inviteesAtOnce}
          />
          {error.other && <ErrorMessage>{error.other}</ErrorMessage>}
        </Stack>
      </form>
    </Dialog>
  );
}
