import { SmilePlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { PlainIconButton } from "../ui/PlainIconButton.tsx";

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
      onClick={wanted ? undefined : show}
    />
  );
  function show() {
    setWanted(true);
    setOpen(true);
  }
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <EmojiPopover
        trigger={button}
        label={label}
        open={open}
        onOpenChange={setOpen}
        onChoose={(emoji) => {
          setOpen(false);
          onChoose(emoji);
        }}
      />
    </Suspense>
  );
}
