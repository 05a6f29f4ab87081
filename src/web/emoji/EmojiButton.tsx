import { SmilePlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
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
  const button = (
    <PlainIconButton
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
  if (!wanted) return button;
  return (
    <Suspense
      fallback={
        <>
          {button}
          {open && <TypedAhead label="Find emoji" onType={setEarly} onCancel={close} />}
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
