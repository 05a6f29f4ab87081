import { useLayoutEffect, useRef } from "react";

interface TypedAheadProps {
  label: string;
  onType: (text: string) => void;
  onCancel: () => void;
}

/** Takes what one types while a field is still being loaded, which would go where the focus was. */
export function TypedAhead({ label, onType, onCancel }: TypedAheadProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    // So that the focus goes back there, too, when what was waited for is closed.
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <input
      ref={field}
      aria-label={label}
      className="visually-hidden"
      onChange={(event) => onType(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Nothing around it closes as well.
        event.preventDefault();
        onCancel();
      }}
    />
  );
}
