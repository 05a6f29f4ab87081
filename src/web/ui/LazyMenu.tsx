import { cloneElement, lazy, Suspense, useEffect, useRef, useState } from "react";
import type { ComponentProps, ReactElement, ReactNode } from "react";

const loadMenu = async () => ({ default: (await import("./Menu.tsx")).Menu });
const Menu = lazy(loadMenu);

interface LazyMenuProps {
  /** A plain button. */
  trigger: ReactElement<ComponentProps<"button">>;
  /** Begins to load the items; called when one is about to open the menu. */
  preload: () => unknown;
  /** The items, from a component that is loaded on demand. */
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  /** Both, for a menu that something else than its button opens as well. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/**
 * A `Menu` whose code is loaded when someone reaches for it: for the few menus of the first screen,
 * which would make it wait for what most visits never open.
 */
export function LazyMenu({ trigger, preload, children, ...menu }: LazyMenuProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const { open = ownOpen, onOpenChange: setOpen = setOwnOpen } = menu;
  const [wanted, setWanted] = useState(open);
  const [byKey, setByKey] = useState(false);
  if (open && !wanted) setWanted(true);
  const getReady = () => {
    void loadMenu();
    preload();
  };
  const closed = cloneElement(trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter: getReady,
    onFocus: getReady,
    onClick: (event) => {
      setByKey(event.detail === 0);
      setOpen(true);
    },
  });
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <Menu {...menu} trigger={trigger} open={open} onOpenChange={setOpen}>
        <Suspense>
          {children}
          {byKey && <FirstFocus />}
        </Suspense>
      </Menu>
    </Suspense>
  );
}

/** Where the keys go when the items come after the menu that they are in. */
function FirstFocus() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const first = place.current?.closest("[role=menu]")?.querySelector("[role^=menuitem]");
    if (first instanceof HTMLElement) first.focus();
  }, []);
  return <span ref={place} hidden />;
}
