import { lazy, Suspense, useState } from "react";
import type { ComponentProps } from "react";
import type { Early } from "../ui/TypedAhead.tsx";
import { TypedAhead } from "../ui/TypedAhead.tsx";
import { finePointer } from "./finePointer.ts";

const MessageEditor = lazy(async () => ({
  default: (await import("../features/composer/MessageEditor.tsx")).MessageEditor,
}));

type Editing = Omit<ComponentProps<typeof MessageEditor>, keyof Early>;

interface EditorInPlaceProps extends Editing {
  focusComposer: () => void;
}

/** The editor of a message. What one types before it is there is for it, too, and not for the composer. */
export function EditorInPlace({ focusComposer, ...editing }: EditorInPlaceProps) {
  const [early, setEarly] = useState<Early>({ typed: "", submitted: false });
  function type(next: Early) {
    // On a touch screen Enter makes a line.
    if (next.submitted && !finePointer()) return;
    // What comes after it is not for the editor any more.
    if (next.submitted) focusComposer();
    setEarly(next);
  }
  return (
    <Suspense
      fallback={
        !early.submitted && <TypedAhead label="Editing" onType={type} onCancel={editing.onCancel} />
      }
    >
      <MessageEditor {...editing} {...early} />
    </Suspense>
  );
}
