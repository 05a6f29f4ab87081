import { dropRefusal } from "../../../forms/refusals.ts";
import { Button } from "../../../ui/Button.tsx";
import { FailedNote } from "../../../ui/FailedNote.tsx";
import { editOf } from "./useMessageCommands.ts";

interface RefusedEditNoteProps {
  messageId: string;
  words: string;
  onEdit: () => void;
}

/** Under a message that an edit was not taken for; what one wrote is in its editor. */
export function RefusedEditNote({ messageId, words, onEdit }: RefusedEditNoteProps) {
  return (
    <FailedNote words={words}>
      <Button size="small" onClick={onEdit}>
        Edit again
      </Button>
      <Button size="small" variant="ghost" onClick={() => dropRefusal(editOf(messageId))}>
        Discard
      </Button>
    </FailedNote>
  );
}
