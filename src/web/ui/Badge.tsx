import { classNames } from "./classNames.ts";
import styles from "./Badge.module.css";

interface BadgeProps {
  count: number;
  /** `mention`: someone means you. `quiet`: there is something new. */
  tone?: "mention" | "quiet";
  /** The accessible name: "3 mentions". */
  label: string;
}

/** A small count. Nothing at zero; "99+" past that. */
export function Badge({ count, tone = "quiet", label }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span className={classNames(styles.badge, styles[tone])}>
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
