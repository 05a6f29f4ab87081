import type { ComponentProps } from "react";
import { classNames } from "./classNames.ts";
import styles from "./Stack.module.css";

/** Fields under each other. */
export function Stack({
  narrow,
  className,
  ...rest
}: ComponentProps<"div"> & { narrow?: boolean }) {
  return <div {...rest} className={classNames(styles.stack, narrow && styles.narrow, className)} />;
}
