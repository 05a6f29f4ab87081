import { useLayoutEffect, useRef } from "react";

export interface Early {
  /** What was typed before the field was there. */
  typed: string;
  /** Whether Enter came after it. */
  submitted: boolean;
}

interface TypedAheadProps {
  label: string;
  onType: (early: Early) => void;
  /** Esc; without it, whatever is around closes by it. */
  onCancel?: () => void;
}

/** Takes what one types while a field is still being loaded, which would go where the focus was. */
export function TypedAhead({ label, onType, onCancel }: TypedAheadProps) {
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
      onChange={(event) => onType({ typed: event.target.value, submitted: false })}
      onKeyDown={(event) => {
        const { key, shiftKey, currentTarget, nativeEvent } = event;
        const isEnter = key === "Enter" && !shiftKey;
        if (nativeEvent.isComposing || !(isEnter || (key === "Escape" && onCancel))) return;
        // Nothing around it closes as well.
        event.preventDefault();
        if (isEnter) onType({ typed: currentTarget.value, submitted: true });
        else onCancel?.();
      }}
    />
  );
}
