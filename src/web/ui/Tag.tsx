import type { ReactNode } from "react";
import { classNames } from "./classNames.ts";
import styles from "./Tag.module.css";

/** One or two quiet words about a thing: "Guest", "This device". */
export function Tag({
  children,
  tone = "quiet",
}: {
  children: ReactNode;
  tone?: "quiet" | "danger";
}) {
  return <span className={classNames(styles.tag, styles[tone])}>{children}</span>;
}
