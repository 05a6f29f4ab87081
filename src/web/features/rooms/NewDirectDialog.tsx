import { useState } from "react";
import { errorDetails } from "../../../client/index.ts";
import { trpc } from "../../../react/index.ts";
import { limits } from "../../../shared/limits.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { PeoplePicker } from "./PeoplePicker.tsx";

interface NewDirectDialogProps {
  onOpened: (roomId: string) => void;
  onClose: () => void;
}

/** Picks one person or several; the same people always share the same room. */
export function NewDirectDialog({ onOpened, onClose }: NewDirectDialogProps) {
  const [userIds, setUserIds] = useState<readonly string[]>([]);
  const open = trpc.rooms.openDirect.useMutation({ onSuccess: (room) => onOpened(room.id) });
  return (
    <Dialog
      title="New message"
      description={`To one person, or up to ${limits.directMembers - 1} at once.`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={userIds.length === 0}
            busy={open.isPending}
            onClick={() => open.mutate({ userIds: [...userIds] })}
          >
            Write
          </Button>
        </>
      }
    >
      <PeoplePicker
        label="To"
        chosen={userIds}
        onChange={setUserIds}
        limit={limits.directMembers - 1}
        takesFocus
      />
      {open.error && <ErrorMessage>{errorDetails(open.error).message}</ErrorMessage>}
    </Dialog>
  );
}
