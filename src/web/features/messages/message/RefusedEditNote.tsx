import { Button } from "../../../ui/Button.tsx";
import { FailedNote } from "./FailedNote.tsx";
import { dropRefusedEdit } from "./refusedEdits.ts";

interface RefusedEditNoteProps {
  messageId: string;
  reason: string;
  onEdit: () => void;
}

/** Under a message that an edit was not taken for; what one wrote is in its editor. */
export function RefusedEditNote({ messageId, reason, onEdit }: RefusedEditNoteProps) {
  return (
    <FailedNote words={`Your edit was not saved. ${reason}`}>
      <Button size="small" onClick={onEdit}>
        Edit again
      </Button>
      <Button size="small" variant="ghost" onClick={() => dropRefusedEdit(messageId)}>
        Discard
      </Button>
    </FailedNote>
  );
}
