import { SmilePlus } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { PlainIconButton } from "../ui/PlainIconButton.tsx";
import type { Early } from "../ui/TypedAhead.tsx";
import { TypedAhead } from "../ui/TypedAhead.tsx";

const load = async () => ({ default: (await import("./EmojiPopover.tsx")).EmojiPopover });
const EmojiPopover = lazy(load);

interface EmojiButtonProps {
  label: string;
  className?: string;
  onChoose: (emoji: string) => void;
}

/** Opens the picker, which is loaded when someone reaches for it. */
export function EmojiButton({ label, className, onChoose }: EmojiButtonProps) {
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const [early, setEarly] = useState<Early>();
  const trigger = useRef<HTMLButtonElement>(null);
  const button = (
    <PlainIconButton
      ref={trigger}
      size="small"
      label={label}
      title={label}
      icon={<SmilePlus />}
      className={className}
      aria-haspopup="dialog"
      aria-expanded={open}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={show}
    />
  );
  function show() {
    setWanted(true);
    setOpen(true);
  }
  function close() {
    setOpen(false);
    // It was for this opening.
    setEarly(undefined);
  }
  function cancel() {
    close();
    // It is not the one that was pressed: it is drawn anew while what it opens is loaded.
    trigger.current?.focus();
  }
  if (!wanted) return button;
  return (
    <Suspense
      fallback={
        <>
          {button}
          {open && <TypedAhead label="Find emoji" onType={setEarly} onCancel={cancel} />}
        </>
      }
    >
      <EmojiPopover
        trigger={button}
        label={label}
        open={open}
        onOpenChange={(next) => (next ? setOpen(true) : close())}
        early={early}
        onChoose={(emoji) => {
          close();
          onChoose(emoji);
        }}
      />
    </Suspense>
  );
}
