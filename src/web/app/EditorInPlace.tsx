import { lazy, Suspense, useState } from "react";
import type { ComponentProps } from "react";
import { TypedAhead } from "../ui/TypedAhead.tsx";
import { finePointer } from "./finePointer.ts";

const MessageEditor = lazy(async () => ({
  default: (await import("../features/composer/MessageEditor.tsx")).MessageEditor,
}));

type Editing = Omit<ComponentProps<typeof MessageEditor>, "typed" | "submitted">;

interface EditorInPlaceProps extends Editing {
  focusComposer: () => void;
}

/** The editor of a message. What one types before it is there is for it, too, and not for the composer. */
export function EditorInPlace({ focusComposer, ...editing }: EditorInPlaceProps) {
  const [typed, setTyped] = useState("");
  const [submitted, setSubmitted] = useState(false);
  function submit() {
    // What comes after it is not for the editor any more.
    focusComposer();
    setSubmitted(true);
  }
  return (
    <Suspense
      fallback={
        !submitted && (
          <TypedAhead
            label="Editing"
            onType={setTyped}
            // On a touch screen Enter makes a line.
            onSubmit={finePointer() ? submit : undefined}
            onCancel={editing.onCancel}
          />
        )
      }
    >
      <MessageEditor {...editing} typed={typed} submitted={submitted} />
    </Suspense>
  );
}
