import type { ReactElement } from "react";
import { Popover } from "../ui/Popover.tsx";
import { EmojiPicker } from "./EmojiPicker.tsx";

interface EmojiPopoverProps {
  trigger: ReactElement;
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (emoji: string) => void;
}

export function EmojiPopover({ onChoose, ...popover }: EmojiPopoverProps) {
  return (
    <Popover {...popover} side="top" align="end">
      <EmojiPicker onChoose={onChoose} />
    </Popover>
  );
}
