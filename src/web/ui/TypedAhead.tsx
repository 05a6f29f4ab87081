import { useLayoutEffect, useRef } from "react";

interface TypedAheadProps {
  label: string;
  onType: (text: string) => void;
  /** Enter, where it is to count before the field is there. */
  onSubmit?: () => void;
  /** Esc; without it, whatever is around closes by it. */
  onCancel?: () => void;
}

/** Takes what one types while a field is still being loaded, which would go where the focus was. */
export function TypedAhead({ label, onType, onSubmit, onCancel }: TypedAheadProps) {
  const ref = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const field = ref.current;
    field?.focus({ preventScroll: true });
    // So that the focus goes back there, too, when what was waited for is closed.
    return () => {
      if (document.activeElement === field && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <input
      ref={ref}
      aria-label={label}
      className="visually-hidden"
      onChange={(event) => onType(event.target.value)}
      onKeyDown={(event) => {
        const { key, shiftKey, nativeEvent } = event;
        const then = key === "Escape" ? onCancel : key === "Enter" && !shiftKey ? onSubmit : null;
        if (!then || nativeEvent.isComposing) return;
        // Nothing around it closes as well.
        event.preventDefault();
        then();
      }}
    />
  );
}
