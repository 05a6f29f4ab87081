import { lazy, Suspense, useState } from "react";
import type { ComponentProps } from "react";
import { TypedAhead } from "./TypedAhead.tsx";

const MessageEditor = lazy(async () => ({
  default: (await import("../features/composer/MessageEditor.tsx")).MessageEditor,
}));

/** The editor of a message. What one types before it is there is for it, too, and not for the composer. */
export function EditorInPlace(editing: Omit<ComponentProps<typeof MessageEditor>, "typed">) {
  const [typed, setTyped] = useState("");
  return (
    <Suspense
      fallback={<TypedAhead label="Editing" onType={setTyped} onCancel={editing.onCancel} />}
    >
      <MessageEditor {...editing} typed={typed} />
    </Suspense>
  );
}
