import { createContext, useContext } from "react";
import type { ReactNode } from "react";

/**
 * Where floating parts (menus, popovers, tooltips) are put. Inside a native modal dialog all of the
 * page but the dialog is inert and below it, so what floats must be put into the dialog itself.
 */
const PortalHostContext = createContext<HTMLElement | null>(null);

export function PortalHost({
  element,
  children,
}: {
  element: HTMLElement | null;
  children: ReactNode;
}) {
  return <PortalHostContext value={element}>{children}</PortalHostContext>;
}

/** The element to portal into; `undefined` means the body. */
export function usePortalHost(): HTMLElement | undefined {
  return useContext(PortalHostContext) ?? undefined;
}
