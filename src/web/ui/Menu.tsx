import { Check, ChevronRight } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { createContext, useCallback, useContext, useRef } from "react";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./classNames.ts";
import { Kbd } from "./Kbd.tsx";
import { usePortalHost } from "./PortalHost.tsx";
import { useReturningFocus } from "./useReturningFocus.ts";
import styles from "./Menu.module.css";

interface MenuProps {
  /** A `Button` or `IconButton`. */
  trigger: ReactElement;
  /** `MenuItem`s, `MenuChoices`, `MenuSub`s, `MenuLabel`s and `MenuSeparator`s. */
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

type Action = () => void;
const ChooseContext = createContext<(action: Action) => void>((action) => action());

/**
 * A menu under a button, with arrow keys, typing ahead and Esc. It is never modal: Radix's scroll
 * lock writes a `<style>` element, which the content security policy refuses.
 */
export function Menu({ trigger, children, align = "start", side, open, onOpenChange }: MenuProps) {
  const host = usePortalHost();
  const returning = useReturningFocus();
  const chosen = useRef<Action | null>(null);
  const choose = useCallback((action: Action) => {
    chosen.current = action;
  }, []);
  // An item acts only when the menu has closed and given focus back, so that a dialog that it opens
  // takes focus for good and can return it to the trigger.
  const act = () => {
    const action = chosen.current;
    chosen.current = null;
    if (action) queueMicrotask(action);
  };
  return (
    <ChooseContext value={choose}>
      <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
        <Radix.Trigger asChild>{trigger}</Radix.Trigger>
        <Radix.Portal container={host}>
          <Radix.Content
            {...returning}
            align={align}
            side={side}
            sideOffset={4}
            collisionPadding={8}
            loop
            className={styles.menu}
            onCloseAutoFocus={(event) => {
              returning.onCloseAutoFocus(event);
              act();
            }}
          >
            {children}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </ChooseContext>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  children: ReactNode;
  icon?: ReactNode;
  /** A hint at the end, as `Kbd` writes it. It does not bind the key. */
  shortcut?: string;
  /** `danger`: it destroys something. */
  tone?: "danger";
  disabled?: boolean;
}

export function MenuItem({ onSelect, children, icon, shortcut, tone, disabled }: MenuItemProps) {
  const choose = useContext(ChooseContext);
  return (
    <Radix.Item
      disabled={disabled}
      className={classNames(styles.item, tone && styles.danger)}
      onSelect={() => choose(onSelect)}
    >
      {icon && <span className={styles.icon}>{icon}</span>}
      <span className={styles.words}>{children}</span>
      {shortcut && <Kbd keys={shortcut} className={styles.shortcut} />}
    </Radix.Item>
  );
}

interface MenuChoicesProps<Value extends string> {
  value: Value;
  options: readonly { value: Value; label: ReactNode; hint?: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
}

/** One of several, the current one ticked. */
export function MenuChoices<Value extends string>({
  value,
  options,
  onChange,
}: MenuChoicesProps<Value>) {
  return (
    <Radix.RadioGroup value={value}>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          className={styles.item}
          onSelect={() => onChange(option.value)}
        >
          {option.icon && <span className={styles.icon}>{option.icon}</span>}
          <span className={styles.words}>
            {option.label}
            {option.hint && <span className={styles.hint}>{option.hint}</span>}
          </span>
          <Radix.ItemIndicator className={styles.tick}>
            <Check aria-hidden />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

interface MenuSubProps {
  label: ReactNode;
  icon?: ReactNode;
  children: ReactNode;
}

/** A menu within the menu. */
export function MenuSub({ label, icon, children }: MenuSubProps) {
  const host = usePortalHost();
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={styles.item}>
        {icon && <span className={styles.icon}>{icon}</span>}
        <span className={styles.words}>{label}</span>
        <ChevronRight aria-hidden className={styles.more} />
      </Radix.SubTrigger>
      <Radix.Portal container={host}>
        <Radix.SubContent sideOffset={4} collisionPadding={8} loop className={styles.menu}>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className={styles.label}>{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className={styles.separator} />;
}
