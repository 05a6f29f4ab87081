import type { ComponentProps } from "react";
import { Kbd } from "./Kbd.tsx";
import { PlainIconButton } from "./PlainIconButton.tsx";
import type { PlainIconButtonProps } from "./PlainIconButton.tsx";
import { Tooltip } from "./Tooltip.tsx";

interface IconButtonProps extends PlainIconButtonProps {
  /** Shown in the tooltip, as `Kbd` writes it: "Mod+K". */
  shortcut?: string;
  tooltipSide?: ComponentProps<typeof Tooltip>["side"];
}

/** A button that is only an icon. It always has a name, and shows it on hover and focus. */
export function IconButton({ shortcut, tooltipSide, ...button }: IconButtonProps) {
  const tip = (
    <>
      {button.label}
      {shortcut && <Kbd keys={shortcut} />}
    </>
  );
  return (
    <Tooltip content={tip} side={tooltipSide} describes={false}>
      <PlainIconButton {...button} />
    </Tooltip>
  );
}
