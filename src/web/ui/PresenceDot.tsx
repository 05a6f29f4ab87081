import type { Presence } from "../../shared/presence.ts";
import { classNames } from "./classNames.ts";
import styles from "./PresenceDot.module.css";

/** The words for each state, here and wherever it is spelled out. */
export const presenceWords: Record<Presence, string> = {
  online: "Online",
  away: "Away",
  dnd: "Do not disturb",
  offline: "Offline",
};

interface PresenceDotProps {
  presence: Presence;
  /** Pixels, where the letters have the size that browsers begin with. */
  size?: number;
  /** `false` where the state stands in words beside it. */
  named?: boolean;
}

/** Presence by shape as well as colour: full, crescent, barred, hollow. */
export function PresenceDot({ presence, size = 10, named = true }: PresenceDotProps) {
  return (
    <svg
      viewBox="0 0 10 10"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      className={classNames(styles.dot, styles[presence])}
      {...(named
        ? { role: "img", "aria-label": presenceWords[presence] }
        : { "aria-hidden": true })}
    >
      <Shape presence={presence} />
    </svg>
  );
}

function Shape({ presence }: { presence: Presence }) {
  switch (presence) {
    case "online":
      return <circle cx="5" cy="5" r="4.5" fill="currentColor" />;
    case "away":
      return <path d="M4 .6a4.5 4.5 0 1 0 5.4 5.4A3.9 3.9 0 0 1 4 .6Z" fill="currentColor" />;
    case "dnd":
      return (
        <path
          fillRule="evenodd"
          d="M5 .5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9ZM3 4.2a.8.8 0 0 0 0 1.6h4a.8.8 0 0 0 0-1.6Z"
          fill="currentColor"
        />
      );
    case "offline":
      return <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />;
  }
}
