import { Button } from "../ui/Button.tsx";
import { FailedNote } from "../ui/FailedNote.tsx";
import { dropRefusal, useRefusal } from "./refusals.ts";

/** Beside what a refusal concerns, for as long as there is one: why, and what one can do. */
export function RefusalNote({ about }: { about: string }) {
  const refusal = useRefusal(about);
  if (!refusal) return null;
  return (
    <FailedNote words={refusal.words}>
      {refusal.retry && (
        <Button size="small" onClick={refusal.retry}>
          Try again
        </Button>
      )}
      <Button size="small" variant="ghost" onClick={() => dropRefusal(about)}>
        Dismiss
      </Button>
    </FailedNote>
  );
}
