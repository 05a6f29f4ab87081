import type { ReactElement } from "react";
import { Popover } from "../ui/Popover.tsx";
import type { Early } from "../ui/TypedAhead.tsx";
import { EmojiPicker } from "./EmojiPicker.tsx";

interface EmojiPopoverProps {
  trigger: ReactElement;
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  early?: Early;
  onChoose: (emoji: string) => void;
}

export function EmojiPopover({ early, onChoose, ...popover }: EmojiPopoverProps) {
  return (
    <Popover {...popover} side="top" align="end">
      <EmojiPicker {...early} onChoose={onChoose} />
    </Popover>
  );
}
