import { useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";
import styles from "./Tooltip.module.css";

export type TooltipSide = "top" | "right" | "bottom" | "left";

interface TooltipBubbleProps {
  id: string;
  anchor: HTMLElement;
  side: TooltipSide;
  children: ReactNode;
}

const gap = 6;
const margin = 8;
const opposite = { top: "bottom", bottom: "top", left: "right", right: "left" } as const;

/** The words of a tooltip, in the browser's top layer, beside what they are about. */
export function TooltipBubble({ id, anchor, side, children }: TooltipBubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    if (!element) return;
    if (!element.matches(":popover-open")) element.showPopover();
    const size = element.getBoundingClientRect();
    const target = anchor.getBoundingClientRect();
    const wished = place(size, target, side);
    const { left, top } = fits(wished, size) ? wished : place(size, target, opposite[side]);
    element.style.left = `${clamp(left, innerWidth - size.width)}px`;
    element.style.top = `${clamp(top, innerHeight - size.height)}px`;
  });
  return (
    <div ref={bubble} id={id} role="tooltip" popover="manual" className={styles.tooltip}>
      {children}
    </div>
  );
}

interface Place {
  left: number;
  top: number;
}

function place(size: DOMRect, target: DOMRect, side: TooltipSide): Place {
  const left = target.left + (target.width - size.width) / 2;
  const top = target.top + (target.height - size.height) / 2;
  switch (side) {
    case "top":
      return { left, top: target.top - size.height - gap };
    case "bottom":
      return { left, top: target.bottom + gap };
    case "left":
      return { left: target.left - size.width - gap, top };
    case "right":
      return { left: target.right + gap, top };
  }
}

function fits({ left, top }: Place, size: DOMRect): boolean {
  return (
    top >= margin &&
    left >= margin - size.width / 2 &&
    top + size.height <= innerHeight - margin &&
    left + size.width / 2 <= innerWidth - margin
  );
}

function clamp(value: number, most: number): number {
  return Math.round(Math.min(Math.max(value, margin), most - margin));
}
