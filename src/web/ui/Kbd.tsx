import { classNames } from "./classNames.ts";
import styles from "./Kbd.module.css";

/** A key combination, "Mod+Shift+K": `Mod` is ⌘ on Apple's machines and Ctrl elsewhere. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <kbd className={classNames(styles.keys, className)}>
      {keys.split("+").map((key) => (
        <kbd key={key} className={styles.key}>
          {symbols[key] ?? key}
        </kbd>
      ))}
    </kbd>
  );
}

const apple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

const symbols: Record<string, string> = {
  Mod: apple ? "⌘" : "Ctrl",
  Alt: apple ? "⌥" : "Alt",
  Shift: "⇧",
  Enter: "↵",
  Up: "↑",
  Down: "↓",
  Escape: "Esc",
  Delete: "Del",
};
